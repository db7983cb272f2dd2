"""TIMEX3 values of our own sentences, written on Friday 22 March 2013, by the TimeML guidelines; a whole file's score."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.times import timeml, timeml_marks

from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.tagger import Tagger
from dateline.model.document import Document

ROWS = """
The talks lasted two hours.|PT2H
He served three days in jail.|P3D
Two decades later he returned.|P2DE
He has known her for a year and a half.|P18M
Half an hour later he left.|PT30M
It took years.|PXY
For decades it was so.|PXDE
A 44-year-old man was shot.|P44Y
The meeting is held every Monday.|XXXX-WXX-1
The annual report is out.|P1Y
The strike was once a week.|P1W
Prices rose in the first quarter of 2012.|2012-Q1
It began in the spring of 2010.|2010-SP
It grew in the 1990s.|199
They met last week.|2013-W11
He is now in charge; previously he was out.|PRESENT_REF PAST_REF
He sees growth in the future.|FUTURE_REF
He left this morning.|2013-03-22TMO
It was in the early hours of Wednesday.|2013-03-20TMO
He arrived at 3:30 p.m. Friday.|2013-03-22T15:30
It was 9 a.m. local time.|2013-03-22T09:00
"""
FILE = """<TimeML><DOCID>own</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22">March 22, 2013</TIMEX3></DCT>
<TEXT>The siege lasted <TIMEX3 tid="t1" type="DURATION" value="P3D">three days</TIMEX3> and
ended <TIMEX3 tid="t2" type="DATE" value="2013-03-21">yesterday</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_value(tagger: Tagger, row: str) -> None:
    text, _, values = row.partition("|")
    document = Document("d", text, published=datetime(2013, 3, 22, tzinfo=UTC))
    assert [mark.value for mark in timeml_marks(annotate_syntax(document, tagger))] == values.split()


def test_file(tagger: Tagger, tmp_path: Path) -> None:
    path = tmp_path / "own.tml"
    path.write_text(FILE, encoding="utf-8")
    score = timeml(path, tagger)
    assert (score.gold, score.made, score.right) == (2, 2, 2)
