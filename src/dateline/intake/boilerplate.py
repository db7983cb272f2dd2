"""What a page or a mail has around its report: share buttons, notices, captions, a repeated title.

In: paragraphs and the title. Out: the report's own paragraphs, with the date and the source that a removed line
gave. A paragraph goes only when all of it is boilerplate; quotes and sentences stay whatever they mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from dateline.intake.dates import date_in_dateline, is_date_line

BUTTONS = frozenset(
    [
        "share",
        "tweet",
        "facebook",
        "twitter",
        "x",
        "whatsapp",
        "telegram",
        "linkedin",
        "pinterest",
        "reddit",
        "email",
        "e-mail",
        "mail",
        "print",
        "pdf",
        "copy",
        "link",
        "save",
        "bookmark",
        "comment",
        "comments",
        "listen",
        "radio",
        "icon",
        "play",
        "pause",
        "audio",
        "video",
        "watch",
        "gallery",
        "photos",
        "photo",
        "subscribe",
        "login",
        "sign",
        "in",
        "up",
        "menu",
        "search",
        "home",
        "close",
        "next",
        "previous",
        "prev",
        "back",
        "top",
        "more",
        "skip",
        "to",
        "content",
        "main",
        "navigation",
        "english",
        "arabic",
        "follow",
        "us",
        "on",
        "via",
        "this",
        "article",
        "story",
        "post",
        "a+",
        "a-",
        "font",
        "size",
        "translate",
        "messenger",
        "viber",
        "vk",
        "instagram",
        "youtube",
        "threads",
        "bluesky",
        "telegramm",
        "share:",
        "copied",
        "download",
        "the",
        "app",
        "ad",
        "advertisement",
        "advertising",
        "loading",
        "like",
        "likes",
        "reply",
        "tags",
        "topics",
    ]
)
"""Words of buttons and menus: a short line of nothing else is one."""

NOTICES = re.compile(
    r"(?:read (?:also|more|next|our|the full|full)|also read|see also|related(?: (?:articles?|stories|story|news|topics|posts|content|coverage|links)\b|\s*(?:[:|•]|$))|"
    r"more (?:on|from|about) this|more from|most (?:read|popular|viewed|shared)|you (?:may|might) (?:also )?(?:like|be interested)|recommended(?: for you)?$|"
    r"trending(?: now| stories| topics)?\s*(?:[:|]|$)|latest news|editor'?s'? picks?|don'?t miss|sign up (?:for|to)|subscribe (?:to|now|for)|"
    r"(?:follow|find|join|like) us (?:on|at)|join our|download our|get (?:the latest|our|breaking|our free)|click (?:here|on)|"
    r"(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies|by (?:using|continuing to use) (?:this|our|the) (?:web)?(?:site|page)|(?:accept|manage|reject) (?:all )?cookies|cookie (?:policy|settings|notice|preferences)|privacy policy|"
    r"all rights reserved|copyright|©|\(c\) \d{4}|this (?:material|content) (?:may|is)|re(?:publish|print)(?:ed|s)? (?:this|with|by|permission)|terms of (?:use|service)|"
    r"advertisement\s*(?:\W|$)|sponsored(?: content| by .{0,40})?$|story continues below|article continues (?:below|after)|(?:continue|keep) reading|"
    r"share (?:this|on|via|with)|tweet this|leave a (?:comment|reply)|post a comment|view (?:all )?comments|\d+ (?:comments?|shares?|views?|likes?)$|"
    r"listen to (?:this|the) (?:article|story)|\d+ ?min(?:ute)?s? read|estimated reading|reading time|"
    r"tags?\s*:|topics?\s*:|categor(?:y|ies)\s*:|filed under|keywords\s*:|"
    r"(?:report|spotted) (?:an )?error|support (?:our|independent)|donate (?:now|to)|breaking news alerts|unsubscribe|view (?:this|in) (?:email|browser|your browser))",
    re.IGNORECASE,
)
NOTICE_WORDS = 30

CREDITS = re.compile(
    r"\(?(?:(?:file |stock |archive |representational )?(?:photo|photograph|image|picture|pic|illustration|video)s?(?: credit| courtesy| source| by|/|\s*:)|"
    r"(?:photo|image) (?:credit|courtesy)|credits?\s*:|courtesy of\b.{0,40}$|(?:file|archive|stock|handout) (?:photo|image|picture)\b|"
    r"getty images\b|[^.\n]{0,60}(?:/ ?getty images| via getty| via reuters| via ap| via afp|/ ?(?:reuters|afp|epa|ap)(?:/[\w ]+)?\)?$))",
    re.IGNORECASE,
)
CREDIT_WORDS = 40
CAPTION_END = re.compile(
    r"[\[(](?:photo|image|file photo|picture|file|credit)?\s*(?:by|:|/)?[^)\]]*(?:getty|reuters|afp|\bap\b|epa|photo|image|handout|file)[^)\]]*[\])]\.?$",
    re.IGNORECASE,
)

SOURCE = re.compile(
    r"[\[(]?(?:sources?|via|with (?:reporting|files|inputs?) (?:by|from))\s*:?\s*(?P<names>[^.:;!?\n]{2,80}?)[\])]?\.?",
    re.IGNORECASE,
)
SOURCE_LABEL = re.compile(
    r"[\[(]?(?:sources?|via)\s*:|[\[(]?(?:with (?:reporting|files|inputs?) (?:by|from))\b", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?i:by|written by|reported by|reporting by)\s*:?\s+(?:[A-Z][\w.'’-]+|and|in|for|the|of|de|al|bin|van|von|el|&)(?:[ ,]+(?:[A-Z][\w.'’-]+|and|in|for|the|of|de|al|bin|van|von|el|&))*"
    r"(?:\s*[|•·–—-].*)?"
)
OPENING, CLOSING = 6, 4
"""How many paragraphs at the top and at the end may be bylines, dates, and source lines."""


@dataclass(frozen=True, slots=True)
class Body:
    """A report's own paragraphs; `published` and `sources` are what removed lines said."""

    paragraphs: tuple[str, ...]
    published: datetime | None = None
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, separated by a blank line."""
        return "\n\n".join(self.paragraphs)


def body_of(paragraphs: list[str], title: str, latest: date) -> Body:
    """The body among paragraphs; dates after `latest` are not believed."""
    kept: list[str] = []
    sources: list[str] = []
    published: datetime | None = None
    last = len(paragraphs) - CLOSING
    for number, paragraph in enumerate(paragraphs):
        if is_boilerplate(paragraph) or _is_title(paragraph, title, len(kept) < OPENING):
            continue
        opening = len(kept) < 2 and number < OPENING
        if (
            (opening or number >= last)
            and SOURCE_LABEL.match(paragraph)
            and (match := SOURCE.fullmatch(paragraph))
        ):
            sources.extend(re.split(r"\s*(?:,|/|&| and )\s*", match["names"]))
        elif opening and _is_header(paragraph):
            published = published or date_in_dateline(paragraph, latest)
        else:
            kept.append(paragraph)
    return Body(tuple(kept), published, tuple(name.strip() for name in sources if name.strip()))


def is_boilerplate(paragraph: str) -> bool:
    """Whether all of a paragraph is a button, a notice, a caption's credit or decoration."""
    words = paragraph.split()
    if not re.search(r"\w", paragraph):
        return True
    if paragraph[0] in "\"“‘'«":
        return False
    if len(words) <= 8 and all(word.strip(".,:;|•·()[]&+*>»!").lower() in BUTTONS | {""} for word in words):
        return True
    if len(words) <= NOTICE_WORDS and NOTICES.match(paragraph.lstrip("[(►▶→>»*•-– ")):
        return True
    return len(words) <= CREDIT_WORDS and bool(CREDITS.match(paragraph) or CAPTION_END.search(paragraph))


def same_line(one: str, other: str) -> bool:
    """Whether two lines are the same words, or one is the other with a site's name after it."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return (
        longer[: len(shorter)] == shorter
        and len(longer) - len(shorter) <= 3
        and len(shorter) >= len(longer) * 0.6
    )


def _is_title(paragraph: str, title: str, at_top: bool) -> bool:
    """Whether a paragraph is the title again: word for word anywhere, with the site's name after it at the top."""
    if len(paragraph) > 2 * len(title) + 20:
        return False
    return _words(paragraph) == _words(title) if not at_top else same_line(paragraph, title)


def _is_header(paragraph: str) -> bool:
    """Whether a line at the top is a date or a byline and nothing else."""
    if len(paragraph) > 160:
        return False
    return is_date_line(paragraph) or bool(BYLINE.fullmatch(paragraph))


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold())
