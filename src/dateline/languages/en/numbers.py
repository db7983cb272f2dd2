"""Words of number in English: tables for reading a count as a range.

How open words are valued ("dozens", "scores") follows the coding rules of the record: the least number that the
word can mean, with no upper end.
"""

from __future__ import annotations

CARDINALS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
"""Cardinal words below a hundred."""

MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
"""Words that multiply what stands before them."""

SUFFIXES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
"""Letters written onto digits ("12k", "3.5m"); a bare "m" after digits of a space is metres, never a million."""

DOZEN = {"dozen": 12, "score": 20}
"""Words that multiply like a magnitude but take an article ("a dozen", "two dozen", "a score of")."""

OPEN_WORDS = {
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "several": 3,
    "numerous": 3,
}
"""Words for a number with a least value and no upper end."""

OPEN_PHRASES = {
    ("tens", "of", "thousands"): 20_000,
    ("hundreds", "of", "thousands"): 200_000,
    ("scores", "of", "thousands"): 40_000,
    ("dozens", "of", "thousands"): 24_000,
    ("a", "few", "dozen"): 36,
    ("a", "few", "hundred"): 300,
    ("a", "few", "thousand"): 3_000,
    ("several", "dozen"): 36,
    ("several", "hundred"): 300,
    ("several", "thousand"): 3_000,
    ("several", "million"): 3_000_000,
    ("many", "hundreds"): 200,
    ("many", "thousands"): 2_000,
    ("a", "few"): 3,
    ("quite", "a", "few"): 3,
    ("a", "handful"): 3,
    ("a", "number", "of"): 2,
    ("a", "string", "of"): 2,
    ("a", "series", "of"): 2,
    ("a", "spate", "of"): 2,
    ("a", "wave", "of"): 2,
    ("multiple",): 2,
}
"""Phrases for a number with a least value and no upper end."""

CLOSED_PHRASES = {
    ("a", "couple"): (2, 2),
    ("a", "couple", "of"): (2, 2),
    ("a", "pair", "of"): (2, 2),
    ("a", "trio", "of"): (3, 3),
    ("a", "quartet", "of"): (4, 4),
    ("half", "a", "dozen"): (6, 6),
    ("half", "-", "a", "-", "dozen"): (6, 6),
    ("a", "half", "dozen"): (6, 6),
    ("a", "half", "-", "dozen"): (6, 6),
    ("half", "a", "million"): (500_000, 500_000),
    ("half", "a", "billion"): (500_000_000, 500_000_000),
    ("a", "quarter", "of", "a", "million"): (250_000, 250_000),
    ("a", "dozen"): (12, 12),
    ("a", "score", "of"): (20, 20),
    ("a", "hundred"): (100, 100),
    ("a", "thousand"): (1_000, 1_000),
    ("a", "million"): (1_000_000, 1_000_000),
    ("a", "dozen", "or", "so"): (12, 12),
    ("one", "or", "two"): (1, 2),
    ("both",): (2, 2),
    ("not", "a", "single"): (0, 0),
    ("not", "one", "single"): (0, 0),
    ("no", "one"): (0, 0),
    ("no", "-", "one"): (0, 0),
    ("not", "one", "of"): (0, 0),
    ("nobody",): (0, 0),
    ("none",): (0, 0),
    ("nil",): (0, 0),
}
"""Phrases with both ends."""

NOTHING = frozenset({"no", "zero"})
"""Determiners that count none of what follows."""

HARM_NOUNS = frozenset(
    "casualty casualties death deaths fatality fatalities victim victims injury injuries wounded dead hurt people "
    "person persons civilian civilians soldier soldiers troops troop personnel officer officers policeman policemen "
    "police fighter fighters militant militants child children woman women man men worker workers member members "
    "passenger passengers crew staff resident residents villager villagers worshipper worshippers student students "
    "prisoner prisoners hostage hostages american americans loss losses attack attacks strike strikes raid raids "
    "incident incidents rocket rockets missile missiles drone drones shot shots explosion explosions blast blasts "
    "bomb bombs mortar mortars shell shells life lives damage".split()
)
"""Nouns before which "no" states a count of none ("no casualties"), as against "no doubt"."""

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "without", "nor", "neither", "hardly", "denied"})
"""Words that turn "any casualties" or "a single" into none."""

