"""Patterns of time in English: what stands beside what, each row naming its sense and its kind of result.

A pattern runs over a sentence's lower-case words joined by single spaces. `{M}`, `{D}`, `{Y}`, `{W}`, `{N}`, `{U}`,
`{S}`, `{F}`, `{H}` stand for a month, day number, year, weekday, number, unit, season, feast and solar Hijri month;
`{x:dm}` for something found before, of kind d or m. A group named `span` bounds the expression where the pattern
looks further. The kinds: d day, w weekday, k week or other unit seen from today, m month, y year, s season,
q quarter, c decade or century, t time of day, n overnight, a a length before a noun, u length of time, b a unit with "the", p "the same period", r anything relative, o a set or a vague time.
"""

from __future__ import annotations

from typing import NamedTuple


class Pattern(NamedTuple):
    """`sense` names the rule of resolution, `label` the kind of result, `text` the pattern."""

    sense: str
    label: str
    text: str


_W = r"(?:{W}(?: ,)? )?"
_Y = r"(?:(?: ,)? {Y})?"
_WHICH = "last|this|next|past|previous|current|coming|following|upcoming|preceding|ensuing"
_PUNCTUATION = r"[,.;:()?!\"”—-]|--"
_DAYPART = (
    "(?:early |late |mid ?-? ?)?(?:morning|mornings|afternoon|evening|night|nights|midday|noon|dawn|dusk|midnight|daybreak|"
    "nightfall|sunrise|sunset|lunchtime|overnight|eve|predawn|pre-dawn|early hours|small hours|first light)"
)

