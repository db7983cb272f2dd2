"""Words and patterns of time in English: tables for reading dates, periods and windows."""

from __future__ import annotations

MONTHS = {
    "january": 1, "jan": 1, "jan.": 1,
    "february": 2, "feb": 2, "feb.": 2, "febuary": 2,
    "march": 3, "mar": 3, "mar.": 3,
    "april": 4, "apr": 4, "apr.": 4,
    "may": 5,
    "june": 6, "jun": 6, "jun.": 6,
    "july": 7, "jul": 7, "jul.": 7,
    "august": 8, "aug": 8, "aug.": 8,
    "september": 9, "sept": 9, "sept.": 9, "sep": 9, "sep.": 9,
    "october": 10, "oct": 10, "oct.": 10,
    "november": 11, "nov": 11, "nov.": 11,
    "december": 12, "dec": 12, "dec.": 12,
}  # fmt: skip
"""Names of months; "mar", "may" and "march" need a number beside them where they are in lower case."""

FOREIGN_MONTHS = {
    "hamal": 1, "farvardin": 1,
    "sawr": 2, "saur": 2, "ordibehesht": 2,
    "jawza": 3, "khordad": 3,
    "saratan": 4, "tir": 4,
    "asad": 5, "mordad": 5,
    "sunbula": 6, "sonbola": 6, "shahrivar": 6,
    "mizan": 7, "mehr": 7,
    "aqrab": 8, "aban": 8,
    "qaws": 9, "azar": 9,
    "jadi": 10, "dey": 10,
    "dalw": 11, "dalwa": 11, "bahman": 11,
    "hut": 12, "esfand": 12,
}  # fmt: skip
"""Months of the solar Hijri calendar, in Afghan and Iranian names."""

AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "sep", "august", "april", "june"})
"""Names of months that are also other words or given names: alone they need a word such as "in" before them."""

LONE_MONTH_LEADS = frozenset(
    "in since of until till by from to and between during last next this early late mid before after for through "
    "around - -- every each throughout or ( , late-".split()
)
"""Words before a month that stands alone."""

WEEKDAYS = {
    "monday": 0, "mon": 0, "mon.": 0,
    "tuesday": 1, "tue": 1, "tue.": 1, "tues": 1, "tues.": 1,
    "wednesday": 2, "wed": 2, "wed.": 2,
    "thursday": 3, "thu": 3, "thu.": 3, "thur": 3, "thurs": 3, "thurs.": 3,
    "friday": 4, "fri": 4, "fri.": 4,
    "saturday": 5, "sat": 5, "sat.": 5,
    "sunday": 6, "sun": 6, "sun.": 6,
}  # fmt: skip

WHOLE_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
"""Names of weekdays that need no date beside them; the short ones ("sun", "sat") do."""

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

UNITS = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
    "day": "day", "days": "day", "night": "day", "nights": "day", "evening": "day", "evenings": "day",
    "morning": "day", "mornings": "day",
    "week": "week", "weeks": "week", "weekend": "weekend", "weekends": "weekend",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
    "season": "season", "seasons": "season",
    "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade",
    "century": "century", "centuries": "century",
}  # fmt: skip
"""Words for units of time and the unit they stand for; nights are counted as days."""

DEICTIC_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "this day": 0,
    "yesterday": -1, "last night": -1, "last evening": -1, "yesterday night": -1, "yesteryday": -1,
    "tomorrow": 1, "tomorrow night": 1,
    "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2, "the night before last": -2,
}  # fmt: skip
"""Words that count days from the day of publication."""

VAGUE_NUMBERS = frozenset(
    "few several couple many some numerous dozens scores hundreds thousands countless recent".split()
)
"""Words of number which leave the length of time open."""

VAGUE_VALUES = {"couple": 2, "a couple": 2, "a couple of": 2}
"""Loose words of number that still have a value."""

ORDER_WORDS = {
    "first": 0, "opening": 0, "initial": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4,
    "last": -1, "final": -1, "closing": -1, "latter": -1,
}  # fmt: skip
"""Words that choose a part of a period, counted from its start, or from its end when negative."""