TIMES_WORDS = {"once": 1, "twice": 2, "thrice": 3}
"""Adverbs that count how often."""

OCCASIONS = frozenset("time times occasion occasions".split())
"""Nouns that make a number count how often ("three times", "on 11 occasions")."""

ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
"""Ordinal words; "twenty-first" is made of two."""

AT_LEAST = (
    "at least",
    "at the least",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "minimum of",
    "as many as or more than",
    "upward of",
    "upwards of",
    "a total of at least",
    "at the very least",
    "not under",
)
"""Words before a number that leave its upper end open."""

MORE_THAN = (
    "more than",
    "over",
    "above",
    "well over",
    "in excess of",
    "greater than",
    "well above",
    "exceeding",
    "upwards of over",
)
"""Words before a number that it exceeds: low is the number plus one, the upper end is open."""

AT_MOST = (
    "up to",
    "at most",
    "no more than",
    "not more than",
    "a maximum of",
    "as many as",
    "at the most",
    "not exceeding",
)
"""Words before a number that is the upper end."""

LESS_THAN = ("fewer than", "less than", "under", "below", "well under")
"""Words before a number that it stays under."""

ALMOST = (
    "nearly",
    "almost",
    "close to",
    "just under",
    "just short of",
    "approaching",
    "not quite",
    "nigh on",
    "virtually",
)
"""Words before a number that it falls short of; only a round dozen is widened, to 10–12."""

ABOUT = (
    "some",
    "about",
    "around",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
    "circa",
    "a reported",
    "reportedly",
    "exactly",
    "precisely",
    "only",
    "just",
    "another",
    "a further",
    "a total of",
    "a combined",
    "an additional",
    "additional",
    "as few as",
    "the other",
    "the remaining",
    "all",
    "all of the",
    "these",
    "those",
    "a record",
    "a reported total of",
    "the first",
    "the last",
    "further",
    "~",
    "≈",
    "c.",
    "somewhere around",
    "in the region of",
    "more or less",
    "something like",
    "or so",
)
"""Words before a number that leave it as it is."""

EXACTLY = frozenset({"exactly", "precisely", "only", "just"})
"""Words that stop "at least" from reaching a later number of a list."""

OR_MORE = (
    "or more",
    "or above",
    "or over",
    "at least",
    "and counting",
    "and rising",
    "and possibly more",
    "if not more",
    "plus",
    "+",
    "at a minimum",
    "at the least",
    "or even more",
    "and maybe more",
)
"""Words after a number that leave its upper end open."""

OR_FEWER = ("or fewer", "or less", "at most", "or under", "at the most", "at a maximum")
"""Words after a number that is the upper end."""

OR_SO = ("or so", "- odd", "odd", "or thereabouts", "- some", "-odd")
"""Words after a number that leave it as it is."""

CURRENCIES = frozenset(
    "dollar dollars euro euros pound pounds naira rupee rupees riyal riyals rial rials dinar dinars lira liras peso "
    "pesos sol soles yuan renminbi yen rouble roubles ruble rubles hryvnia hryvnias shilling shillings franc francs "
    "rand birr kyat kyats baht taka afghani afghanis real reais cedi cedis won ringgit rupiah dirham dirhams shekel "
    "shekels sterling cent cents cfa usd eur gbp mxn pence krona kronor tugrik".split()
)
"""Nouns that make a number an amount of money."""

MONEY_SIGNS = frozenset("$ € £ ¥ ₦ ₹ ₽ ₺ ₴ ₪ usd eur gbp us$ a$ c$ u.s.$ rs rs. n afn ngn".split())
"""Signs before an amount of money."""

