"""How near duplicates were calibrated: copies that are made here, and reports of one incident that are none.

    python bench/intake/duplicates.py ../shared/data/gva/docs.jsonl

Copies are edits that outlets make: another first paragraph, another outlet's name, a cut end, changed words. The
others are pairs of reports of one incident; whether one copies the other is told by an independent measure, the share
of the shorter text that stands in the longer in runs of 40 characters or more.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from dateline.intake.duplicates import DuplicateIndex, Signature, copied_share

LEAD = (
    "This report was first published by a partner of ours and appears here with its permission, after our own editors "
    "had checked the names of the places. It has been shortened for readers of the morning edition."
)
FEWEST_WORDS = 60
RUN = 40


def cut(share: float) -> Callable[[str], str]:
    def edit(text: str) -> str:
        words = text.split(" ")
        return " ".join(words[: max(30, int(len(words) * share))])

    return edit


def reworded(share: float) -> Callable[[str], str]:
    def edit(text: str) -> str:
        draw = random.Random(len(text))
        return " ".join("instead" if draw.random() < share else word for word in text.split(" "))

    return edit


EDITS: dict[str, Callable[[str], str]] = {
    "same words": lambda text: text.upper().replace(",", ""),
    "another lead": lambda text: f"{LEAD}\n\n{text}",
    "lead replaced": lambda text: f"{LEAD}\n\n{text.partition(chr(10))[2]}",
    "outlet renamed": lambda text: re.sub(r"\b(?:Police|police|Sheriff)\b", "Harbour Wire", text),
    "first half": cut(0.5),
    "first third": cut(1 / 3),
    "first quarter": cut(0.25),
    "5 % of words changed": reworded(0.05),
    "10 % of words changed": reworded(0.1),
    "half, another lead": lambda text: f"{LEAD}\n\n{cut(0.5)(text)}",
}


def texts(path: str) -> dict[str, list[str]]:
    """Texts of on-topic reports by incident, each once."""
    found: dict[str, list[str]] = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"].strip()
            if (
                row["heuristic_on_topic"]
                and len(text.split()) >= FEWEST_WORDS
                and text not in found[row["incident_id"]]
            ):
                found[row["incident_id"]].append(text)
    return found


def shared_text(one: str, other: str) -> float:
    """The share of the shorter text's characters that stand in the other in long runs."""
    clean = [" ".join(re.findall(r"\w+", each.lower())) for each in (one, other)]
    shorter, longer = sorted(clean, key=len)
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) / len(shorter)


def pairs(found: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for reports in found.values():
        yield from combinations([each[:6000] for each in reports[:4]], 2)


def main(path: str) -> None:
    found = texts(path)
    sample = random.Random(1).sample([each for reports in found.values() for each in reports], 400)
    print("copies made here that are recognised:")
    index = DuplicateIndex()
    for number, text in enumerate(sample):
        index.add_signature(str(number), Signature.of(text))
    for name, edit in EDITS.items():
        found_again = [index.find(Signature.of(edit(text))) for text in sample]
        hits = sum(1 for number, each in enumerate(found_again) if each and each.earlier == str(number))
        print(f"  {name:24} {hits / len(sample):6.1%}")
    same: dict[str, list[float]] = {
        "copy (0.6 or more)": [],
        "partly (0.2 to 0.6)": [],
        "own report (below 0.2)": [],
    }
    chosen = random.Random(2).sample(list(pairs(found)), 1200)
    for one, other in chosen:
        share = shared_text(one, other)
        name = list(same)[0 if share >= 0.6 else 1 if share >= 0.2 else 2]
        same[name].append(copied_share(Signature.of(one), Signature.of(other)))
    print("pairs of reports of one incident, by the text that they share in long runs, called copies:")
    for name, shares in same.items():
        print(f"  {name:24} {sum(map(bool, shares)):4} of {len(shares)}")
    other = random.Random(3)
    mixed = [tuple(other.sample(sample, 2)) for _ in range(5000)]
    wrong = sum(1 for one, two in mixed if one != two and copied_share(Signature.of(one), Signature.of(two)))
    print(f"pairs of reports of different incidents called copies: {wrong} of {len(mixed)}")


if __name__ == "__main__":
    main(sys.argv[1])
