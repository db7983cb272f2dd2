"""Reports to send around: they hold what they should, load and run nothing, and no word of an article is markup in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

for room in ("model", "record", "api"):
    sys.path.append(str(Path(__file__).parent.parent / room))

from fake_reader import make_fake_reader, report  # noqa: E402
from hostile import HOSTILE, SCRIPT  # noqa: E402

from dateline.cli.application import application  # noqa: E402
from dateline.engines.local import InProcess  # noqa: E402
from dateline.errors import UnknownItem  # noqa: E402
from dateline.pipeline import add  # noqa: E402
from dateline.record import Record, View  # noqa: E402
from dateline.share.report import incident_report, week_report  # noqa: E402
from dateline.share.report.signed import Signature  # noqa: E402

BY = Signature(datetime(2024, 8, 1, 9, 30, tzinfo=UTC), 7)
LOADING = {"script", "iframe", "object", "embed", "link", "img", "base", "form", "video", "audio"}


class Tags(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("report") / "record.sqlite")


@pytest.fixture(scope="module")
def view(place: str) -> Iterator[View]:
    with Record.open(place) as record:
        add([*(report(n) for n in range(9)), *HOSTILE], record, InProcess(), make=make_fake_reader)
        with record.view() as opened:
            yield opened


def test_every_incident_makes_a_page_that_loads_and_runs_nothing(view: View) -> None:
    for incident in view.incidents():
        page = Tags(incident_report(view, incident.id, False, BY))
        assert not {tag for tag, _ in page.tags} & LOADING
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
            assert tag != "a" or str(attributes["href"]).startswith("http")
        assert incident.id in page.text


def test_an_incident_tells_each_claim_with_its_sentence(view: View) -> None:
    incident = next(i for i in view.incidents() if len(i.reports) == 3)
    page = Tags(incident_report(view, incident.id, False, BY))
    for told in view.reported(incident):
        assert told.document.title in page.text
        assert told.event.evidence[0].text in page.text
    assert "2024-08-01 09:30 UTC" in page.text and "change 7" in page.text
    assert page.text.count("km") >= 2


def test_hostile_words_are_words(view: View) -> None:
    hostile = next(i for i in view.incidents() if i.reports[0].document == "hostile-0")
    page = incident_report(view, hostile.id, False, BY)
    assert SCRIPT not in page
    assert SCRIPT in Tags(page).text


def test_a_week_has_its_attacks_and_no_others(view: View) -> None:
    week = Tags(week_report(view, date(2024, 7, 3), False, BY))
    inside = [i for i in view.incidents() if i.when and date(2024, 7, 1) <= i.when.start <= date(2024, 7, 7)]
    assert inside and all(i.id in week.text for i in inside)
    assert not [i for i in view.incidents() if i not in inside and i.id in week.text]
    assert "No attack is on record" in Tags(week_report(view, date(1999, 1, 1), False, BY)).text


def test_what_is_not_there_is_said_so(view: View) -> None:
    with pytest.raises(UnknownItem):
        incident_report(view, "i-none", False, BY)


def test_the_command_writes_the_file(view: View, place: str, tmp_path: Path) -> None:
    out = tmp_path / "week.html"
    done = CliRunner().invoke(
        application, ["report", "week", "2024-07-03", "--record", place, "--output", str(out)]
    )
    assert done.exit_code == 0, done.output
    assert out.read_text("utf-8").startswith("<!doctype html>")
