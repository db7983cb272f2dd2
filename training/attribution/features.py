"""What the trained part of attribution looks at: features of a cue, and of a token's place beside a cue.

In: an annotated document with the frames that the rules found. Out: names of features, as strings, for a token as a
cue and for a pair of a cue and another token of its sentence as the head of the source or of the content. Training
(`fit.py`) and reading use the same functions, so that they can't disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.annotate.frame import Frame
from dateline.annotate.quotation_marks import quoted_stretches
from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.languages.en.speech import CONTENT_NOUNS, MEDIA, SPEAKING, TAKING_SIDES, THINKING
from dateline.model.annotation import AnnotatedDocument, Token

_NO_CUE = frozenset({"DET", "NUM", "PRON", "SYM", "CCONJ"})
_CUE_MARKS = frozenset({":", "–", "—"})
_LISTS = (
    ("speaking", SPEAKING),
    ("thinking", THINKING),
    ("sides", TAKING_SIDES),
    ("noun", CONTENT_NOUNS),
    ("media", MEDIA),
)
_FARTHEST = 5
"""Arcs between a cue and the head of its source or content; 98 of 100 gold ones are nearer (PolNeAR train)."""


@dataclass
class Scene:
    """A document with what is looked up again and again: who governs, what the rules found, what is quoted."""

    document: AnnotatedDocument
    frames: Sequence[Frame]
    cues: dict[int, list[Frame]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for frame in self.frames:
            if frame.cue:
                for index in range(frame.cue[0], frame.cue[1] + 1):
                    self.cues.setdefault(index, []).append(frame)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens between quotation marks."""
        stretches = [(s.start, s.end) for s in quoted_stretches(self.document.document.text)]
        return frozenset(t.index for t in self.document.tokens if any(a <= t.start < b for a, b in stretches))

    @cached_property
    def held(self) -> frozenset[int]:
        """Tokens inside the content of a frame of the rules."""
        return frozenset(i for f in self.frames for a, b in f.contents for i in range(a, b + 1))

    def token(self, index: int) -> Token | None:
        """The token, None beyond either end."""
        return self.document.tokens[index] if 0 <= index < len(self.document.tokens) else None


def may_be_cue(token: Token) -> bool:
    """Whether a token can be the head of a cue at all."""
    return token.text in _CUE_MARKS if token.upos == "PUNCT" else token.upos not in _NO_CUE


def cue_features(scene: Scene, index: int) -> Iterator[str]:
    """A token's features as the head of a cue."""
    token = scene.document.tokens[index]
    word = f"{token.lemma.lower()}/{token.upos}"
    yield from ("bias", f"w={word}", f"x={token.xpos}", f"d={token.deprel}", f"wd={word} {token.deprel}")
    yield f"wx={word} {token.xpos}"
    yield from (f"list={name} {token.upos}" for name, lemmas in _LISTS if token.lemma in lemmas)
    yield from _around(scene, token, word)
    yield from _governor(scene, token, word)
    yield from _dependents(scene, token, word)
    yield from _found_by_rules(scene, token, word)


def _around(scene: Scene, token: Token, word: str) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        other = scene.token(token.index + step)
        if other is not None:
            yield f"n{step}={other.lemma.lower()}"
            yield f"p{step}={other.xpos} {token.upos}"
            if step in {-1, 1}:
                yield f"wn{step}={word} {other.lemma.lower()}"
    sentence = scene.document.sentence_of(token.index)
    inside = token.index in scene.quoted
    beside = any(i in scene.quoted for i in range(sentence.first, sentence.last + 1)) and not inside
    yield from (f"quoted={inside} {beside}", f"wquoted={word} {inside} {beside}")
    yield f"near={token.index + 2 in scene.quoted} {token.index - 2 in scene.quoted}"
    yield f"title={sentence.paragraph == 0}"


def _governor(scene: Scene, token: Token, word: str) -> Iterator[str]:
    head = scene.token(token.head) if token.head >= 0 else None
    if head is not None:
        yield from (f"h={head.lemma} {token.deprel}", f"hp={head.upos} {token.deprel}")
        yield f"wh={word} {head.lemma}"


