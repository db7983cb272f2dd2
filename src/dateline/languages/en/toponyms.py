"""English words that name kinds of places, stand before or after their names, or rule a place out."""

from __future__ import annotations

UNIT_FEATURES: dict[str, tuple[str, ...]] = {
    "province": ("ADM1",),
    "governorate": ("ADM1",),
    "oblast": ("ADM1",),
    "state": ("ADM1", "PCL"),
    "prefecture": ("ADM1",),
    "voivodeship": ("ADM1",),
    "krai": ("ADM1",),
    "provinces": ("ADM1",),
    "governorates": ("ADM1",),
    "states": ("ADM1", "PCL"),
    "region": ("ADM1", "RGN", "ADM"),
    "regions": ("ADM1", "RGN", "ADM"),
    "department": ("ADM1", "ADM"),
    "canton": ("ADM1", "ADM"),
    "county": ("ADM2", "ADM1"),
    "counties": ("ADM2", "ADM1"),
    "parish": ("ADM2", "ADM1"),
    "parishes": ("ADM2", "ADM1"),
    "co": ("ADM2",),
    "district": ("ADM2", "ADM"),
    "raion": ("ADM2", "ADM"),
    "lga": ("ADM2", "PPL"),
    "city": ("PPL",),
    "town": ("PPL",),
    "village": ("PPL",),
}
"""Words of kind and how the feature codes (GeoNames) of the places that they fit begin."""

FACILITIES = frozenset(
    "airport airbase airfield base camp barracks port harbor harbour dam refinery oilfield bridge crossing checkpoint "
    "station prison jail hospital garrison outpost headquarters university school mosque church cathedral temple "
    "market square plant mine museum stadium hotel park embassy consulate compound terminal junction roundabout".split()
)
"""Words of kind that name something smaller than the place whose name they carry."""

NATURAL = frozenset(
    "valley forest river creek mountain mountains mount hills hill desert island islands peninsula lake sea bay gulf "
    "strait straits coast delta basin plateau plain plains pass gap heights corridor canyon reservoir marsh swamp "
    "falls springs beach canal wadi shoal reef archipelago".split()
)

ROADS = frozenset("road highway street avenue boulevard motorway lane drive route".split())

DIVISIONS = frozenset(
    "town village city township municipality commune subdistrict sub-district sub-county suburb neighborhood "
    "neighbourhood quarter area enclave exclave zone sector strip territory woreda tehsil taluk upazila county "
    "counties parish parishes district districts borough lga".split()
)

UNITS = frozenset(UNIT_FEATURES) | FACILITIES | NATURAL | ROADS | DIVISIONS | {"border"}
"""Words that follow a name and belong to the place: "Konduga LGA", "Harir air base"."""

QUALIFIERS = frozenset(
    "international air oil gas refugee military army police naval border metropolitan regional central general "
    "university medical federal autonomous greater industrial displacement idp army's displaced power bus train "
    "railway fire high memorial national local government".split()
)
"""Words between a name and its word of kind: "Baghdad International Airport"."""

KIND_BEFORE = frozenset(
    "village town city district province state municipality hamlet suburb camp port island community township region "
    "governorate county gulf bay strait straits lake mount river republic commune department isle cape kingdom "
    "university villages towns cities districts provinces neighbourhood neighborhood area settlement".split()
)
"""Words before "of" and a name: "the village of Qaraj"."""

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower "
    "greater downtown inner outer mid rural the lake mount fort port".split()
)

CONNECTORS = frozenset(
    "de del della di da do dos das du des la las le les los el al ul of the an ar as ash at ad az ez es e au aux sur upon and y i bin den der van von".split()
)
"""Small words inside names: "Dar al-Sid", "Port-au-Prince", "Rio de Janeiro"."""

LOCATIVE = frozenset(
    "in at near outside inside around across to from toward towards between into off beyond through throughout "
    "within over above along against on of via nearby amid".split()
)
"""Prepositions that a place may follow."""

