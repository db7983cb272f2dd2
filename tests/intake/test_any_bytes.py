"""Whatever the bytes, reading ends in documents and named errors, never in another exception."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.intake import IntakeOptions, Limits, read_sources
from dateline.model.document import Document

from . import samples

OPTIONS = {"limits": Limits(received_bytes=200_000, expanded_bytes=400_000), "follow_links": False}
WHOLE = [
    samples.article_page().encode(),
    samples.json_document().encode(),
    f"{samples.json_document()}\n{samples.json_document()}\n".encode(),
    samples.pdf(samples.pdf_pages()),
    samples.mail(),
    samples.mail(html=True),
    samples.feed().encode(),
    samples.archive(("text/html", samples.article_page().encode())),
    samples.archive(("text/plain", samples.TEXT.encode()), compressed=False),
]
OPENINGS = [
    b"",
    b"%PDF-1.4\n",
    b"<html>",
    b"<rss>",
    b'{"text":',
    b"[{",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"Message-ID: <1>\n",
    b"\xff\xfe",
]


def check(data: bytes) -> None:
    for result in read_sources(["-"], IntakeOptions(stdin=io.BytesIO(data), **OPTIONS)):  # type: ignore[arg-type]
        assert isinstance(result, SourceError) or (isinstance(result, Document) and result.text.strip())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(OPENINGS), st.binary(max_size=400))
def test_random_bytes(opening: bytes, data: bytes) -> None:
    check(opening + data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(WHOLE), st.integers(0, 5000), st.binary(max_size=12), st.integers(0, 40))
def test_damaged_files(whole: bytes, where: int, patch: bytes, removed: int) -> None:
    place = where % len(whole)
    check(whole[:place] + patch + whole[place + removed :])


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_in_json_comes_back_unchanged(text: str) -> None:
    data = samples.json_document(text=text).encode()
    (result,) = read_sources(["-"], IntakeOptions(stdin=io.BytesIO(data)))
    assert isinstance(result, Document) and result.text == text


def test_gold_texts_come_back_from_pages_and_files(tmp_path: Path) -> None:
    import json
    from html import escape

    import pytest

    folder = Path(__file__).parents[3] / "shared" / "acceptance" / "gold"
    if not folder.exists():
        pytest.skip("../shared/acceptance is not here")
    for path in sorted(folder.glob("*.json"))[:4]:
        article = json.loads(path.read_text("utf-8"))
        body = "".join(f"<p>{escape(each)}</p>" for each in article["text"].split("\n\n"))
        title = escape(article["title"])
        page = (
            f"<html><head><title>{title} - Site</title></head><body><ul>{samples.MENU}</ul><h1>{title}</h1>"
            f"<div>radio icon</div><p>{title}</p>{body}<ul>{samples.RELATED}</ul>{samples.FOOTER}</body></html>"
        )
        (tmp_path / "a.html").write_text(page, "utf-8")
        (tmp_path / "b.txt").write_text(f"{article['title']}\n\n{article['text']}\n", "utf-8")
        for result in read_sources([str(tmp_path)]):
            assert isinstance(result, Document)
            assert (result.text, result.title) == (article["text"], article["title"]), path.name
