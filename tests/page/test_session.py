"""Logging in, what each role may do, and the first user of an open desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import Watched, settled
from desks import PASSWORD, add_users, running
from playwright.sync_api import Page, expect


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log in").click()


@pytest.fixture
def closed(own_record: Path):  # type: ignore[no-untyped-def]
    """A desk with one user of each role."""
    add_users(own_record)
    with running(own_record) as address:
        yield address


def test_a_stranger_is_asked_to_log_in_and_comes_back(watched: Watched, closed: str) -> None:
    page = watched.page
    page.goto(f"{closed}/tallies?verdict=short")
    page.get_by_role("alert").get_by_role("link", name="Log in").click()
    log_in(page, "reader", "not the password")
    expect(page.get_by_role("alert")).to_contain_text("don't belong together")
    log_in(page, "reader")
    expect(page).to_have_url(f"{closed}/tallies?verdict=short")
    expect(page.locator(".tally").first).to_be_visible()


@pytest.mark.parametrize(
    ("role", "judges", "looks_after_users"), [("reader", 0, 0), ("analyst", 1, 0), ("admin", 1, 1)]
)
def test_roles_see_what_they_may_do(
    watched: Watched, closed: str, role: str, judges: int, looks_after_users: int
) -> None:
    page = watched.page
    page.goto(f"{closed}/login?next=/review")
    log_in(page, role)
    expect(page.locator(".question")).to_be_visible()
    assert page.get_by_role("button", name=re.compile("^Yes")).count() == judges
    page.goto(f"{closed}/settings")
    expect(page.get_by_text(f"Logged in as {role}")).to_be_visible()
    expect(page.get_by_role("region", name="Users")).to_have_count(looks_after_users)
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_an_open_desk_says_so_and_closes_with_its_first_user(watched: Watched, own_desk: str) -> None:
    page = watched.page
    page.goto(f"{own_desk}/settings")
    expect(page.get_by_text("This desk has no users")).to_be_visible()
    page.get_by_text("Add the first user").click()
    users = page.get_by_role("region", name="Users")
    users.get_by_label("Name").fill("anna")
    users.get_by_label("Password").fill(PASSWORD)
    users.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("anna can log in now")).to_be_visible()
    page.goto(own_desk)
    expect(page.get_by_role("alert").get_by_role("link", name="Log in")).to_be_visible()


def test_a_token_is_shown_once_and_revoked(watched: Watched, closed: str) -> None:
    page = watched.page
    page.goto(f"{closed}/login?next=/settings")
    log_in(page, "analyst")
    tokens = page.get_by_role("region", name="API tokens")
    tokens.get_by_text("Make a token").click()
    tokens.get_by_label("What it is for").fill("nightly export")
    tokens.get_by_role("button", name="Make it").click()
    expect(tokens.locator(".secret")).to_be_visible()
    tokens.get_by_role("button", name="Revoke nightly export").click()
    expect(tokens.get_by_role("button", name="Revoke nightly export")).to_have_count(0)


def test_colours_are_chosen_and_kept(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/tallies")
    settled(page)
    page.get_by_role("button", name=re.compile("Colours")).click()
    page.get_by_role("button", name=re.compile("Colours: light")).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