PLACING = LOCATIVE - {"of", "to", "from", "on", "against", "over", "by", "via", "above"}
"""Prepositions that mostly a place follows."""

NEVER_ALONE = frozenset(
    "center centre hall house court street road avenue city state county town village school college church park "
    "office building room square bridge station airport hospital university museum library club union bank church "
    "north south east west northeast northwest southeast southwest northern southern eastern western central upper "
    "lower district province region area island islands lake river mountain valley hill hills bay beach port fort "
    "new old great big grand little first second third rev dr mr mrs ms st saint sir lord lady god father mother "
    "president minister king queen prince general colonel captain major sergeant judge justice mayor governor "
    "senator olympic christmas easter ramadan congress senate parliament government army navy police us-led "
    "union league front party movement of the and an is was are march may august sunday monday friday battle war "
    "yes no but his her their our your my this that these those when what why how who where it he she they we you i "
    "most many some both all each several also however meanwhile still then there here now today republic force forces "
    "brigade group los las el la le les al del de san santa eu e.u interstate highway route drive lane boulevard way "
    "state's aisles passover us-led crusader duma".split()
)
"""Words that are places' names somewhere in the world, but never in news when they stand alone."""

NO_PLACE_AFTER = frozenset(
    "times post herald tribune gazette journal news daily weekly chronicle observer telegraph star sun mirror press "
    "tv radio university institute college club league bank fc united stock exchange airlines airways embassy "
    "street cup games accord accords agreement convention protocol treaty declaration process conference summit "
    "award prize act bill company inc ltd corp corporation group foundation society association".split()
)
"""Capitalised words after a place's name that make it the name of something else."""

TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady president minister general gen. gen colonel col. col captain capt. "
    "major maj. lieutenant lt. sergeant sgt. sgt private pvt. corporal cpl. judge justice mayor governor gov. senator "
    "sen. sen rep. representative ambassador sheikh sheik imam ayatollah mullah pope bishop archbishop father fr. "
    "rev. sister brother king queen prince princess professor prof. secretary spokesman spokeswoman chancellor "
    "premier officer detective sheriff chief commander cmdr. admiral adm.".split()
)
"""Words before a person's name."""

BELONGING = frozenset(
    "native resident residents man woman men women police mayor governor gov gov. senator sen sen. officials official "
    "authorities government minister lawmakers voters prosecutors courts court hospitals schools health attorney "
    "deputies firefighters based-based teenager couple family residents' suburb outskirts".split()
)
"""Words after a place that say whose or where: "an Alton man", "Alaska Gov."."""

INHABITANTS = frozenset(
    "resident native man woman inhabitant people farmer trader student mayor governor bishop archbishop sheikh "
    "villager citizen boy girl teacher doctor driver refugee".split()
)
"""Words before "of" and the place that somebody comes from."""

HYPHENATED = frozenset(
    "led backed based held born run bound controlled made funded trained allied sponsored mediated brokered linked "
    "aligned supported style wide area region administered occupied ruled installed built supplied appointed "
    "educated area affiliated affiliated inspired dominated friendly wide".split()
)
"""Words that follow a place's name behind a hyphen: "Iran-backed"."""

ORGANISATION_ENDINGS = frozenset(
    "force forces brigade brigades battalion regiment division army corps movement front group party union council "
    "committee ministry agency command team unit squad police guard militia cartel gang alliance coalition federation "
    "association organisation organization department office bureau service services commission court media".split()
)
"""Last words of names that are organisations whatever the tag says."""

SHORT_DAYS = frozenset("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
"""Short names of days, some of which are places too."""

DISTANCES = frozenset(
    (
        "km kilometer kilometre mile north south east west northwest northeast southwest southeast north-west "
        "north-east south-west south-east"
    ).split()
)
"""Words of how far or which way from a place: "115 km northwest of Mandalay"."""
