"""Reports that try to be more than text: script, marks that turn the reading direction, words without an end."""

from __future__ import annotations

import pytest
from browsing import Watched, settled
from desks import HOSTILE, LONG, SCRIPT, TURNED
from playwright.sync_api import expect

WIDTHS = (390, 1280)
VIEWS = ("/", "/tallies", "/review", "/actors", *(f"/documents/{document.id}" for document in HOSTILE))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_views_stay_whole(watched: Watched, desk: str, view: str, width: int) -> None:
    page = watched.open(width=width)
    page.goto(desk + view)
    settled(page)
    assert "owned" not in page.title()
    assert page.locator("main script, main img[onerror], main b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_markup_is_shown_as_it_was_written(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/documents/hostile-script")
    settled(page)
    assert SCRIPT in (page.locator(".article").text_content() or "")
    assert page.locator("a[href^='javascript:']").count() == 0


@pytest.mark.parametrize("words", [SCRIPT, TURNED, LONG])
def test_pasted_text_is_only_text(watched: Watched, desk: str, words: str) -> None:
    page = watched.page
    page.goto(f"{desk}/reader")
    page.get_by_label("The report's text").fill(f"{words} A bomb killed two soldiers in Kirkuk.")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".article")).to_contain_text("killed two soldiers")
    assert words in (page.locator(".article").text_content() or "")
    assert page.title() == "Reader · Dateline"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_an_address_cannot_carry_markup(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/?place=%3Cimg%20src=x%20onerror=alert(1)%3E&at=%3Cscript%3E&mode=%3Cb%3E")
    page.locator(".filter-tags").wait_for()
    assert page.locator("main img, main b").count() == 0