PART_WORDS = {
    "early": "early", "early part of": "early", "mid": "mid", "middle": "mid", "late": "late", "latter part": "late",
    "beginning": "start", "start": "start", "outset": "start", "onset": "start", "turn": "start", "dawn": "start",
    "end": "end", "close": "end", "height": "", "course": "", "whole": "", "rest": "rest", "remainder": "rest",
    "all": "", "much": "", "most": "", "early part": "early", "later part": "late",
}  # fmt: skip
"""Words for a part of a period and the part they stand for; empty for the whole."""

DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

FEASTS = {
    "new year 's day": "new-year", "new years day": "new-year", "new year 's": "new-year", "new year": "new-year",
    "new year 's eve": "new-year-eve", "christmas": "christmas", "christmas day": "christmas",
    "christmas eve": "christmas-eve", "boxing day": "boxing-day", "valentine 's day": "valentine",
    "may day": "may-day", "international women 's day": "women-day", "nowruz": "nowruz", "newroz": "nowruz",
    "halloween": "halloween", "bastille day": "bastille-day", "fourth of july": "fourth-of-july",
    "epiphany": "epiphany", "all saints ' day": "all-saints", "armistice day": "armistice",
    "veterans day": "armistice", "juneteenth": "juneteenth", "anzac day": "anzac", "orthodox christmas": "orthodox-christmas",
    "st. patrick 's day": "patrick", "easter": "easter", "easter sunday": "easter", "easter monday": "easter-monday",
    "good friday": "good-friday", "maundy thursday": "maundy-thursday", "palm sunday": "palm-sunday",
    "ash wednesday": "ash-wednesday", "pentecost": "pentecost", "eid al - fitr": "eid-al-fitr",
    "eid ul - fitr": "eid-al-fitr", "eid al - adha": "eid-al-adha", "eid ul - adha": "eid-al-adha",
    "ashura": "ashura", "arbaeen": "arbaeen", "mawlid": "mawlid", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "labor day": "labor-day", "martin luther king day": "king-day",
}  # fmt: skip
"""Names of feasts, as tokenised, and the key under which the calendar knows them."""

PRESIDENCIES = {
    "clinton": ((1993, 2001),),
    "bush": ((2001, 2009),),
    "obama": ((2009, 2017),),
    "trump": ((2017, 2021), (2025, 2029)),
    "biden": ((2021, 2025),),
}
"""Terms of presidents of the United States, each from 20 January to 20 January (20th Amendment, section 1)."""

TAKING_OFFICE = (
    r"(?:took|takes|taking|assumed|assuming|entered|entering|came into|coming into|returned to|returning to) "
    r"(?:the )?(?:office|power|presidency|white house)|(?:was |were |being )?(?:inaugurated|sworn in)"
    r"|came to power|coming to power|'s inauguration|inauguration"
)
"""Phrases for the day on which a president's term begins."""

NAMED_EVENTS = {
    "coup": "coup", "putsch": "coup", "takeover": "coup", "power grab": "coup", "seized power": "coup",
    "took power": "coup", "seizing power": "coup", "seizure of power": "coup",
    "ceasefire": "truce", "cease - fire": "truce", "truce": "truce", "armistice": "truce",
    "invasion": "invasion", "war": "war", "offensive": "offensive", "election": "election", "elections": "election",
    "agreement": "agreement", "deal": "agreement", "accord": "agreement", "blockade": "blockade", "siege": "siege",
    "uprising": "uprising", "revolution": "uprising", "earthquake": "earthquake", "massacre": "massacre",
    "withdrawal": "withdrawal", "referendum": "referendum",
}  # fmt: skip
"""Words for happenings that a text dates once and refers to later ("the February 2021 coup … since the coup")."""

SPEECH = frozenset(
    "say says said saying tell tells told add adds added announce announces announced report reports reported state "
    "stated declare declared claim claims claimed confirm confirmed write wrote written acknowledge acknowledged "
    "deny denied warn warned insist insisted note noted quote quoted explain explained publish published release "
    "released issue issued".split()
)
"""Verbs of saying: the time of the saying is not the time of what is told."""

FUTURE_AUXILIARIES = frozenset("will shall 'll wo would should could may might must".split())
"""Auxiliaries after which a date without a year or a weekday lies ahead."""

FUTURE_CUES = frozenset(
    "expect expects expected plan plans planned planning schedule scheduled slated intend intends intended hope "
    "hopes likely prepare preparing poised deadline ultimatum upcoming forthcoming aim aims anticipated postpone "
    "postponed postpones adjourn adjourned rescheduled begins starts opens expires resumes meets convenes".split()
)
"""Words that put what they govern ahead."""

