"""Fit the scores of claimed totals: `python -m training.tally_scores [--gold DIR ...]`.

In: annotated articles of our own (tests/quality) and the reader. A total counts as right where number, type and mode are
those of an annotated one at its place, as the outside scorer has it, and its period is the annotated one as well. Out:
extract/weights/tally_scores.json. Prints how scores of whole articles left out in turn hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.scores import Fit, Row, looked_at, read_article

from dateline.annotate.pipeline import Tools
from dateline.extract.tally_scores import features
from dateline.model.reading import Tally

SHIPPED = Path(__file__).parents[1] / "src/dateline/extract/weights/tally_scores.json"
STRENGTH = 1.0
"""Inverse strength of the penalty; three weights."""


def rows(folder: Path, tools: Tools) -> list[Row]:
    """Each total read as (article, features, 1 where it is right)."""
    found = []
    for path in looked_at(folder):
        gold, reading = read_article(path, tools)
        free = list(reading.tallies)
        for wanted in gold["tallies"]:
            match = next((t for t in free if _same(wanted, t, gold["text"])), None)
            if match is not None:
                free.remove(match)
                found.append((gold["id"], dict(features(match)), int(_same_period(wanted, match))))
        found += [(gold["id"], dict(features(t)), 0) for t in free]
    return found


def _same(wanted: Mapping[str, Any], tally: Tally, text: str) -> bool:
    start, span = text.find(wanted["anchor"]), tally.number.span
    near = span is not None and span.start < start + len(wanted["anchor"]) and start < span.end
    told = (tally.type.value, tally.mode and tally.mode.value, tally.number.low, tally.number.high)
    return near and told == (wanted["type"], wanted.get("mode"), wanted["low"], wanted.get("high"))


def _same_period(wanted: Mapping[str, Any], tally: Tally) -> bool:
    when = wanted.get("when")
    if not when or tally.when is None:
        return not when and tally.when is None
    return (tally.when.start.isoformat(), tally.when.end.isoformat()) == (when["start"], when["end"])


if __name__ == "__main__":
    Fit(__doc__, "totals", rows, STRENGTH, SHIPPED).run()