MEASURES = frozenset(
    "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters m cm mm centimetre centimetres "
    "centimeter centimeters millimetre millimetres millimeter millimeters foot feet ft inch inches yard yards acre "
    "acres hectare hectares ha kg kilogram kilograms kilogramme kilogrammes kilo kilos gram grams tonne tonnes ton "
    "tons lb lbs pound ounce ounces litre litres liter liters gallon gallons barrel barrels bpd mph kph knots knot "
    "degree degrees celsius fahrenheit megawatt megawatts mw kw gw watts volt volts caliber calibre percent per pct "
    "percentage % ° nautical magnitude points point bps basis sq square cubic kmh kilotons kiloton grammes".split()
)
"""Nouns that make a number a measure."""

PERIODS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight fortnights "
    "month months quarter quarters season seasons year years decade decades century centuries am pm a.m. p.m. a.m p.m "
    "o'clock gmt utc hrs hr min mins sec yr yrs".split()
)
"""Nouns that make a number a length of time or a time of day."""

AGE_CUES = frozenset({"aged", "age", "ages"})
"""Words before a number that is an age."""

UNIT_NAMES = frozenset(
    "battalion brigade division regiment squadron corps company platoon fleet highway route road street avenue "
    "interstate exit flight resolution article section chapter paragraph page pages room block sector zone district "
    "phase version no. no nos. nos number numbers # grade camp area gate pier terminal line channel episode annex annexe "
    "table figure volume issue case tower building house apartment level tier type mark model unit group protocol "
    "clause amendment hill post checkpoint kilometre km ward precinct platform track mile psalm verse part class boeing airbus "
    "falcon mig su apollo item bravo alpha region stage covid runway seat juz vol. chap. art. fig. op. p. pp.".split()
)
"""Words after which a bare number is a name, not a count."""

COUNTED_STOPS = frozenset(
    "is are was were be been being has have had do does did will would can could may might shall should must "
    "in on at to from by with for of off over under near inside outside into onto across around against between "
    "and or but nor so yet that which who whom whose when where while as if because since until after before during "
    "died said says took came went got fell hit made lost left ran led killed injured wounded dead hurt kidnapped "
    "abducted arrested detained missing captured displaced the a an this these those its their his her our my your "
    "not also still more than then now according including including out away back down up there here per targeted "
    "struck fired set walked entered opened attacked crossed stormed shot burned burnt destroyed damaged exploded "
    "landed flew gathered fled drove claimed told remain remained".split()
)
"""Words that end the run of words after a number, used only where the words carry no tags."""

PERSON_NOUNS = frozenset(
    "man woman boy girl youth child teenager person student farmer baby infant toddler male female resident".split()
)
"""Nouns after which "of" and a number give an age ("a woman of 70")."""

AGED_GROUPS = frozenset(
    "children child them people persons men women boys girls those anyone minors kids ones civilians infants youths".split()
)
"""Words after which "under" or "over" and a number give an age ("seven of them under 12")."""

PRONOUN_ONE = frozenset(
    "the this that another each every any which last first next other only no some good bad big small new old same such".split()
)
"""Words after which "one" is a pronoun."""

AFTER_PRONOUN_ONE = frozenset("another 's ’s by hand day side way such thing another".split())
"""Words before which "one" counts nothing of interest ("one day", "one another")."""

YEAR_LEADS = frozenset(
    "in since of from until till by during before after early late mid year circa the around to and - for election".split()
)
"""Words after which four bare digits are a year."""

CLOCK_LEADS = frozenset({"at", "around", "about", "by", "until", "before", "after", "since", "from"})
"""Words before a bare hour."""

LIST_BREAKS = frozenset(
    "killed injured wounded dead hurt died was were is are has have had kidnapped abducted arrested detained missing "
    "while but who which that when including among of whom displaced said burned damaged destroyed".split()
)
"""Words between two numbers that end the reach of "at least": what follows is a statement of its own."""

NOTHING_BREAKS = frozenset(
    "doubt longer matter one idea comment way such other sign need plan plans time report reports word words information "
    "details confirmation claim claims figures evidence indication suggestion question reason".split()
)
"""Words after "no" that start a turn of phrase and state no count."""

UP_TO_VERBS = frozenset(
    "own owns owned owning admit admitted add adds added adding face faced catch caught live lived".split()
)
"""Verbs that "up to" completes, so that it limits no number after them."""
