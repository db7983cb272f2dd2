"""Mail messages: the subject is the title, the sender the outlet, the sent date the date of publication.

In: a message as RFC 5322 and MIME have it. Out: one draft of its plain text, or of its HTML where it has no other.
Forwarding prefixes, quoted headers and signatures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.errors import MalformedSource, SourceError
from dateline.intake.boilerplate import body_of
from dateline.intake.content import Content
from dateline.intake.dates import parse_published
from dateline.intake.documents import latest_day
from dateline.intake.draft import Draft
from dateline.intake.encoding import decode
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.intake.page.text import main_paragraphs
from dateline.intake.page.tree import page_tree
from dateline.intake.paragraphs import paragraphs_of
from dateline.model.document import DateSource

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

SUFFIXES = (".eml",)
HEADER = re.compile(rb"(?:From |[!-9;-~]+:[ \t\r\n])")
ONLY_MAIL = re.compile(
    rb"^(?:Return-Path|Received|Message-ID|MIME-Version|Delivered-To|Content-Type|X-Mailer|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
PREFIX = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*|\[[^\]]{1,30}\]\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"(?m)^[ >]*(?:-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:)\s*$",
    re.IGNORECASE,
)
QUOTED_HEADER = re.compile(r"[ >*]*(?:from|sent|date|to|cc|subject|reply-to)\*?\s*:", re.IGNORECASE)
SIGNATURE = re.compile(r"(?m)^-- ?$")
SIGNATURE_WORDS = 80
NOTE_WORDS = 40
"""A forwarder's own words before the message; more than that is a report of their own."""

DAMAGE = (ValueError, LookupError, RecursionError, AttributeError, TypeError)
"""What the standard library raises for messages that break the standards, beside MessageError."""


def recognises(content: Content) -> bool:
    """Whether its first lines are header fields, one of them of the kind that only mail has."""
    top = content.head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(HEADER.match(top)) and bool(ONLY_MAIL.search(top))


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The one report of a message."""
    from email.errors import MessageError

    data = content.read_whole()
    try:
        yield _draft(data, content, intake)
    except SourceError:
        raise
    except (MessageError, *DAMAGE) as error:
        raise MalformedSource(content.origin, f"is a damaged message ({error})", "save it again") from error


def _draft(data: bytes, content: Content, intake: Intake) -> Draft:
    from email import message_from_bytes, policy
    from email.utils import parseaddr

    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise MalformedSource(content.origin, "is no mail message", "rename it if it is plain text")
    title = PREFIX.sub("", " ".join(str(message.get("Subject", "")).split()))
    paragraphs = _paragraphs(message, content.origin)
    body = body_of(paragraphs, title, latest_day(intake.options))
    name, address = parseaddr(str(message.get("From", "")))
    draft = Draft(
        text=body.text,
        origin=content.origin,
        title=title,
        outlet=name,
        fallback_outlet=address.rpartition("@")[2],
        sources=body.sources,
        url=content.url,
    )
    return _dated(draft, message).dated(body.published, DateSource.DATELINE)


def _dated(draft: Draft, message: EmailMessage) -> Draft:
    try:
        sent = parse_published(str(message["Date"] or ""))
    except ValueError:
        return draft
    return replace(draft, published=sent, date_source=DateSource.METADATA)


def _paragraphs(message: EmailMessage, origin: str) -> list[str]:
    """The paragraphs of the message, or of the one that it carries when its own text is empty."""
    part = message.get_body(("plain", "html"))
    text = _text(part, origin) if part is not None else ""
    if part is not None and part.get_content_subtype() == "html" and text.strip():
        return main_paragraphs(page_tree(text, origin))
    own = paragraphs_of(_own_words(text))
    if own:
        return own
    carried = (each for each in message.iter_attachments() if each.get_content_type() == "message/rfc822")
    inner = next(carried, None)
    if inner is None:
        raise MalformedSource(origin, "holds no text", "save its attachments and give those")
    return _paragraphs(inner.get_content(), origin)


def _text(part: MIMEPart, origin: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return decode(data, origin, part.get_content_charset() or "")


def _own_words(text: str) -> str:
    """The report in a message's text: what is forwarded, without the header and quote marks that forwarding adds and
    without a short note before it; else the text up to the signature."""
    lines = text.split("\n")
    if sum(1 for line in lines if line.startswith(">")) > len(lines) * 0.5:
        text = "\n".join(re.sub(r"^[> ]+", "", line) for line in lines)
    text = _unsigned(text)
    forwarded = FORWARDED.search(text)
    if not forwarded:
        return text
    note, passed_on = text[: forwarded.start()], text[forwarded.end() :]
    body = _without_header(passed_on)
    return body if len(note.split()) <= NOTE_WORDS else f"{note}\n\n{body}"


def _unsigned(text: str) -> str:
    """The text up to a signature: "-- " on a line (RFC 3676, section 4.3) with a few words after it."""
    for match in SIGNATURE.finditer(text):
        if len(text[match.end() :].split()) <= SIGNATURE_WORDS:
            return text[: match.start()]
    return text


def _without_header(text: str) -> str:
    """A forwarded message without the header fields at its top, which may go over several lines."""
    lines = text.lstrip("\n").split("\n")
    for number, line in enumerate(lines):
        if not line.strip() or not (QUOTED_HEADER.match(line) or line[:1] in " \t" or number):
            return "\n".join(lines[number:])
    return ""


FORMAT = Format("eml", SUFFIXES, recognises, read)
