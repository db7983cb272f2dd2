"""Words that name people, groups and bodies, so that pronouns and roles find who can act."""

from __future__ import annotations

OFFICES = frozenset(
    "president premier chancellor king queen emir sultan minister secretary governor mayor ambassador envoy senator "
    "lawmaker deputy speaker prosecutor judge commissioner commander general colonel major lieutenant sergeant "
    "admiral brigadier marshal chief head leader director chairman chair spokesman spokeswoman spokesperson official "
    "administrator inspector sheriff officer diplomat attaché aide adviser advisor coordinator ruler prince chieftain "
    "councillor councilor negotiator rapporteur consul ombudsman undersecretary vice-president legislator mp monitor observer justice magistrate superintendent pope bishop archbishop imam mullah "
    "ayatollah cleric sheikh".split()
)
"""Offices and ranks: their holder may act for a body, and a description by office resolves to a holder."""

PEOPLE = OFFICES | frozenset(
    "man woman boy girl child person youth teenager student teacher farmer trader driver passenger resident villager "
    "civilian worker doctor nurse medic engineer journalist reporter photographer shopkeeper shepherd guard soldier "
    "policeman policewoman officer trooper ranger marine sailor pilot fighter militant insurgent rebel guerrilla "
    "terrorist extremist jihadist gunman attacker assailant bomber shooter sniper kidnapper hostage captive prisoner "
    "detainee inmate suspect victim witness relative brother sister father mother son daughter wife husband widow "
    "uncle aunt cousin neighbor neighbour analyst expert professor researcher activist lawyer priest monk nun pastor "
    "worshipper worshiper pilgrim protester demonstrator peacekeeper contractor serviceman servicewoman troop "
    "veteran refugee migrant tourist visitor shopper customer owner member supporter follower operative agent spy "
    "elder tribesman herder bandit robber thief gangster hitman killer pedestrian motorcyclist rider cyclist infant "
    "partner delegate donor informer assistant helper guide bride groom imam baby schoolgirl schoolboy pupil novice noncombatant combatant negotiator rescuer firefighter paramedic "
    "commuter cadet recruit conscript reservist volunteer informant source critic opponent rival ally kingpin "
    "warlord occupant aggressor inhabitant perpetrator local foreigner national dweller enemy invader occupier culprit mutineer looter rioter hooligan arsonist squatter landlord jailer smuggler fisherman miner candidate member colleague comrade girlfriend boyfriend fiance fiancee roommate classmate ex-girlfriend ex-boyfriend ex-wife ex-husband survivor bystander casualty constable jawan cop gendarme commando guardsman paratrooper".split()
)
"""Words for single people; their plurals name groups."""

CALLINGS = frozenset(
    (
        "male female abbess abbot accountant actor actress adolescent agent airman alcalde alderman ambulanceman anaesthetist "
        "angler architect arsonist artilleryman artist asylum-seeker attache attorney auditor author backpacker "
        "bailiff baker banker barber barman barrister bartender beekeeper biologist blacksmith blogger boatman "
        "bodyguard bouncer bricklayer bride bridegroom broadcaster broker burglar butcher cabbie cameraman "
        "camerawoman captain caregiver carer caretaker carpenter carter cashier castaway catechist cattleman "
        "charcoal-burner chauffeur chef chemist chief chieftain churchgoer classmate cleaner clerk climber "
        "clubber coastguard cobbler columnist comedian commuter cook corporal correspondent "
        "courier cowboy cowherd crewman customs-officer dancer deacon dealer decorator deminer dentist deportee "
        "deputy detective diner dispatcher doorman dragoon drinker driver drugdealer editor electrician "
        "envoy evacuee exile farmhand ferryman fiance fiancee filmmaker fishmonger flatmate gardener "
        "gatekeeper geologist goatherd grandchild granddaughter grandfather grandmother grandparent grandson "
        "greengrocer grenadier grocer groom guest gunner harvester hawker headman headmaster headmistress "
        "headwoman hiker holidaymaker housekeeper housemate hunter infantryman instructor interpreter jailer "
        "janitor jogger juvenile kid laborer labourer lad lass lawyer lecturer legionnaire librarian logger "
        "lorry-driver lumberjack magistrate maid mailman marcher mason mayor mechanic mercenary midwife "
        "militiawoman missionary motorist mourner muezzin mufti mugger musician navigator nephew newborn newlywed "
        "newsreader niece nonagenarian notary novelist nutritionist octogenarian onlooker orderly orphan "
        "outpatient paediatrician painter paramilitary parent partygoer passer-by passerby patient "
        "peasant pensioner pharmacist photographer physician physicist picket pirate plumber poacher poet "
        "policeman porter postman potter preacher prefect presenter programmer psychiatrist "
        "psychologist rabbi raider rancher rapist rector reservist retiree reveler reveller reverend rifleman "
        "roommate rustler sacristan sailor salesman saleswoman sapper sarpanch schoolmate schoolteacher scientist "
        "sculptor seaman secretary seller seminarian sentry septuagenarian sergeant servicemember sibling singer "
        "skier skipper smuggler solicitor spectator spouse stepdaughter stepfather stepmother stepson steward "
        "stewardess stockman stowaway sunbather surgeon surveyor swimmer tailor tankman taxman technician "
        "teen mom mum dad boyfriend girlfriend patron clubgoer "
        "therapist toddler trafficker trainer translator trapper traveler traveller trucker tutor typist "
        "vacationer vaccinator vaccinators vendor vicar videographer waiter waitress warden watchman weaver "
        "welder woodcutter writer youngster "
    ).split()
)
"""Further words for single people by what they do, by kinship and by age; too weak to say who acts for a body."""