CALENDAR: tuple[Pattern, ...] = (
    Pattern("date", "d", _W + r"(?:the )?{D} (?:day )?(?:of )?{M}" + _Y),
    Pattern("date", "d", _W + r"{M} (?:the )?{D}" + _Y),
    Pattern("date", "d", r"{Y}(?: - |-|/|\.)(?P<number>\d\d?)(?: - |-|/|\.)(?P<day>\d\d?)"),
    Pattern("date", "d", r"{D}(?: - |-){M}(?: - |-){Y}"),
    Pattern("date", "d", r"{W}(?: ,)? the {D}(?:st|nd|rd|th)?"),
    Pattern("numeric", "d", r"(?P<a>\d\d?)(?P<cut> - |-|/|\.)(?P<b>\d\d?)(?P=cut)(?P<year>(?:19|20)\d\d|\d\d)"),
    Pattern("days", "d", r"(?:the )?" + _W + r"{D} (?:to|-|--|and|until|through|till|or|,) (?:{V}(?: ,)? )?(?:the )?{D2} (?:of )?{M}" + _Y),
    Pattern("days", "d", _W + r"{M} {D} (?:to|-|--|until|through|till) {D2}" + _Y),
    Pattern("days", "d", r"{M} {D} (?:and|or) {D2}(?:" + _Y + r")(?= (?:" + _PUNCTUATION + r"|in|on|at|when|as|near|by)|$)"),
    Pattern(
        "date", "d",
        r"(?:on|by|until|till|since|from|before|after|to|through|and|between|(?:night|evening|morning|day|attacks?|events|hours|strikes?|raids?|blasts?) of) "
        r"(?P<span>the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
        r"(?= (?:" + _PUNCTUATION + r"|in|at|on|when|and|to|until|after|with|as|for|near|by|that|but|while|or|a|an|the|he|she|it|they|we|his|her|its|their|two|three)|$)(?! (?:and|to|or|-) \d+(?:st|nd|rd|th) centur)",
    ),
    Pattern(
        "date", "d",
        r"(?:on|by|until|till|since|from|before|after|through|between) (?P<span>the (?P<ordinal>{ORDINAL}))"
        r"(?= (?:" + _PUNCTUATION + r"|in|at|when|and|until|that|but|while|of this month)|$)",
    ),
    Pattern("slashed", "d", r"{W}(?: ,)? (?P<a>\d\d?)(?P<cut>/)(?P<b>\d\d?)"),
    Pattern("solar", "d", r"{D} (?:of )?{H}(?: ,)? (?P<hijri>1[34]\d\d)"),
    Pattern("solar", "d", r"{H} {D}(?: ,)? (?P<hijri>1[34]\d\d)"),
    Pattern("month", "m", r"(?:(?P<part>mid)(?:-| - | ))?{M}(?:(?: ,| of)? {Y})?"),
    Pattern("month", "m", r"{M} ' ?(?P<short>\d\d)"),
    Pattern("month", "m", r"(?P<year>(?:19|20)\d\d) {M}"),
    Pattern("month", "m", r"(?P<which>last|next|this|this past|this coming) {M}"),
    Pattern("year", "y", r"(?:(?P<part>mid)(?:-| - ))?(?P<year>(?:1\d|20|21)\d\d)"),
    Pattern("year", "y", r"(?:the )?year (?P<year>(?:1\d|20|21)\d\d)"),
    Pattern("era-year", "y", r"(?P<year>\d{1,4}) (?P<era>{ERA})"),
    Pattern("era-year", "y", r"(?P<era>ad|a\.d\.) (?P<year>\d{2,4})"),
    Pattern("years", "y", r"(?P<year>(?:19|20)\d\d)(?:/| / | - |-)(?P<year2>\d\d)"),
    Pattern("decade", "c", r"(?:the )?(?:(?P<part>mid)(?:-| - ))?(?P<decade>(?:1\d|20)\d0)(?:s| 's| ' s)"),
    Pattern("decade", "c", r"(?:the )?(?:(?P<part>mid)(?:-| - ))?' ?(?P<decade>\d0)s"),
    Pattern("decade", "c", r"the (?:(?P<part>mid)(?:-| - ))?(?P<decade>\d0)s"),
    Pattern("decade", "c", r"the (?:(?P<part>early|mid|late)(?:-| - | ))?(?P<word>{DECADE})"),
    Pattern("century", "c", r"(?:the )?(?:(?P<part>early|mid|late)(?:-| - | ))?(?P<century>\d\d?(?:st|nd|rd|th)|{CENTURY})(?: - | )(?:century|centuries)(?: (?P<era>{ERA}))?"),
    Pattern("season", "s", r"(?:the )?(?P<which>last|next|this|this past|this coming|previous) {S}"),
    Pattern("season", "s", r"(?:the )?{S} (?:of )?{Y}"),
    Pattern("season", "s", r"(?:in|by|until|since|during|before|after|early|late|throughout|of|from)(?: the)? (?:early |late |mid ?-? ?)?(?P<span>{S})(?= (?:" + _PUNCTUATION + r"|and|when|as|after|with|the|that|by|to|,|in|but|or)|$)"),
    Pattern("quarter", "q", r"(?:the )?(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th)(?: - | )quarter(?: (?:of )?{Y})?"),
    Pattern("quarter", "q", r"q(?P<quarter>[1-4])(?: (?:of )?{Y})?"),
    Pattern("weekday", "w", r"(?:the )?(?:(?P<which>last|next|this|this past|past|this coming|coming|following|previous|that|same) )?{W}"),
    Pattern("weekday", "w", r"{W} (?P<which>last|next)(?= (?:" + _PUNCTUATION + r")|$)"),
    Pattern("named-day", "d", r"(?P<name>{NAMED})"),
    Pattern("named-period", "y", r"(?:during|in|through|throughout|since|before|after|until|of|from|by|between|to|and) (?P<span>(?:the )?(?P<name>{PERIOD}))(?! (?:-|era|bombs?|shells?|mines?|grenades?|weapons?|ammunition|ordnance|veterans?|memorials?|museums?|films?))"),
    Pattern("feast", "d", r"(?:(?P<which>last|this|next) )?{F}(?:(?: ,| in| of)? {Y})?"),
    Pattern("presidency", "y", r"(?:the )?(?P<president>{PRESIDENT})(?: - | )era"),
    Pattern("presidency", "y", r"(?:under|during|since|throughout) (?:the )?(?P<span>(?:the )?(?P<president>{PRESIDENT}) (?:administration|presidency|years))"),
    Pattern("deictic", "d", r"(?P<phrase>{DEICTIC})(?: (?:morning|afternoon|evening|night|at dawn))?"),
    Pattern("overnight", "n", r"overnight|over night"),
    Pattern("clock", "t", r"(?:(?:about|around|at) )?(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\.?)?(?: (?:local time|local|gmt|utc|est|edt|et|hours|hrs))?"),
    Pattern("clock", "t", r"(?P<hour>1[0-2]|[1-9])(?: in the (?P<half>morning|afternoon|evening)| ?(?P<half2>[ap])\.?m\.?)(?: (?:local time|gmt|utc|est|edt|et))?"),
    Pattern("clock", "t", r"(?P<word>{SMALL}) (?:in the (?P<half>morning|afternoon|evening)|o'clock)"),
    Pattern("unit", "k", r"(?:the )?(?P<which>same|that|" + _WHICH + r") (?P<unit>week|weekend|month|quarter|year|decade|century|fortnight|day|night|evening|morning|afternoon)(?! of )"),
    Pattern("unit", "k", r"(?P<which>this past|this coming) (?P<unit>week|weekend|month|quarter|year)"),
    Pattern("past", "r", r"(?P<lead>the) (?P<which>last|past) (?P<unit>week|month|year|quarter|decade|day|century|fortnight)(?! of )"),
    Pattern("past", "r", r"(?P<which>last|past|recent|coming|next|previous|following|preceding) (?P<unit>days|weeks|months|years|decades|hours|nights|minutes|seasons)"),
    Pattern("bare", "b", r"(?:the|its) (?P<unit>week|weekend|month|quarter|year|decade|day|night|evening|morning|afternoon|reporting period|period)"),
    Pattern("period-again", "p", r"(?:the )?(?:same|corresponding|equivalent|comparable|this) (?P<word>(?:time )?period|time|point)(?= (?:,|of|in|from|for|the|last|a|this|§|[.;)]))"),
    Pattern("to-date", "r", r"(?:the )?year(?: - | )to(?: - | )date"),
    Pattern("year-end", "d", r"(?:the )?year(?: - | )end"),
    Pattern("duration", "a", r"{N} - {U}"),
    Pattern("duration", "u", r"{N} (?:more |straight |consecutive |full |long |whole |additional |further |other |calendar |successive )?{U}(?: and (?P<half>a half))?"),
    Pattern("duration", "u", r"(?P<number>as many) {U}"),
    Pattern("age", "u", r"{N} - (?:year|month|week|day)s? - olds?"),
    Pattern("age", "u", r"{N} (?:years?|months?|weeks?|days?)(?: - | )old"),
    Pattern("vague", "r", r"(?P<unit>hours|minutes|moments|seconds) (?P<direction>later|earlier|before|after|afterwards|afterward|ago)(?= (?:" + _PUNCTUATION + r"|[a-z])|$)"),
    Pattern("set", "o", r"(?:every|each)(?: {N}| other| few)? (?:{U}|{W}|month|january|july)"),
    Pattern("set", "o", r"daily|weekly|monthly|annually|yearly|nightly|hourly|quarterly"),
)  # fmt: skip
"""Expressions that stand on their own."""

