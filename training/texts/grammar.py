"""Templates to text: choices, slots and verb forms filled in, the words that name events marked.

In: rows of the tables and a source of chance. Out: a text with the places of its event words. While a text is made its
event words stand between two private characters, with what they are before the word; `unmarked` takes them out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from training.texts.inflect import forms
from training.texts.names import slots

OPEN, CLOSE = "\ue000", "\ue001"
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{([A-Z][A-Z0-9]*)\}")
_VERB = re.compile(r"<([^<>]+)>")
_NOUN = re.compile(r"\[([^\[\]]+)\]")
_SUBJECT = re.compile(r"(.*?)\s*(\{be\}\s*)?(?=<)")
_MARK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}~]*)~([^{OPEN}{CLOSE}]*){CLOSE}")
_PLURAL = frozenset(
    "people men women children gunmen militiamen police troops militia policemen villagers both brothers forces gendarmes".split()
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A word that names an event: its place in the text, and `type/mode certainty`; certainty `none` for no event."""

    start: int
    end: int
    type: str
    mode: str
    certainty: str


def filled(text: str, chance: random.Random) -> str:
    """The text with every choice made and every slot filled."""
    while True:
        found = _CHOICE.search(text) or _SLOT.search(text)
        if found is None:
            return re.sub(r"\s+", " ", text).strip()
        if found.re is _CHOICE:
            new = chance.choice(found.group(1).split("|"))
        else:
            new = chance.choice(slots()[found.group(1)])
        text = text[: found.start()] + new + text[found.end() :]


def mark(word: str, kind: str) -> str:
    """The word as one that names an event of a kind (`TYPE/mode certainty`)."""
    return f"{OPEN}{kind}~{word}{CLOSE}"


def marked_nouns(text: str, kind: str, chance: random.Random) -> str:
    """The text with one choice of each [noun|noun] marked, by its main word; [word:TYPE] is of its own type."""

    def one(found: re.Match[str]) -> str:
        words, _, own = chance.choice(found.group(1).split("|")).partition(":")
        before, main, after = _main(words)
        return before + mark(main, f"{own}/ asserted" if own else kind) + after

    return _NOUN.sub(one, text)


def _main(words: str) -> tuple[str, str, str]:
    """What stands before the main word of a phrase, that word, and what follows: "fire|exchange| of fire"."""
    head, after = words, ""
    if (found := re.search(r" (?:of|on|from|by) ", words)) is not None:
        head, after = words[: found.start()], words[found.start() :]
    before, _, main = head.rpartition(" ")
    return (f"{before} " if before else ""), main, after


def verb_forms(text: str, kind: str, chance: random.Random) -> dict[str, str]:
    """A clause's subject, its predicate in each form and its helpers, by the names that frames use."""
    subject = _SUBJECT.match(text)
    if subject is None:
        raise ValueError(f"clause {text!r} has no <verb>")
    rest = text[subject.end() :]
    lemma = chance.choice(_VERB.match(rest).group(1).split("|"))  # type: ignore[union-attr]
    rest = rest[rest.index(">") + 1 :]
    noun = "[" in rest
    first = filled(subject.group(1), chance)
    many = is_plural(first)
    own = (lambda form: form) if noun else (lambda form: _marked_verb(form, kind))
    made = forms(lemma)
    rest = filled(marked_nouns(rest, kind, chance), chance)
    if subject.group(2):
        be = {
            "past": "were" if many else "was",
            "inf": "be",
            "ing": "being",
            "perf": "been",
            "pres": "are" if many else "is",
        }
        found = {name: f"{word} {own(made.participle)}{_gap(rest)}" for name, word in be.items()}
    else:
        raw = {
            "past": made.past,
            "inf": lemma,
            "ing": made.ing,
            "perf": made.participle,
            "pres": lemma if many else made.third,
        }
        found = {name: f"{own(form)}{_gap(rest)}" for name, form in raw.items()}
    return {**found, "SUBJ": first, "has": "have" if many else "has", "is": "are" if many else "is"}


def _gap(rest: str) -> str:
    return f" {rest}" if rest else ""


def _marked_verb(form: str, kind: str) -> str:
    word, _, rest = form.partition(" ")
    return mark(word, kind) + (f" {rest}" if rest else "")


def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb, as far as its words tell."""
    words = re.split(r" (?:of|from|on|in|with) ", subject)[0].split()
    if " and " in f" {subject} ":
        return True
    return bool(words) and (words[-1].lower() in _PLURAL or bool(re.search(r"[^su]s$", words[-1])))


def framed(frame: str, parts: Mapping[str, str], chance: random.Random) -> str:
    """The frame with the clause's parts put in and the rest filled."""
    text = marked_nouns(frame, "", chance)
    for name, value in parts.items():
        text = text.replace(f"{{{name}}}", value)
    text = with_articles(filled(text, chance))
    return text[0].upper() + text[1:] if text[0] not in OPEN else text


def with_articles(text: str) -> str:
    """The text with "a" and "an" as the next word's first letter asks, and without a second article."""
    text = re.sub(r"\b(no|a|an|the) (?=(?:a|an|the) )", lambda m: "no " if m.group(1) == "no" else "", text)
    text = re.sub(r"\bno (?:a|an|the) ", "no ", text)
    return re.sub(rf"\b([Aa])n? (?=(?:{OPEN}[^~]*~)?([A-Za-z]))", _article, text)


def _article(found: re.Match[str]) -> str:
    return found.group(1) + ("n " if found.group(2).lower() in "aeio" else " ")


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The plain text and its event words."""
    plain, found, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        what, _, certainty = match.group(1).rpartition(" ")
        kind, _, mode = what.partition("/")
        found.append(Marked(len(plain), len(plain) + len(match.group(2)), kind, mode, certainty))
        plain += match.group(2)
        last = match.end()
    return plain + text[last:], found
