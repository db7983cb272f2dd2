"""The Share view: what a partner would see and why, approving it with a reason, marking, what came in, disputes, the log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import AXE, Watched, serious, settled
from desks import PASSWORD, add_users, running
from playwright.sync_api import Locator, Page, expect
from tests.share.exchanged import CLEAR, keep

from dateline.record import Record

SECTIONS = ("preview", "given", "rules", "inbound", "disputes", "log")
OPEN_ALL = "document.querySelectorAll('main details').forEach(closed => { closed.open = true })"
LOOKS = ((1280, "light"), (390, "dark"), (390, "light"), (1280, "dark"))


def opened(page: Page, desk: str, show: str = "preview", partner: str = "north") -> Page:
    page.goto(f"{desk}/share?partner={partner}&show={show}")
    settled(page)
    return page


def region(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def log_in(page: Page, desk: str, role: str) -> None:
    page.goto(f"{desk}/login?next=/share")
    page.get_by_label("Name").fill(role)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Share")).to_be_visible()


def test_a_preview_tells_what_goes_what_stays_and_why(watched: Watched, shared_desk: str) -> None:
    page = opened(watched.page, shared_desk)
    summary = region(page, "Summary of the preview")
    expect(summary).to_contain_text("would see 1 incident")
    expect(summary).to_contain_text("TLP:AMBER is above its clearance, TLP:GREEN")
    beside = page.locator(".beside-ours").first
    killed = beside.get_by_role("row", name=re.compile("^Killed"))
    expect(killed.get_by_role("cell")).to_have_text(["4", re.compile("4–9")])
    page.get_by_role("group", name="Outcomes to show").get_by_role("button", name="narrowed").click()
    expect(page.locator(".fate")).to_have_count(2)
    expect(page.locator(".fate", has_text="Title of described")).to_contain_text("an aid organisation")
    expect(page.locator(".fate", has_text="Title of narrowed")).to_contain_text("no finer than province")


def test_a_release_is_approved_with_a_reason_and_stands_in_the_log(
    watched: Watched, own_shared: Path
) -> None:
    with running(own_shared) as desk:
        page = opened(watched.page, desk, partner="south")
        page.get_by_role("button", name="Approve this release").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Why").fill("weekly exchange of 3 June")
        dialog.get_by_role("button", name="Approve", exact=True).click()
        expect(page.get_by_text("to south: 1 new")).to_be_visible()
        expect(page.get_by_role("button", name="Approve this release")).to_be_disabled()
        page.get_by_role("button", name="Given", exact=True).click()
        expect(region(page, "What was given")).to_contain_text("weekly exchange of 3 June")
        page.get_by_role("button", name="Log", exact=True).click()
        expect(page.locator(".log li").first).to_contain_text("release approved")
        expect(page.get_by_text("chain is whole")).to_be_visible()


def test_what_changed_meanwhile_is_not_approved_unseen(watched: Watched, own_shared: Path) -> None:
    with running(own_shared) as desk:
        page = opened(watched.page, desk, partner="south")
        with Record.open(str(own_shared)) as record:
            keep(record, {"later": CLEAR})
        page.get_by_role("button", name="Approve this release").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Why").fill("weekly")
        dialog.get_by_role("button", name="Approve", exact=True).click()
        expect(dialog.get_by_role("alert")).to_contain_text("changed since you looked")
        expect(region(page, "Summary of the preview")).to_contain_text("from 6 documents")
        dialog.get_by_role("button", name="Approve", exact=True).click()
        expect(page.get_by_text("to south: 1 new")).to_be_visible()


def test_marking_taking_back_confirming_and_giving_again(watched: Watched, own_shared: Path) -> None:
    with running(own_shared) as desk:
        page = opened(watched.page, desk)
        page.locator(".fate", has_text="Title of unmarked").get_by_role("button", name="Mark").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Label").select_option("green")
        dialog.get_by_label("Times").select_option("month")
        dialog.get_by_role("button", name="Mark", exact=True).click()
        expect(page.locator(".fate", has_text="Title of unmarked")).to_contain_text("no finer than month")
        page.locator(".fate", has_text="Title of open").get_by_role("button", name="Take back").click()
        dialog.get_by_label("Why").fill("the witness asked for it")
        dialog.get_by_role("button", name="Take it back").click()
        expect(page.locator(".fate", has_text="Title of open")).to_contain_text("taken back from it")
        page.get_by_role("button", name="Given", exact=True).click()
        first = page.locator(".releases li").first
        first.get_by_role("button", name="The partner confirmed it").click()
        dialog.get_by_role("button", name=re.compile("was confirmed")).click()
        expect(first.get_by_text("confirmed", exact=True)).to_be_visible()
        first.get_by_role("button", name="Give open again").click()
        dialog.get_by_label("Why").fill("the witness allowed it")
        dialog.get_by_role("button", name="Give it again").click()
        expect(page.locator(".releases li").first).to_contain_text("given again: open")
        page.get_by_role("button", name="Rules", exact=True).click()
        expect(region(page, "Markings").locator("li").first).to_contain_text("only to north")


def test_what_came_is_told_and_set_beside_ours(watched: Watched, shared_desk: str) -> None:
    page = opened(watched.page, shared_desk, "inbound")
    region(page, "Deliveries").get_by_text("What became of each object").click()
    row = page.get_by_role("row", name=re.compile("^report "))
    expect(row).to_contain_text("document")
    conflict = page.locator(".conflict").first
    expect(conflict.locator(".two > div").first).to_contain_text("north tells")
    expect(conflict.locator(".two > div").first.locator(".claim-value strong").first).to_have_text("9")
    expect(conflict.locator(".two > div").last.locator(".claim-value strong").first).to_have_text("4")
    conflict.get_by_role("link").first.click()
    page.locator(".fields").wait_for()
    page.evaluate(OPEN_ALL)
    expect(page.get_by_text("through north").first).to_be_visible()
    expect(region(page, "What partners say")).to_contain_text("the hospital counted otherwise")


def test_a_dispute_is_answered(watched: Watched, own_shared: Path) -> None:
    with running(own_shared) as desk:
        page = opened(watched.page, desk, "disputes")
        said = page.locator(".rows > li", has_text="the hospital counted otherwise")
        expect(said.get_by_text("disagrees")).to_be_visible()
        said.get_by_role("button", name="Reply").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("What we hold of it").select_option("neutral")
        dialog.get_by_label("Why").fill("we asked the hospital")
        dialog.get_by_role("button", name="Keep for the next release").click()
        expect(page.locator(".rows > li", has_text="we asked the hospital")).to_contain_text("We to north")


@pytest.mark.parametrize(("role", "may"), [("reader", False), ("analyst", False), ("admin", True)])
def test_a_role_sees_and_does_what_it_may(watched: Watched, own_shared: Path, role: str, may: bool) -> None:
    add_users(own_shared)
    with running(own_shared) as desk:
        page = watched.page
        log_in(page, desk, role)
        opened(page, desk, partner="south")
        assert (page.get_by_role("button", name="Approve this release").count() == 1) is may
        assert (page.get_by_role("button", name="Mark").count() > 0) is (role != "reader")
        page.get_by_role("button", name="Log", exact=True).click()
        shown = "shown to the role analyst" if role == "reader" else "chain is whole"
        expect(page.get_by_text(shown)).to_be_visible()


def test_hostile_words_are_only_words(watched: Watched, shared_desk: str) -> None:
    for show in SECTIONS:
        for width in (390, 1280):
            page = opened(
                watched.open(width=width), shared_desk, show, "south" if show == "rules" else "north"
            )
            page.evaluate(OPEN_ALL)
            settled(page)
            assert "owned" not in page.title()
            assert page.locator("main script, main img, main b").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (show, width)


@pytest.mark.skipif(
    not AXE.is_file(), reason="axe-core is not installed; `make test` installs it where Node.js is"
)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("show", SECTIONS)
def test_axe_finds_nothing_serious(
    watched: Watched, shared_desk: str, show: str, width: int, scheme: str
) -> None:
    page = opened(watched.open(width=width, scheme=scheme), shared_desk, show)
    page.evaluate(OPEN_ALL)
    settled(page)
    assert serious(page) == []


def test_a_desk_without_partners_says_what_to_do(watched: Watched, tmp_path: Path) -> None:
    with running(tmp_path / "new.sqlite") as address:
        watched.page.goto(f"{address}/share")
        expect(watched.page.get_by_text("dateline partner add")).to_be_visible()
