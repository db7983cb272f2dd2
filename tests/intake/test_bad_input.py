"""Bad input costs itself only: a clear error that names the item and the remedy, everything else is read."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.errors import (
    MalformedSource,
    RefusedSource,
    SourceError,
    UnreadableSource,
    UnsupportedSource,
)
from dateline.intake import IntakeOptions, Limits, read_sources
from dateline.model.document import Document

from . import samples

SMALL = Limits(received_bytes=100_000, expanded_bytes=300_000, characters=50_000, pages=3)
RECORD = ("text/html", samples.article_page().encode())


def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 8_000 + b"<p>Down here.</p>" + b"</div>" * 8_000


def attributes() -> bytes:
    return b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(10_000)) + b">x</p>"


def entity_bomb(encoding: str = "utf-8") -> bytes:
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 9))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{nested}]><rss><channel>&e8;</channel></rss>'.encode(
        encoding
    )


def encrypted_pdf() -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.pdf(samples.pdf_pages()))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


CASES: dict[str, tuple[str, bytes | Callable[[], bytes], type[SourceError], str]] = {
    "an empty file": ("a.txt", b"", MalformedSource, "is empty"),
    "white space only": ("a.html", b" \n\t\r\n", MalformedSource, "is empty"),
    "a binary file": ("a.txt", bytes(range(256)) * 9, UnsupportedSource, "is binary"),
    "an office document": ("a.docx", b"PK\x03\x04" + bytes(99), UnsupportedSource, "save it as PDF or text"),
    "an unknown suffix": ("a.csv", b"a,b\n1,2\n", UnsupportedSource, "no reader for .csv"),
    "a large page": (
        "a.html",
        lambda: b"<html><body>" + b"<p>Two hit.</p>" * 9_000,
        RefusedSource,
        "larger than the limit of 0.1 MB",
    ),
    "a long text": (
        "a.txt",
        lambda: b"Two rockets hit. " * 5_000,
        RefusedSource,
        "DATELINE_LIMITS__CHARACTERS",
    ),
    "a deep tree": ("a.html", deep_page, RefusedSource, "nested deeper than"),
    "a tag of attributes": ("a.html", attributes, RefusedSource, "thousands of attributes"),
    "a page without an article": (
        "a.html",
        b"<html><body><nav><a href=/>Home</a></nav></body></html>",
        MalformedSource,
        "holds no article",
    ),
    "a bomb of gzip": (
        "a.html.gz",
        lambda: gzip.compress(b"<p>a</p>" * 10**6),
        RefusedSource,
        "larger than the limit of 0.3 MB",
    ),
    "gzip in gzip": (
        "a.gz",
        lambda: gzip.compress(gzip.compress(b"x" * 99)),
        RefusedSource,
        "compressed twice",
    ),
    "gzip cut short": (
        "a.txt.gz",
        lambda: gzip.compress(samples.TEXT.encode())[:-20],
        MalformedSource,
        "ends early",
    ),
    "a bomb in a WARC head": (
        "a.warc.gz",
        lambda: gzip.compress(b"WARC/1.0\r\nX: " + b"a" * 10**7),
        RefusedSource,
        "unfolds to more",
    ),
    "broken JSON": ("a.json", b'{"text": "half', MalformedSource, "is no valid JSON"),
    "deep JSON": ("a.json", lambda: b'{"text": ' + b"[" * 9_000, MalformedSource, "is no valid JSON"),
    "JSON without a text": ("a.json", b'{"title": "x"}', MalformedSource, "text: Field required"),
    "JSON with an empty text": ("a.json", b'{"text": " "}', MalformedSource, "holds no text"),
    "JSON with half a character": ("a.json", b'{"text": "\\ud800"}', MalformedSource, "is no valid JSON"),
    "an empty list": ("a.json", b"[]", MalformedSource, "is an empty list"),
    "a wrong date": (
        "a.json",
        samples.json_document(published="2021-13-45").encode(),
        MalformedSource,
        "write 2021-07-25",
    ),
    "a date that is a number": (
        "a.json",
        samples.json_document(published=20210725).encode(),
        MalformedSource,
        "published: Input should be",
    ),
    "an entity bomb": ("a.xml", entity_bomb, RefusedSource, "declares XML entities"),
    "a hidden entity bomb": ("a.xml", lambda: entity_bomb("utf-16"), RefusedSource, "declares XML entities"),
    "XML of another kind": (
        "a.xml",
        b"<?xml version='1.0'?><nitf><p>a</p></nitf>",
        MalformedSource,
        "is no RSS or Atom feed",
    ),
    "a damaged PDF": ("a.pdf", b"%PDF-1.4 and nothing else", MalformedSource, "is a damaged PDF"),
    "an encrypted PDF": ("a.pdf", encrypted_pdf, RefusedSource, "is encrypted"),
    "a scanned PDF": ("a.pdf", lambda: samples.pdf([[]]), UnsupportedSource, "run text recognition"),
    "a PDF of many pages": ("a.pdf", lambda: samples.pdf([["a"]] * 4), RefusedSource, "has 4 pages"),
    "a mail without a text": ("a.eml", b"Message-ID: <1>\nSubject: x\n\n", MalformedSource, "holds no text"),
    "nested mail": (
        "a.eml",
        lambda: b"Message-ID: <1>\n" + b"Content-Type: message/rfc822\n\n" * 1_500,
        MalformedSource,
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_has_a_clear_error_and_the_next_is_read(name: str, tmp_path: Path) -> None:
    file_name, content, kind, message = CASES[name]
    bad, good = tmp_path / file_name, tmp_path / "good.txt"
    bad.write_bytes(content() if callable(content) else content)
    good.write_text(samples.TEXT, "utf-8")
    error, document = read_sources([str(bad), str(good)], IntakeOptions(limits=SMALL))
    assert type(error) is kind, error
    assert message in str(error) and str(error).startswith(str(bad))
    assert isinstance(document, Document) and document.text == samples.TEXT


def test_a_page_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><body>" + b"<p>Two rockets hit the base.</p>" * 1_600_000)
    start = time.monotonic()
    (error,) = read_sources([str(path)])
    assert isinstance(error, RefusedSource) and "20.0 MB" in str(error)
    assert time.monotonic() - start < 2


def test_50_000_nested_elements_do_not_end_the_process(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><body>" + b"<div>" * 50_000 + b"<p>Down here.</p>" + b"</div>" * 50_000)
    (error,) = read_sources([str(path)])
    assert isinstance(error, RefusedSource) and "nested deeper" in str(error)


def test_a_half_written_line_costs_that_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        samples.json_document(id=1),
        '{"text": "half',
        "",
        samples.json_document(id=2),
        '{"text": "cut o',
    ]
    path.write_text("\n".join(lines), "utf-8")
    results = list(read_sources([str(path)]))
    assert [each.id if isinstance(each, Document) else str(each).split(":")[1] for each in results] == [
        "1",
        "2",
        "2",
        "5",
    ]
    assert f"{path}:2" in str(results[1])


def test_a_line_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{samples.json_document(text='x ' * 60_000)}\n{samples.json_document(id=2)}\n", "utf-8")
    error, document = read_sources([str(path)], IntakeOptions(limits=SMALL))
    assert isinstance(error, RefusedSource) and ":1: is larger" in str(error)
    assert isinstance(document, Document) and document.id == "2"


def test_a_bomb_in_an_archive_costs_that_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    bomb = ("text/html", b"<html>" + b" " * 3_000_000)
    path.write_bytes(samples.archive(RECORD, bomb, ("image/gif", b" " * 3_000_000), RECORD))
    first, error, last = read_sources([str(path)], IntakeOptions(limits=SMALL))
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(error, RefusedSource) and f"{path}#2" in str(error)


def test_an_archive_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(samples.archive(RECORD, RECORD)[:-80])
    first, *errors = read_sources([str(path)])
    assert isinstance(first, Document)
    assert ["#2: is cut short" in str(errors[0]), "ends early" in str(errors[1])] == [True, True]


def test_files_that_are_missing_or_no_files(tmp_path: Path) -> None:
    sources = [str(tmp_path / "none.txt"), "/dev/null", "bad\0name"]
    kinds = [type(each) for each in read_sources(sources)]
    assert kinds == [UnreadableSource, UnsupportedSource, UnreadableSource]


@pytest.fixture
def nobody() -> Iterator[None]:
    """Without the administrator's right to read everything."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield
    os.seteuid(was)


def test_a_file_without_permission_is_named(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "a.txt"
    path.write_text(samples.TEXT)
    path.chmod(0)
    request.getfixturevalue("nobody")
    (error,) = read_sources([str(path)])
    assert isinstance(error, UnreadableSource) and "may not be read; check its permissions" in str(error)


def test_links_in_a_folder_do_not_go_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "a").mkdir(parents=True)
    outside.mkdir()
    for folder in (inside / "a", outside):
        (folder / "1.txt").write_text(samples.TEXT)
    (inside / "b").symlink_to(inside)
    (inside / "c").symlink_to(outside)
    (inside / "d.txt").symlink_to(tmp_path / "gone.txt")
    (outside / "back").symlink_to(inside)
    results = list(read_sources([str(inside)]))
    shown = [each.origin if isinstance(each, Document) else each.source for each in results]
    assert [str(Path(each).relative_to(inside)) for each in shown] == [
        "a/1.txt",
        "b",
        "c/1.txt",
        "c/back",
        "d.txt",
    ]
    assert "is read already" in str(results[1]) and "no such file" in str(results[4])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (error,) = read_sources([str(tmp_path)])
    assert "holds no files" in str(error)
