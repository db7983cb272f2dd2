"""Words for what attacks hit, and for the public bodies and crowds whose acts are events."""

from __future__ import annotations

from dateline.languages.en.people import OFFICES

TARGETS = frozenset(
    "base airbase airfield airport runway hangar barracks outpost checkpoint checkpoint post camp garrison bunker "
    "warehouse depot store dump arsenal factory plant refinery pipeline facility site compound headquarters building "
    "house home apartment residence block hotel restaurant cafe shop market mall bazaar stall school university "
    "hospital clinic mosque church temple synagogue monastery shrine embassy consulate office station prison jail "
    "courthouse court bridge road highway railway train bus minibus car vehicle truck tanker trailer van pickup "
    "motorcycle motorbike bicycle boat ship vessel tanker ferry port harbor harbour dock plane aircraft helicopter "
    "jet convoy patrol motorcade village town city district neighborhood neighbourhood area hamlet settlement farm "
    "field crop orchard stadium theater theatre park square street gate wall fence tower grid substation dam well "
    "workshop laboratory silo launcher battery radar position trench stronghold hideout cave tunnel ranch party "
    "wedding funeral rally crowd gathering procession ceremony target infrastructure installation complex pipeline".split()
)

OFFICIAL = OFFICES | frozenset(
    "government ministry parliament regime junta army military navy police force forces troops security authority "
    "authorities council cabinet court state country union federation party movement group militia faction front "
    "alliance coalition organisation organization agency embassy mission commission committee department "
    "administration bloc nation nations province republic opposition rebel rebels militants insurgents gang cartel "
    "protester protesters demonstrator demonstrators crowd crowds residents villagers workers students teachers "
    "lawmakers senators ministers officials leaders generals elders soldiers lawmaker legislator mp deputies "
    "prosecutors attorney attorneys guerrillas separatists unionists strikers activists parties sides people "
    "gunmen kidnappers hijackers militiamen peacekeepers bank charity prince emir king queen team delegation "
    "negotiators chargé affaires negotiator envoys judges diplomats ambassador candidates board watchdog regulator "
    "clansmen tribesmen tribe community fighters commandos agents marines guard office presidency palace "
    "generals brigade battalion squad unit command staff regulator traders shopkeepers doctors nurses outfit delegates donors partner partners volunteers ngo ngos bishops clergy church farmers miners drivers".split()
)
"""Heads of phrases that name public bodies, holders of office, armed groups and crowds."""

AID_GOODS = frozenset(
    "aid assistance food medicine relief supply supplies fund funds money fuel tent blanket water ration rations vaccine "
    "grain wheat flour team medic doctor rescuer ambulance hospital bill bills million equipment shelter support kit "
    "donation grant loan case cases wounded patient victims survivors refugees delivery plane generator ammunition weapon weapons vehicle howitzer missile system tank drone euro dollar pound yen shilling tonne kit kits oil battery interceptor bread rice oil medicines flour antibiotic aircraft helicopter radar shell rifle ambulance bed pump".split()
)
"""What aid consists of, and whom it carries."""

FORCES = frozenset(
    "troop troops soldier gendarme gendarmes force forces police unit army battalion brigade reinforcement reinforcements helicopter warship "
    "fleet aircraft personnel tank carrier policeman officer regiment marine marines peacekeeper guard guardsman "
    "commando jet fighter frigate destroyer artillery battery contingent division company platoon squad convoy armour armor artillery gun howitzer submarine gunboat paratrooper conscript reservist column".split()
)
CROWDS = frozenset(
    "ten score student people person protester demonstrator crowd resident villager worker student teacher farmer miner driver union "
    "woman man family relative mourner supporter activist opposition member citizen thousand hundred dozen lawmaker "
    "refugee pensioner doctor nurse trader shopkeeper community party monk priest hundreds thousands baker vendor parent mother widow prisoner inmate passenger commuter tenant settler pilgrim fan".split()
)
COMBAT = frozenset(
    "intelligence-based intelligence clearing clearance military combat ground security counterterrorism offensive cleansing sweep joint".split()
)
FIGURATIVE = frozenset(
    "cost price population demand interest growth number anger rage joy colour color laughter energy creativity sale "
    "spending debt activity rise traffic".split()
)
PRIVATE_ACTS = frozenset(
    "name identify say comment elaborate give speak disclose reveal answer discuss talk know confirm quote specify "
    "pick believe be tell explain provide".split()
) - {"be"}
"""Complements that make asking and refusing a private matter: "asked not to be named", "declined to comment"."""

SITES = frozenset(
    "base airbase airfield airport outpost camp checkpoint market bridge barracks garrison refinery stall embassy".split()
)
"""Targets that are also where the attack was, when nothing else says where."""

DEVICES = frozenset("device bomb explosive charge package parcel vehicle car truck motorcycle ied".split())
"""What explodes without being called a weapon."""

LANDING = frozenset({"land", "fall", "slam", "crash"})
"""Verbs of a projectile's end, said of "one" or "two of them" where the projectiles were named before."""

HELD = frozenset(
    "village town settlement hamlet camp outpost post base barracks checkpoint garrison prison jail position".split()
)
"""What attackers on foot raid when nothing says that they struck from afar."""

VEHICLES = frozenset(
    "car truck lorry van vehicle minibus bus motorcycle motorbike tanker boat ambulance taxi pickup tractor cart".split()
)
LOADED = frozenset("laden load loaded pack packed fill filled rig rigged stuff stuffed wire wired".split())
"""Of a vehicle that is itself the bomb, with the word for what it carries beside it."""

NEVER_HIT = frozenset(
    "time night day dawn dusk evening morning afternoon midnight noon moment hour minute weekend week month year end "
    "shot round volley salvo burst gunfire gunshot attack assault blast explosion strike raid shooting bombing clash fatality "
    "casualty life death injury retaliation revenge response".split()
)
"""Nouns in the place of a target that are none: when it was, what was fired, the attack itself, what came of it."""

EXPLOSIVES = frozenset("explosive explosives ammunition".split())

THROWING = frozenset("throw lob hurl toss fling chuck".split())
"""Verbs whose object is what an attacker throws."""