def _dependents(scene: Scene, token: Token, word: str) -> Iterator[str]:
    children = [scene.document.tokens[c] for c in scene.document.children(token.index)]
    for child in children:
        side = "<" if child.index < token.index else ">"
        yield from (
            f"c={child.deprel}{side}",
            f"wc={word} {child.deprel}{side}",
            f"uc={token.upos} {child.deprel}{side}",
        )
        if child.relation in {"aux", "advmod", "compound", "mark", "case", "cop"}:
            yield from (f"cl={child.deprel} {child.lemma}", f"wcl={word} {child.lemma}")
        elif child.relation in {"ccomp", "xcomp", "acl", "advcl", "obl", "nmod", "obj", "parataxis"}:
            yield from (f"wm={word} {child.relation} {m}" for m in _marks(scene, child))
            yield f"cx={child.relation} {child.xpos}"
        elif child.relation in {"nsubj", "expl", "csubj"} or child.deprel == "nmod:poss":
            yield from (f"s={child.lemma.lower()} {child.deprel}", f"sk={kind_of(child)} {child.deprel}")
            yield f"wsk={word} {kind_of(child)} {child.deprel}"
    if not any(c.relation in {"nsubj", "csubj"} for c in children):
        yield f"no subject {token.xpos} {token.deprel}"
    yield "shape=" + " ".join(sorted({c.relation for c in children} - {"punct", "advmod", "conj", "cc"}))


def _marks(scene: Scene, token: Token) -> Iterator[str]:
    found = [scene.document.tokens[c] for c in scene.document.children(token.index)]
    named = [t.lemma for t in found if t.relation in {"mark", "case"}]
    yield from named or ["-"]


def kind_of(token: Token) -> str:
    """What sort of thing a noun names: a tag of the model, a list, or its part of speech."""
    lemma = token.lemma.lower()
    if token.entity != "O":
        return token.entity[2:]
    for name, words in (("person", PEOPLE), ("group", GROUPS), ("body", BODIES), ("media", MEDIA)):
        if lemma in words:
            return name
    return lemma if token.upos == "PRON" else token.upos


def _found_by_rules(scene: Scene, token: Token, word: str) -> Iterator[str]:
    frames = scene.cues.get(token.index, [])
    yield f"rule={sorted({f.direct for f in frames})}"
    if frames:
        yield from (f"wrule={word}", f"rulesource={any(f.source for f in frames)}")
    yield f"held={token.index in scene.held} {token.upos}"


def path_between(scene: Scene, cue: int, other: int) -> str | None:
    """The relations up from one token and down to the other ("^ccomp !nsubj"), None where it is too long."""
    up, down = _ancestors(scene, cue), _ancestors(scene, other)
    shared = next((i for i in up if i in down), None)
    if shared is None:
        return None
    above, below = up[: up.index(shared)], down[: down.index(shared)]
    if len(above) + len(below) > _FARTHEST:
        return None
    tokens = scene.document.tokens
    return " ".join(
        [f"^{tokens[i].relation}" for i in above] + [f"!{tokens[i].deprel}" for i in reversed(below)]
    )


def _ancestors(scene: Scene, index: int) -> list[int]:
    found: list[int] = []
    while index >= 0 and len(found) <= _FARTHEST:
        found.append(index)
        index = scene.document.tokens[index].head
    return found


def role_features(scene: Scene, cue: int, other: int, path: str) -> Iterator[str]:
    """A token's features as the head of the source or of the content of a cue, `path` from `path_between`."""
    document = scene.document
    here, there = document.tokens[cue], document.tokens[other]
    word, side = f"{here.lemma.lower()}/{here.upos}", "<" if other < cue else ">"
    passive = any(document.tokens[c].deprel == "aux:pass" for c in document.children(cue))
    marks = "+".join(_marks(scene, there))
    yield from (
        "bias",
        f"p={path}",
        f"ps={path}{side}",
        f"pw={path} {word}",
        f"pu={path} {here.upos} {passive}",
    )
    yield from (f"px={path} {there.xpos}", f"pk={path} {kind_of(there)}", f"k={kind_of(there)}{side}")
    yield from (f"pm={path} {marks}", f"pwm={path} {word} {marks}", f"d={there.deprel}{side}")
    yield from (
        f"l={there.lemma.lower()}",
        f"x={there.xpos} {here.xpos}",
        f"pp={path} {here.xpos} {here.deprel}",
    )
    distance = abs(cue - other)
    yield f"far={min(distance, 4) if distance < 4 else 4 + distance // 8}{side}"
    yield f"quoted={other in scene.quoted} {cue in scene.quoted} {there.upos == 'VERB'}"
    clause = any(document.tokens[c].relation in {"nsubj", "cop", "csubj"} for c in document.children(other))
    yield from (f"clause={clause} {path}", f"up={there.upos} {clause} {side}")
