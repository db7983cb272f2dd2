"""Linking of the annotated articles, as if they had been read without a fault."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from annotated_articles import article, reported_events

from dateline.resolve import link

OWN = Path(__file__).parents[1] / "quality" / "gold"
SHARED = Path(__file__).parents[3] / "shared" / "acceptance" / "gold"


@pytest.mark.parametrize("folder", [OWN, SHARED], ids=["own", "shared"])
def test_pairs_across_articles(folder: Path) -> None:
    if not folder.exists():
        pytest.skip(f"no annotated articles in {folder.name}")
    golds = [article(path) for path in sorted(folder.glob("*.json"))]
    incidents = link([event for gold in golds for event in reported_events(gold)])
    found = {(r.document, r.event): i.id for i in incidents for r in i.reports}
    truth = {(g["id"], e): i for g in golds for e, i in g.get("incidents", {}).items()}
    wrong = [
        (a, b)
        for a, b in combinations(truth, 2)
        if a[0] != b[0] and (truth[a] == truth[b]) != (found.get(a, a) == found.get(b, b))
    ]
    assert not wrong
