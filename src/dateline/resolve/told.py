"""What the names and words of two reports say for or against one happening, in bits with the reason in words."""

from __future__ import annotations

from dateline.resolve.modes import agreement
from dateline.resolve.profile import Batch, Profile

Finding = tuple[float, str]

_LONE_WORD = 0.25  # share of its surprise that one shared word of a name counts: first names recur
# Shared share of the evidence's surprise, and what it is worth in bits.
_WORD_LEVELS = ((0.5, 5.0), (0.35, 4.0), (0.25, 3.0), (0.15, 1.5), (0.08, 0.0))
# The sum of the surprise of shared names, and what it is worth in bits.
_NAME_LEVELS = ((60.0, 7.0), (40.0, 6.0), (30.0, 5.0), (20.0, 3.5), (14.0, 2.0), (8.0, 0.5), (0.1, -1.0))
_COMMON = 60  # a name that more documents hold says nothing of one of them


def mode_agreement(left: Profile, right: Profile) -> Finding | None:
    """Mode against mode."""
    bits = agreement(left.mode, right.mode)
    if bits > 0:
        return (
            bits,
            f"the same mode, {left.mode}" if left.mode is right.mode else f"{left.mode} and {right.mode}",
        )
    return None if bits == 0 else (bits, f"{left.mode} against {right.mode}")


def actor_agreement(left: Profile, right: Profile) -> Finding | None:
    """Shared attackers; other known attackers count a little against it, since papers blame differently."""
    if not left.actors or not right.actors:
        return None
    shared = left.actors & right.actors
    if shared:
        return 2.0, f"both name {_readable(shared)}"
    known = any(k.startswith("ref:") for k in left.actors) and any(k.startswith("ref:") for k in right.actors)
    return (-1.5, "different attackers") if known else None


def recipient_agreement(left: Profile, right: Profile, batch: Batch) -> Finding | None:
    """Shared names of victims, facilities and bodies: the rarer the name, the more it tells."""
    shared = left.recipients & right.recipients
    if not shared:
        return None
    rarest = sorted((batch.party_rarity.bits(k) for k in shared), reverse=True)[:2]
    bits = 0.5 * sum(rarest) if len(rarest) > 1 else _LONE_WORD * rarest[0]
    return min(5.0, bits), f"both name {_readable(shared)}"


def weapon_agreement(left: Profile, right: Profile) -> Finding | None:
    """The same weapon."""
    shared = left.weapons & right.weapons
    return (0.5, f"both with {_readable(shared)}") if shared else None


def word_agreement(left: Profile, right: Profile, batch: Batch) -> Finding | None:
    """Rare words of the evidence that both hold: the share of the shorter evidence's surprise."""
    if not left.text or not right.text:
        return None
    shared = left.text & right.text
    if not shared:
        return -1.5, "no word in common"
    bits = batch.text_bits
    common = sum(map(bits.__getitem__, shared))
    whole = min(batch.text_mass[left.report], batch.text_mass[right.report])
    share = common / whole if whole else 0.0
    for least, worth in _WORD_LEVELS:
        if share >= least:
            return (worth, f"share {_rarest(shared, bits)}") if worth else None
    return -1.5, "hardly a word in common"


def name_agreement(left: Profile, right: Profile, batch: Batch) -> Finding | None:
    """Rare names and numbers that stand with both events: victims, suspects, streets, ages, as words of the text."""
    if not left.names or not right.names:
        return None
    rarity = batch.name_rarity
    shared = {w: rarity.bits(w) for w in left.names & right.names if rarity.count(w) <= _COMMON}
    total = sum(shared.values())
    for least, worth in _NAME_LEVELS:
        if total >= least:
            return (
                (worth, f"share {_rarest(frozenset(shared), shared)}")
                if worth > 0
                else (worth, "few names in common")
            )
    return -2.0, "no rare name in common"


def text_agreement(left: Profile, right: Profile) -> Finding | None:
    """One sentence of evidence word for word in both, or one longer quotation beside both."""
    if left.sentences & right.sentences:
        return 6.0, "the same sentence"
    return (3.0, "the same quotation") if left.quoted & right.quoted else None


def relay_agreement(left: Profile, right: Profile) -> Finding | None:
    """One report relays the other's outlet, or both one."""
    a, b = left.source.document, right.source.document
    names = {o.casefold() for o in a.relays} & right.outlets | {o.casefold() for o in b.relays} & left.outlets
    return (1.0, "one repeats the other's outlet") if names else None


def _readable(keys: frozenset[str]) -> str:
    names = sorted(k for k in keys if not k.startswith("ref:"))
    return ", ".join((names or sorted(k.removeprefix("ref:") for k in keys))[:3])


def _rarest(shared: frozenset[str], bits: dict[str, float]) -> str:
    return "the words " + ", ".join(sorted(shared, key=lambda w: (-bits[w], w))[:3])
