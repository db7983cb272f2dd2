"""Every format gives the same report; formats are told by content first and have a page of documentation each."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.errors import SourceError
from dateline.intake import IntakeOptions, read_sources
from dateline.intake.formats import FORMATS
from dateline.model.document import DateSource, Document

from . import samples

PAGES_OF_DOCS = Path(__file__).parents[2] / "docs" / "formats"
PUBLISHED = datetime.fromisoformat(samples.PUBLISHED)

SAMPLES: dict[str, bytes] = {
    "txt": f"{samples.TITLE}\n\n{samples.TEXT}\n".encode(),
    "html": samples.article_page().encode(),
    "json": samples.json_document().encode(),
    "jsonl": f"{samples.json_document()}\n{samples.json_document(id='second')}\n".encode(),
    "pdf": samples.pdf(samples.pdf_pages()),
    "eml": samples.mail(),
    "warc": samples.archive(("text/html", samples.article_page().encode())),
    "feed": samples.feed().encode(),
}


def read(path: Path, **options: object) -> list[Document | SourceError]:
    return list(read_sources([str(path)], IntakeOptions(**options)))  # type: ignore[arg-type]


def only(path: Path, **options: object) -> Document:
    results = read(path, **options)
    assert len(results) == 1 and isinstance(results[0], Document), results
    return results[0]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def written(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def test_every_format_has_a_sample_and_a_page() -> None:
    names = {each.name for each in FORMATS}
    assert names == set(SAMPLES)
    for name in names | {"url", "folder", "stdin"}:
        assert (PAGES_OF_DOCS / f"{name}.md").exists(), f"docs/formats/{name}.md is missing"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("suffix", ["own", "wrong", "gz"])
def test_every_format_gives_the_report_whatever_it_is_called(
    name: str, suffix: str, write: Callable[[str, bytes | str], Path]
) -> None:
    own = next(each.suffixes[0] for each in FORMATS if each.name == name)
    packed = suffix == "gz" and name != "warc"
    content = gzip.compress(SAMPLES[name]) if packed else SAMPLES[name]
    path = write({"own": f"a{own}", "wrong": "a.txt", "gz": f"a{own}.gz"}[suffix], content)
    results = read(path, follow_links=False)
    assert isinstance(results[0], Document), results
    assert results[0].text == samples.TEXT
    if name != "txt":
        assert results[0].published == PUBLISHED
    assert results[0].origin.startswith(str(path))


@pytest.mark.parametrize("page", samples.PAGES)
def test_pages_of_all_builds_give_only_the_report(
    page: Callable[[], str], write: Callable[[str, bytes | str], Path]
) -> None:
    document = only(write("page.html", page()))
    assert document.text == samples.TEXT
    assert document.title == samples.TITLE
    if page is not samples.line_break_page:
        assert document.outlet == samples.OUTLET


def test_json_text_is_not_touched(write: Callable[[str, bytes | str], Path]) -> None:
    text = "  One  two\r\n\tthree\u00a0four \ufeff\n\n\n"
    document = only(write("a.json", samples.json_document(text=text, id=7, relays=["X"], language="fr")))
    assert document.text == text
    assert (document.id, document.relays, document.language) == ("7", ("X",), "fr")
    assert document.date_source is DateSource.GIVEN


def test_a_json_file_may_be_a_list_and_a_bad_one_costs_only_itself(
    write: Callable[[str, bytes | str], Path],
) -> None:
    first = samples.json_document()
    results = read(write("a.json", f'[{first}, {{"txt": "x"}}, 3, {first}]'))
    assert [type(each).__name__ for each in results] == [
        "Document",
        "MalformedSource",
        "MalformedSource",
        "Document",
    ]
    assert "a.json#2" in str(results[1]) and "text" in str(results[1])


def test_ids_are_derived_from_what_a_report_is(write: Callable[[str, bytes | str], Path]) -> None:
    one, same = only(write("a.txt", SAMPLES["txt"])), only(write("b.txt", SAMPLES["txt"]))
    assert one.id == same.id and len(one.id) == 12
    assert only(write("c.txt", SAMPLES["txt"]), outlet="Other").id != one.id


def test_what_the_user_gives_wins(write: Callable[[str, bytes | str], Path]) -> None:
    document = only(write("a.html", SAMPLES["html"]), outlet="Mine", published=date(2020, 2, 3))
    assert (document.outlet, document.published) == ("Mine", datetime(2020, 2, 3, tzinfo=UTC))
    assert document.date_source is DateSource.GIVEN


def test_the_date_says_where_it_is_from(write: Callable[[str, bytes | str], Path]) -> None:
    dateline = f"MOSUL, 24 July 2021 (Tigris News Agency) - {samples.TEXT}"
    cases = {
        "meta.html": (samples.article_page(), DateSource.METADATA, 25),
        "visible.html": (samples.cluttered_page(), DateSource.METADATA, 25),
        "address.html": (samples.span_page(), DateSource.URL, 25),
        "dateline.txt": (dateline, DateSource.DATELINE, 24),
        "byline.txt": (
            f"{samples.TITLE}\n\nBy Staff | 23 July 2021\n\n{samples.TEXT}",
            DateSource.DATELINE,
            23,
        ),
    }
    for name, (content, source, day) in cases.items():
        document = only(write(name, content))
        assert document.published_on == date(2021, 7, day), name
        assert document.date_source is source, name


def test_no_date_is_made_up(write: Callable[[str, bytes | str], Path]) -> None:
    without = samples.table_page().replace(
        "</table>", "</table><p>Today is Monday, 5 July 2021 in our city.</p>"
    )
    for name, content in {"a.txt": SAMPLES["txt"], "a.html": without}.items():
        document = only(write(name, content))
        assert document.published is None and document.date_source is DateSource.UNKNOWN


def test_a_date_in_the_future_is_not_believed(write: Callable[[str, bytes | str], Path]) -> None:
    path = write("a.html", SAMPLES["html"])
    assert only(path, today=lambda: date(2021, 7, 20)).published is None
    assert only(path, today=lambda: date(2021, 7, 24)).published == PUBLISHED


def test_mail_in_html_and_with_a_broken_date(write: Callable[[str, bytes | str], Path]) -> None:
    document = only(write("a.eml", samples.mail(html=True)))
    assert (document.text, document.title, document.outlet) == (samples.TEXT, samples.TITLE, samples.OUTLET)
    broken = samples.mail().replace(b"Sun, 25 Jul 2021 15:17:02 +0000", b"some time ago")
    assert only(write("b.eml", broken)).published is None


def test_an_archive_gives_pages_texts_and_nothing_else(write: Callable[[str, bytes | str], Path]) -> None:
    page = samples.article_page().encode()
    bodies = [
        ("text/html; charset=utf-8", page),
        ("image/png", b"\x89PNG" * 9),
        ("text/plain", samples.TEXT.encode()),
    ]
    for compressed in (True, False):
        results = read(write("a.warc", samples.archive(*bodies, compressed=compressed)))
        assert [each.url for each in results if isinstance(each, Document)] == [
            "https://courier.example/0",
            "https://courier.example/2",
        ]
        assert isinstance(results[0], Document) and results[0].published == PUBLISHED


def test_a_feeds_short_entries_are_fetched(write: Callable[[str, bytes | str], Path]) -> None:
    from dateline.intake.content import Content, content_of

    asked: list[str] = []

    def fetch(url: str) -> Content:
        asked.append(url)
        return content_of(samples.table_page().encode(), url, 10**6, url=url)

    path = write(
        "a.xml",
        samples.feed(
            "<link>https://courier.example/2</link><pubDate>Mon, 26 Jul 2021 08:00:00 GMT</pubDate>"
        ),
    )
    first, second = read(path, fetch=fetch)
    assert asked == ["https://courier.example/2"]
    assert isinstance(first, Document) and first.outlet == samples.OUTLET
    assert isinstance(second, Document) and second.text == samples.TEXT
    assert second.published == datetime(2021, 7, 26, 8, tzinfo=UTC)


def test_standard_input_is_told_by_content_and_streamed() -> None:
    for name, content in SAMPLES.items():
        options = IntakeOptions(stdin=io.BytesIO(content), follow_links=False)
        first = next(read_sources(["-"], options))
        assert isinstance(first, Document) and first.text == samples.TEXT, name


def test_a_pipe_gives_its_first_line_before_its_second_is_written() -> None:
    import os

    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stdin:
        os.write(writing, f"{samples.json_document(id='a')}\n".encode())
        results = read_sources(["-"], IntakeOptions(stdin=stdin))
        first = next(results)
        os.write(writing, f"{samples.json_document(id='b')}\n".encode())
        os.close(writing)
        assert [each.id for each in (first, *results) if isinstance(each, Document)] == ["a", "b"]


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", "b/.x.txt", "c/d/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SAMPLES["txt"])
    found = [
        Path(each.origin).relative_to(tmp_path).as_posix()
        for each in read(tmp_path)
        if isinstance(each, Document)
    ]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]


def test_sources_are_read_one_at_a_time(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(SAMPLES["txt"])
    results = read_sources([str(tmp_path)])
    assert isinstance(next(results), Document)
    (tmp_path / "1.txt").unlink()
    assert "1.txt: there is no such file" in str(next(results))
    assert isinstance(next(results), Document)
