"""Who blames whom by a verb of blaming, and the link that all finders of responsibility give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.cast import Cast
from dateline.extract.tree import agent, child, oblique, patient
from dateline.languages.en.people import GROUPS, PEOPLE
from dateline.languages.en.responsibility import BLAMING
from dateline.model.reading import Argument
from dateline.model.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Link:
    stance: Stance
    speaker: Argument
    accused: Argument
    token: int


def blames(cast: Cast) -> Iterator[Link]:
    """ "X accused Y of …", "X blamed Y for …", "X blamed … on Y", "… was blamed by X on Y", "X held Y responsible"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in BLAMING:
            continue
        speaker, accused = agent(annotated, token.index), patient(annotated, token.index)
        on = oblique(annotated, token.index, "on", "upon")
        if on is None and accused is not None and token.lemma.lower() in {"blame", "pin"}:
            on = oblique(annotated, accused, "on", "upon")
        if token.lemma.lower() in {"blame", "pin"} and on is not None:
            accused = on
        if token.lemma.lower() in {"attribute", "ascribe"}:
            accused = oblique(annotated, token.index, "to")
        if token.lemma.lower() == "point":
            finger = child(annotated, token.index, "obj")
            if finger is None or annotated.tokens[finger].lemma.lower() != "finger":
                continue
            accused = oblique(annotated, token.index, "at")
        if token.lemma.lower() == "hold" and not any(
            annotated.tokens[i].lemma == "responsible" for i in annotated.subtree(token.index)
        ):
            continue
        yield from links(cast, Stance.BLAMES, token.index, (speaker, accused))


def links(cast: Cast, stance: Stance, token: int, parties: tuple[int | None, int | None]) -> Iterator[Link]:
    if parties[0] is None or parties[1] is None:
        return
    speaker, accused = (
        cast.argument(parties[0], "responsibility"),
        cast.argument(parties[1], "responsibility"),
    )
    if (
        speaker is not None
        and accused is not None
        and (cast.is_actor(parties[1]) or stance is not Stance.BLAMES)
    ):
        yield Link(stance, speaker, accused, token)


def is_own(cast: Cast, doer: int) -> bool:
    """Whether a speaker's words name the speaker or the speaker's own people: "it", "we", "its fighters", "our men"."""
    tokens = cast.annotated.tokens
    if tokens[doer].text.lower() in {"it", "we", "they", "he"}:
        return True
    owned = any(tokens[c].text.lower() in {"its", "our"} for c in cast.annotated.children(doer))
    return owned and (
        tokens[doer].lemma.lower() in PEOPLE | GROUPS or tokens[doer].text == tokens[doer].text.lower()
    )