ATTACHMENTS: tuple[Pattern, ...] = (
    Pattern("attach", "=x", r"{x:dmsq}(?:(?: ,)? (?:of|in|,))? {y:yk}"),
    Pattern("attach", "=x", r"{y:k}(?: ,| in)? {x:m}"),
    Pattern("day-of", "d", r"the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th) (?:day )?of {x:km}"),
    Pattern("day-of", "d", r"the (?P<ordinal>{ORDINAL}) (?:day )?of {x:km}"),
    Pattern("weekday-of", "d", r"{x:w}(?: of| in| ,)? {y:k}"),
    Pattern("weekday-of", "d", r"{y:k}(?: on| ,| 's)? {x:w}"),
    Pattern(
        "weekday-by",
        "d",
        r"{x:w} (?P<direction>after|before|following|prior)(?= (?:" + _PUNCTUATION + r")|$)",
    ),
)
"""What gives an expression its year, month or week; applied before the modifiers."""

MODIFIERS: tuple[Pattern, ...] = (
    Pattern("daypart", "=x", r"{x:dwr}(?: 's| at| in the| ,)? (?P<part>" + _DAYPART + r")"),
    Pattern("daypart", "=x", r"(?P<part>early|late|later|earlier|first thing|shortly before|mid)(?: on| in| -)? {x:dw}"),
    Pattern("night-of", "d", r"{y:n}(?: on| into| to| through| before)? {x:dw}"),
    Pattern("daypart", "=x", r"(?:the )?(?P<part>" + _DAYPART + r") (?:of|on|between|into|to) (?:the )?{x:dw}"),
    Pattern("daypart", "=x", r"{t:t}(?: ,)? (?:on |of )?{x:dw}"),
    Pattern("daypart", "=x", r"{x:dw}(?: ,)?(?: at)?(?: about| around)? {t:t}"),
    Pattern("part", "k", r"(?:the )?(?:very )?(?P<part>early|late|mid|middle|beginning|start|end|close|turn|outset|onset|height|course|rest|remainder|latter part|early part|later part)(?: - | )(?:of |in )?(?:the )?{x:mysqkcb}"),
    Pattern("bounded", "k", r"(?P<part>earlier|later)(?: in| on)? {x:kyms}"),
    Pattern("so-far", "r", r"(?:so far|thus far|to date|up to now)(?: in| during)? {x:kymsq}"),
    Pattern("so-far", "r", r"{x:kymsq} (?:so far|thus far|to date|- to - date|up to now)"),
    Pattern("half", "k", r"(?:the )?(?P<order>first|second|last|latter|1st|2nd)(?: - | )half (?:of |in )?{x:mysqkcdb}"),
    Pattern("slice", "k", r"(?:the )?(?P<order>first|second|third|fourth|fifth|last|final|opening|closing|initial|latter) (?P<unit>weekend|week|month|day|days|quarter|year|decade|weekday) (?:of |in ){x:mysqkcb}"),
    Pattern("slice", "k", r"(?:the )?(?P<order>first|last|final|opening|closing|initial) {u:u} (?:of |in ){x:mysqkcdb}"),
    Pattern("run-up", "r", r"(?:the )?(?:(?:full|whole) )?(?P<unit>week|month|year|quarter|day) (?:to|ending|ended|up to|leading up to|leading to)(?: on)? {x:dwm}"),
    Pattern("run-up", "r", r"the (?:last |past )?{u:u} (?:to|ending|ended|up to|leading up to|leading to|through)(?: on)? {x:dwm}"),
    Pattern("run-up", "r", r"{y:b} (?:to|ending|ended|up to|leading up to|leading to|through)(?: on)? {x:dwm}"),
    Pattern("week-of", "k", r"(?:the )?week (?P<lead>of|beginning|commencing|starting|from) {x:dw}"),
    Pattern("bare-of", "d", r"{y:b} (?P<lead>of|on|between|into|beginning|commencing|starting)(?: the)? {x:dw}"),
    Pattern("same-period", "r", r"{y:p}(?: ,)?(?: of| in| from| for| the)* {x:kyb}"),
    Pattern("from-date", "r", r"{u:u} (?P<direction>before|after|following|prior to|ahead of|from|since|in advance of) {x:dwrmyk}"),
    Pattern("from-date", "r", r"{y:b} (?P<direction>before|after|following) {x:dwm}"),
    Pattern("from-date", "r", r"{u:u} (?P<direction>ago) {x:wd}"),
    Pattern("same", "=x", r"{u:u} (?:earlier|later|before)(?: ,)? on {x:wd}"),
    Pattern("ago", "r", r"{u:u} (?P<direction>ago|back)"),
    Pattern("hence", "r", r"{u:u} (?P<direction>from now|hence|from today)"),
    Pattern("shift", "r", r"{u:u} (?P<direction>earlier|later|previously|afterwards|afterward)"),
    Pattern("shift", "r", r"{u:u} (?P<direction>before|after|on)(?= (?:" + _PUNCTUATION + r")|$)"),
    Pattern("shift", "r", r"{x:b} (?P<direction>before|after|earlier|prior)(?= (?:" + _PUNCTUATION + r"|in|at|on|by|and|when|to|with|had|was|were)|$)"),
    Pattern("shift", "r", r"(?P<unit>days?|nights?|weeks?|months?|years?) (?P<direction>earlier|later|ago|before|after)(?= (?:" + _PUNCTUATION + r")|$)"),
    Pattern("past", "r", r"(?:the )?(?P<which>last|past|previous|preceding|next|coming|following) {u:u}"),
    Pattern("within", "r", r"(?P<lead>in|within|inside|over|in under|in less than|in just|in only|in about|in nearly) (?P<span>(?:about |around |just |the space of |under |nearly )?{u:u})(?= (?!old|ago|earlier|later|time|of)|$)"),
    Pattern("hence", "r", r"in (?P<span>{u:u} (?:time|' time|'s time))"),
)  # fmt: skip
"""What changes or completes an expression found before; applied again and again until nothing changes."""

