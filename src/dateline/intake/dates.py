"""Publication dates: parsed where a field gives one, and found in addresses and at the top of texts.

In: a field's value, a URL, or the first paragraphs of a text. Out: an aware datetime, or None. A date without a
time of day is midnight UTC of that day. Nothing here falls back to today's date, completes a missing year, or
takes a date out of running prose: a wrong publication date moves every "Monday" of the text.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from dateline.model.document import aware

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?P<month>" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = (
    rf"{DAY}[ \-]{MONTH}[, \-]{{1,2}}{YEAR}",
    rf"{MONTH} {DAY},? {YEAR}",
    rf"{YEAR}-(?P<number>\d\d?)-(?P<day>\d\d?)",
    rf"{YEAR}/(?P<number>\d\d?)/(?P<day>\d\d?)",
    rf"(?P<day>\d\d?)\.(?P<number>\d\d?)\.{YEAR}",
    rf"(?P<first>\d\d?)/(?P<second>\d\d?)/{YEAR}",
)
"""Ways of writing a full date. With slashes, day and month are told apart only where one is above twelve."""

DATES = tuple(re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE) for form in FORMS)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?"
LABEL = (
    r"(?:(?:first |last )?(?:published|posted|updated|modified|issued|released|filed|date|dated|released on|as of|"
    r"on air|aired|broadcast|recorded|published on|updated on|posted on|date of (?:issue|publication|release)))"
)
BEFORE = re.compile(
    rf"(?:{WEEKDAY},?\s*|{LABEL}\s*[:|–—-]?\s*(?:on\s+)?(?:{WEEKDAY},?\s*)?"
    rf"|by [^|\n]{{2,60}}?\s*[|•·–—,-]\s*(?:{LABEL}:?\s*)?(?:{WEEKDAY},?\s*)?"
    rf"|(?:live|situation report|sitrep|flash update|press release|news release|statement|bulletin|summary|update)\b[^.!?\n]{{0,80}}"
    rf"|[^.!?|\n]{{2,60}}\|\s*)?",
    re.IGNORECASE,
)
"""What may stand between the start of a line and its date."""

PLACE = re.compile(
    r"(?!(?:On|In|At|Since|By|From|Until|After|Before|As|Between|During|Through|Of|For|Until|Late|Early)\b)"
    r"[A-Z][\w'’.-]*(?:[ ,/]+(?:[A-Z][\w'’.-]*|of|the|de|la|el|al|and|\d{1,2}|\d{4}))*(?:\s*\([^)\n]{2,40}\))?\s*[,(–—-]\s*"
    rf"(?:{WEEKDAY},?\s*)?"
)
"""A dateline's place up to the date: capitalised words, and a date in another calendar."""

AFTER = re.compile(
    r"\s*(?:$|[-–—:|()\]/•·]|,?\s*(?:at\s+)?\d{1,2}[:.]\d\d|,?\s+(?:GMT|UTC)|,?\s*\([^)]{2,40}\)\s*[-–—:.]|,\s*[A-Z][\w ]{2,40}\s*[-–—:])"
)
"""What follows the date of a dateline, never the rest of a clause."""

ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
IN_URL = (
    re.compile(r"/((?:19|20)\d\d)/(\d\d?|[a-z]{3})/(\d\d?)(?=[/?#_-]|$)", re.IGNORECASE),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[-_](\d\d)[-_](\d\d)(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"),
)
"""Dates as addresses have them: /2021/07/25/, /2021/jul/25/, 2021-07-25, 20210725."""


def parse_published(value: str) -> datetime:
    """The moment that a field gives: ISO 8601, RFC 5322 ("Sun, 25 Jul 2021 15:17:02 +0000"), or a written date.

    Raises ValueError saying what was expected.
    """
    text = " ".join(value.split())
    found = _iso(text) or _mail(text) or _written(text)
    if found is None or not found.year >= 1000:
        raise ValueError(f"{value!r} is no date; write 2021-07-25 or 2021-07-25T15:17:02+00:00")
    return found


def moment(value: datetime | date) -> datetime:
    """A day or a moment as an aware datetime."""
    return aware(value) if isinstance(value, datetime) else datetime.combine(value, time(), UTC)


def date_in_url(url: str, latest: date) -> datetime | None:
    """The date in the path of an address, not after `latest`; that of the page itself where an archive wraps it."""
    path = ARCHIVED.sub("http://", url).partition("://")[2].partition("/")
    for pattern in IN_URL:
        for match in pattern.finditer("/" + path[2]):
            year, month, day = match.groups()
            number = MONTH_NUMBERS.get(month.lower()) or (int(month) if month.isdigit() else 0)
            found = _day(int(year), number, int(day))
            if found and found.year >= 1995 and found.date() <= latest:
                return found
    return None


def date_in_dateline(line: str, latest: date) -> datetime | None:
    """The date that opens a line as a dateline, byline, label or page header does, not after `latest`."""
    start = line[:200].strip()
    for pattern in DATES:
        match = pattern.search(start)
        if match is None:
            continue
        before, after = start[: match.start()], start[match.end() :]
        opens = BEFORE.fullmatch(before) and AFTER.match(after)
        if opens or (PLACE.fullmatch(before) and (AFTER.match(after) or after.startswith("."))):
            found = _from_match(match)
            if found and found.date() <= latest:
                return found
    return None


def is_date_line(line: str) -> bool:
    """Whether the line is nothing but a date, with a label, a weekday or a time of day."""
    for pattern in DATES:
        match = pattern.search(line)
        if match and _from_match(match):
            before, after = line[: match.start()], line[match.end() :]
            label = re.fullmatch(
                rf"(?:{LABEL}\s*[:|–—-]?\s*(?:on\s+)?)?(?:{WEEKDAY},?\s*)?", before.lstrip(), re.I
            )
            clock = re.fullmatch(
                r"(?:[ ,|–—-]*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?)?[ .|]*",
                after,
                re.IGNORECASE,
            )
            if label and clock:
                return True
    return False


def _iso(text: str) -> datetime | None:
    try:
        return aware(datetime.fromisoformat(text))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    if not re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}\s+\d", text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return aware(parsedate_to_datetime(text))
    except (ValueError, OverflowError):
        return None


def _written(text: str) -> datetime | None:
    for pattern in DATES:
        match = pattern.search(text)
        if match and (found := _from_match(match)):
            rest = (text[: match.start()] + text[match.end() :]).strip(" ,.")
            return found if not rest or re.fullmatch(WEEKDAY, rest, re.IGNORECASE) else None
    return None


def _from_match(match: re.Match[str]) -> datetime | None:
    part = match.groupdict()
    year = int(part["year"])
    if part.get("month"):
        return _day(year, MONTH_NUMBERS[part["month"].lower()], int(part["day"]))
    if part.get("number"):
        return _day(year, int(part["number"]), int(part["day"]))
    first, second = int(part["first"]), int(part["second"])
    if first > 12 >= second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
