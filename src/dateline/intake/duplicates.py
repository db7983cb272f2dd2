"""Exact and near duplicates: copies of one text are one witness, however many outlets print it.

In: documents. Out: for each, the earlier document whose text it repeats, or None. A wire report comes back with
another first paragraph, another outlet's name, or cut short; two reporters' accounts of one attack do not.

The method is MinHash with one hash function and the k smallest values (Broder 1997, "On the resemblance and
containment of documents"): a text is the set of its five-word shingles, of which the smallest hashes are a fair
sample. Two samples give the sets' overlap; candidates are found by sharing one of their very smallest values.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest

from dateline.model.document import Document

SHINGLE_WORDS = 5
SAMPLE = 128
KEYS = 20
"""How many of the smallest values lead to candidates: a copy that shares a quarter of all shingles is missed once
in 300 times (0.75 to the power of 20)."""

COPIED = 0.5
RESEMBLANCE = 0.2
FEWEST_SHARED = 12
"""A near duplicate repeats at least half of the shorter text's shingles, a fifth of those of both together, and
twelve in all.

Calibrated with bench/intake/duplicates.py on the texts of ../shared/data/gva: see docs/formats/duplicates.md.
"""

CROWDED = 64
"""Values that more documents than this share are stock phrases ("this is a developing story"): no candidates."""

WORD = re.compile(r"\w+")
FORM = struct.Struct("<B16sI")
VERSION = 1


class DuplicateKind(StrEnum):
    """How a text repeats another: word for word, or for the most part."""

    EXACT = "exact"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The `earlier` document's id, and how much of the shorter of both texts the other repeats (0 to 1)."""

    earlier: str
    similarity: float
    kind: DuplicateKind


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a text to compare it: a digest of its words, the number of its shingles and a sample of them.

    About 1 KB as bytes. `sample` holds the smallest 64-bit hashes in ascending order.
    """

    digest: bytes
    shingles: int
    sample: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Signature:
        """The signature of a text: case, punctuation and white space don't count."""
        from hashlib import blake2b

        words = WORD.findall(text.casefold())
        digest = blake2b(" ".join(words).encode(), digest_size=16).digest()
        last = max(len(words) - SHINGLE_WORDS, 0)
        shingles = {" ".join(words[start : start + SHINGLE_WORDS]) for start in range(last + 1)}
        digests = (blake2b(each.encode(), digest_size=8).digest() for each in shingles)
        hashes = {int.from_bytes(each, "little") for each in digests}
        return cls(digest, len(hashes), tuple(nsmallest(SAMPLE, hashes)))

    def to_bytes(self) -> bytes:
        """The signature for keeping; `from_bytes` reads it back."""
        sample = struct.pack(f"<{len(self.sample)}Q", *self.sample)
        return FORM.pack(VERSION, self.digest, self.shingles) + sample

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """The signature that `to_bytes` wrote. Raises ValueError for anything else."""
        count, rest = divmod(len(data) - FORM.size, 8)
        if count < 0 or rest or data[0] != VERSION:
            raise ValueError(f"{len(data)} bytes are no signature of version {VERSION}")
        _, digest, shingles = FORM.unpack_from(data)
        return cls(digest, shingles, struct.unpack_from(f"<{count}Q", data, FORM.size))

    def resemblance(self, other: Signature) -> float:
        """The estimated share of shingles that are in both texts, of those in either (0 to 1)."""
        shared, either = self._overlap(other)
        return shared / either if either else 0.0

    def repeats(self, other: Signature) -> float:
        """How much of the shorter text the longer repeats, estimated (0 to 1).

        With resemblance r and sizes a and b, both share r(a+b)/(1+r) shingles.
        """
        alike = self.resemblance(other)
        both = alike * (self.shingles + other.shingles) / (1 + alike)
        return min(1.0, both / min(self.shingles, other.shingles))

    def _overlap(self, other: Signature) -> tuple[int, int]:
        """Sampled shingles in both and in either, below the lower of the two samples' ends."""
        ends = [each.sample[-1] for each in (self, other) if each.shingles > len(each.sample)]
        end = min(ends, default=2**64)
        mine = {value for value in self.sample if value <= end}
        theirs = {value for value in other.sample if value <= end}
        return len(mine & theirs), len(mine | theirs)


class DuplicateIndex:
    """Documents seen so far, by signature: tells whether another one repeats one of them.

    It holds about 5 KB a document and compares a new one with its few candidates only.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._signatures: list[tuple[bytes, int, array[int]]] = []
        self._exact: dict[bytes, int] = {}
        self._keys: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: Document) -> Duplicate | None:
        """The earlier document that this one repeats most, or None; the document is kept for later ones.

        A document added again under its own id is no duplicate of itself and is not kept twice.
        """
        return self.add_signature(document.id, Signature.of(document.text))

    def add_signature(self, identifier: str, signature: Signature) -> Duplicate | None:
        """The same for a signature at hand, as a record keeps it."""
        found = self.find(signature, but=identifier)
        known = self._exact.get(signature.digest)
        if known is None or self._ids[known] != identifier:
            self._keep(identifier, signature)
        return found

    def find(self, signature: Signature, but: str = "") -> Duplicate | None:
        """The document that the signature's text repeats most, leaving out the one with the id `but`."""
        exact = self._exact.get(signature.digest)
        if exact is not None and self._ids[exact] != but:
            return Duplicate(self._ids[exact], 1.0, DuplicateKind.EXACT)
        best: Duplicate | None = None
        for number in self._candidates(signature):
            if self._ids[number] == but:
                continue
            share = copied_share(
                signature, Signature(*self._signatures[number][:2], tuple(self._signatures[number][2]))
            )
            if share and (best is None or share > best.similarity):
                best = Duplicate(self._ids[number], round(share, 3), DuplicateKind.NEAR)
        return best

    def _candidates(self, signature: Signature) -> list[int]:
        found: set[int] = set()
        for value in signature.sample[:KEYS]:
            numbers = self._keys.get(value, ())
            if len(numbers) <= CROWDED:
                found.update(numbers)
        return sorted(found)

    def _keep(self, identifier: str, signature: Signature) -> None:
        number = len(self._ids)
        self._ids.append(identifier)
        self._signatures.append((signature.digest, signature.shingles, array("Q", signature.sample)))
        self._exact.setdefault(signature.digest, number)
        for value in signature.sample[:KEYS]:
            numbers = self._keys.setdefault(value, [])
            if len(numbers) <= CROWDED:
                numbers.append(number)


def duplicates(documents: Iterable[Document]) -> Iterator[tuple[Document, Duplicate | None]]:
    """Each document with the earlier one that it repeats, or None, one at a time."""
    index = DuplicateIndex()
    for document in documents:
        yield document, index.add(document)


def copied_share(one: Signature, other: Signature) -> float:
    """How much of the shorter text is copied, 0.0 where that is too little to call it a copy."""
    alike = one.resemblance(other)
    share = one.repeats(other)
    shared = share * min(one.shingles, other.shingles)
    return share if share >= COPIED and alike >= RESEMBLANCE and shared >= FEWEST_SHARED else 0.0