RANGES: tuple[Pattern, ...] = (
    Pattern(
        "range",
        "r",
        r"(?:{t:n} )?(?:between|from) {x:dwmyskqcr} (?:and|to|until|till|through|up to|-|--) {y:dwmyskqcr}",
    ),
    Pattern("range", "r", r"{x:dwmysqc} (?:to|until|till|through|-|--) {y:dwmysqc}"),
    Pattern("range", "r", r"(?:overnight|the night) (?:from |of )?{x:dw} (?:to|into|and|-) {y:dw}"),
    Pattern("range", "r", r"{x:m} and {y:m}"),
    Pattern("range", "r", r"{x:y} and {y:y}"),
    Pattern("range", "r", r"{x:w} and {y:w}"),
    Pattern("onward", "r", r"from {x:dwmyk} (?:on|onward|onwards|forward)"),
)
"""Two expressions as the ends of one."""

LEADS: tuple[Pattern, ...] = (
    Pattern("since", "r", r"(?:ever )?since (?:(?:about|around|roughly|at least|the) )?{x:dwmyskqcr}"),
    Pattern("since-clause", "r", r"since (?P<clause>(?:[^\s§,;:()\"“]+ ){1,10}?){x:dwmyskq}"),
    Pattern("since-office", "r", r"since (?:(?:u\.s\. |us )?(?:former )?(?:president |mr\. |donald |joe |barack |george w\. |bill ){0,3}(?P<president>{PRESIDENT})|(?:he|his|him|becoming)?)(?: 's)? ?(?:first |second )?(?:{OFFICE})"),
    Pattern("since-event", "r", r"since (?P<clause>(?:[^\s§,;:()\"“]+ ){0,7}?)(?P<event>{EVENT})"),
    Pattern("since-then", "r", r"since (?P<then>then|that day|that date|that night)"),
    Pattern("since-then", "r", r"(?:has|have) (?P<span>(?P<then>since))(?= (?!§))"),
    Pattern("until", "r", r"(?:up )?(?:until|till|through|up to|up until) (?:the )?{x:dwmyskqcrbn}"),
    Pattern("by", "r", r"(?:by|no later than|on or before|not later than) (?:the )?{x:dwmyskqcrbn}"),
    Pattern("before", "r", r"(?:before|prior to|ahead of) (?:the )?{x:dwmyskqcrbn}"),
    Pattern("after", "r", r"(?:after|following) (?:the )?{x:dwmyskqcrbn}"),
    Pattern("same", "=x", r"as (?:of|from|at) {x:dwmykr}"),
    Pattern("offset", "r", r"{u:u} (?P<direction>before|after|following|prior to|ahead of)"),
    Pattern("offset", "r", r"{x:b} (?P<direction>before|after|following)"),
)  # fmt: skip
"""What stands before an expression and opens, closes or displaces it."""

OTHERS: tuple[Pattern, ...] = (
    Pattern(
        "reference",
        "o",
        r"now|currently|recently|at present|nowadays|these days|the past|the future|at the moment",
    ),
)
"""Vague expressions, which give no interval but which annotated corpora mark."""