GROUPS = frozenset(
    "people crowd group outfit militia militiaman gang faction cell cartel band mob troops forces force army navy military "
    "police gendarmerie guard militias personnel staff crew team unit units brigade battalion division regiment "
    "infantry cavalry commandos paratroopers company platoon squad squadron patrol convoy column garrison coalition alliance bloc movement front insurgency "
    "resistance opposition family community tribe clan population civilians residents folk women men children public "
    "members clansmen tribesmen gunmen policemen servicemen lawmakers clergy youth".split()
)
"""Words for groups of people."""

BODIES = frozenset(
    "government ministry department administration regime junta authority authorities parliament assembly congress "
    "senate council cabinet court tribunal embassy consulate presidency office palace agency service bureau "
    "commission committee union federation party organisation organization association institute university hospital "
    "company corporation firm bank newspaper channel station broadcaster network website portal outlet magazine "
    "mission command headquarters secretariat league kingdom republic state country nation city town village "
    "municipality province region district monitor observatory foundation charity ngo media press mosque church "
    "consultancy chain desk generals leadership side parties body".split()
)
"""Words for organisations, states and places that act."""

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})

FEMALE = frozenset(
    "woman girl mother sister daughter wife widow aunt spokeswoman policewoman nun queen servicewoman mrs ms miss "
    "schoolgirl chairwoman congresswoman businesswoman bride grandmother actress".split()
)
MALE = frozenset(
    "man boy father brother son husband uncle spokesman policeman monk king mr serviceman schoolboy chairman "
    "congressman businessman grandfather sheikh prince gunman imam priest mullah".split()
)
NAME_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig sen rep gov president premier pm chancellor king "
    "queen emir minister secretary governor mayor ambassador envoy senator commander general colonel captain major "
    "lieutenant sergeant admiral brigadier marshal chief prime former foreign defense defence interior deputy vice "
    "inspector sheriff justice judge professor doctor sheikh mullah ayatollah imam father sister brother sir lord "
    "lady prince princess pope bishop archbishop reverend attorney speaker executive director u.s. us acting "
    "first lady interim then-president retired late supreme leader".split()
)
"""Words before a name that aren't part of it."""

REFLEXIVE = frozenset("himself herself themselves itself".split())

ARMED = frozenset(
    "rebel militant insurgent guerrilla terrorist extremist jihadist maoist fighter bomber attacker assailant combatant gunman "
    "militiaman militiamen gunmen soldier troop cadre separatist".split()
)
"""People who set off a bomb on others; anybody else who triggers one is its victim."""

STATE_FORCES = frozenset(
    "police policeman soldier troop army officer guard agent authority gendarme official".split()
)
"""Who arrests and searches where others abduct and rob."""
