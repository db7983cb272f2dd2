"""Every view for those who use a keyboard or a screen reader: axe finds nothing serious, and keys reach everything."""

from __future__ import annotations

import pytest
from browsing import AXE, Watched, serious, settled
from playwright.sync_api import expect

VIEWS = (
    "/",
    "incident",
    "/tallies",
    "/reader",
    "/jobs",
    "/documents/balad-mar01-tigris",
    "/review",
    "/actors",
    "/login",
    "/settings",
)
LOOKS = ((1280, "light"), (390, "dark"))


def address_of(watched: Watched, desk: str, view: str) -> str:
    """The address of a view; of the incident that most reports tell of."""
    if view != "incident":
        return desk + view
    found = watched.page.request.get(f"{desk}/api/v1/incidents?place=Balad&limit=100").json()["items"]
    return f"{desk}/incidents/{max(found, key=lambda i: i['reports'])['id']}"


@pytest.mark.skipif(
    not AXE.is_file(), reason="axe-core is not installed; `make test` installs it where Node.js is"
)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(watched: Watched, desk: str, view: str, width: int, scheme: str) -> None:
    page = watched.open(width=width, scheme=scheme)
    page.goto(address_of(watched, desk, view))
    settled(page)
    page.evaluate("document.querySelectorAll('main details').forEach(closed => { closed.open = true })")
    assert serious(page) == []


def test_the_first_key_skips_to_the_content(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/tallies")
    settled(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()


def test_a_change_of_view_moves_the_focus_and_the_title(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/tallies")
    settled(page)
    page.get_by_role("link", name="Actors", exact=True).press("Enter")
    expect(page.locator("#main")).to_be_focused()
    expect(page).to_have_title("Actors · Dateline")


def test_a_dialog_keeps_the_focus_and_gives_it_back(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(address_of(watched, desk, "incident"))
    settled(page)
    button = page.get_by_role("button", name="Merge")
    button.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button).to_be_focused()


def test_times_name_their_zone(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/documents/balad-mar01-tigris")
    settled(page)
    expect(page.get_by_text("1 Mar 2024, 23:40 CET")).to_be_visible()