CUES_WITH_TO = frozenset("due set about going".split())
"""Words that put what they govern ahead when "to" or "for" follows ("set to meet", "due to open")."""

DUE_VERBS = frozenset(
    "open meet begin start take be hold visit travel arrive resume end leave face speak vote return appear expire go "
    "become run sign address host attend hear rule decide deliver come".split()
)
"""Verbs after "due to"; before other words it gives a cause."""

COMMITMENTS = frozenset(
    "vow vows vowed promise promises promised pledge pledges pledged threaten threatens threatened agree agrees agreed "
    "urge urges urged order orders ordered ask asks asked invite invites invited warn warns warned set sets fixed "
    "summoned".split()
)
"""Verbs whose own time lies behind while what they govern lies ahead."""

PAST_FORMS = frozenset(
    "was were had did said told took came went got fell hit made lost left ran led gave found saw began broke blew "
    "brought built caught chose drew drove fled flew fought held kept knew laid lay met paid rose sent set shot sold "
    "spoke spent spread stood stole struck swore threw thought won wrote burnt became been has have 've".split()
)
"""Irregular past forms, used only where the words carry no tags."""

REPORT_TITLES = frozenset(
    "overview report update bulletin summary situation sitrep review monthly weekly snapshot digest roundup monitor "
    "biweekly quarterly annual brief dashboard tracker note log chronology digest operations".split()
)
"""Words in a title that make a month or week in it the period under report."""

PERIOD_LABELS = (
    r"(?:(?:reporting|review|report|coverage) (?:period|week|month)|period (?:covered|under review|of report|:)|"
    r"cover(?:s|ing) the (?:period|week|month)|^covering|date range|dates? covered|week ending|^period)"
)
"""Phrases before the period that a report covers."""

PERSON_YEARS = frozenset({"his", "her", "their", "my", "our"})
"""Words before "20s" that make it an age."""

NAMED_DAYS = {
    "9/11": (2001, 9, 11), "7/7": (2005, 7, 7), "sept. 11 attacks": (2001, 9, 11),
    "september 11 attacks": (2001, 9, 11), "september 11th attacks": (2001, 9, 11),
}  # fmt: skip
"""Days that reports name without a year."""

NAMED_PERIODS = {
    "world war i": ((1914, 7, 28), (1918, 11, 11)), "world war one": ((1914, 7, 28), (1918, 11, 11)),
    "first world war": ((1914, 7, 28), (1918, 11, 11)), "great war": ((1914, 7, 28), (1918, 11, 11)),
    "wwi": ((1914, 7, 28), (1918, 11, 11)), "world war ii": ((1939, 9, 1), (1945, 9, 2)),
    "world war two": ((1939, 9, 1), (1945, 9, 2)), "second world war": ((1939, 9, 1), (1945, 9, 2)),
    "wwii": ((1939, 9, 1), (1945, 9, 2)), "american civil war": ((1861, 4, 12), (1865, 5, 26)),
    "spanish civil war": ((1936, 7, 17), (1939, 4, 1)), "korean war": ((1950, 6, 25), (1953, 7, 27)),
    "gulf war": ((1990, 8, 2), (1991, 2, 28)),
}  # fmt: skip
"""Wars that name their days, first and last; only those on whose days histories agree."""

ERAS = {
    "ad": True, "a.d.": True, "ce": True, "c.e.": True, "bc": False, "b.c.": False, "bce": False, "b.c.e.": False,
}  # fmt: skip
"""Words beside a year or century: whether it is one of the calendar's own, or before them."""

LUNAR = frozenset("chinese lunar islamic jewish persian hijri ethiopian tamil".split())
"""Words before a feast that move it to another calendar."""

PAPERS = frozenset("times telegraph post mail mirror independent herald tribune express world".split())
"""Words after a weekday that make it a newspaper or a programme."""

SCHEDULED = frozenset(
    "begins begin starts start opens open expires expire resumes resume meets meet convenes convene takes take ends end "
    "travels travel visits visit returns return arrives arrive flies fly launches launch votes vote goes go".split()
)
"""Verbs whose present tense with a date tells of what is fixed to come ("the truce takes effect on Saturday")."""
