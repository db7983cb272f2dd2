"""One incident: values with their claims, and every decision that can be made on it and undone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browsing import Watched
from playwright.sync_api import Page, expect


@pytest.fixture
def page(watched: Watched, own_desk: str) -> Iterator[Page]:
    """The Balad air base incident, which most reports tell of."""
    page = watched.page
    page.goto(f"{own_desk}/?place=Balad%20air%20base&at=34,44,5")
    page.locator(".line", has_text="1 Mar 2024").first.click()
    page.locator(".fields").wait_for()
    yield page


def field(page: Page, name: str):  # type: ignore[no-untyped-def]
    return page.locator(".field-row", has=page.get_by_role("heading", name=name, exact=True))


def test_each_value_has_its_claims_with_sentence_outlet_and_speaker(page: Page) -> None:
    injured = field(page, "Injured")
    injured.locator("summary").click() if not injured.locator("details[open]").count() else None
    claim = injured.locator(".claim", has_text="Tigris Wire (invented)").first
    expect(claim.locator("mark")).to_contain_text("wounding four people")
    expect(claim.locator(".speakers")).to_contain_text("medical sources")
    claim.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/documents/.+\?at=\d+-\d+"))
    expect(page.locator(".found").first).to_be_in_viewport()


def test_the_toll_over_time_links_and_reports_are_told(page: Page) -> None:
    expect(page.get_by_role("region", name="Toll over time").get_by_role("img")).to_be_visible()
    expect(
        page.get_by_role("region", name="Why these reports were linked").locator("li").first
    ).to_be_visible()
    assert page.get_by_role("region", name="Reports", exact=True).locator("li").count() > 3


def test_a_value_is_corrected_and_the_correction_undone(page: Page) -> None:
    killed = field(page, "Killed")
    was = killed.locator(".field-value").inner_text()
    killed.get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New value").fill("12-14")
    dialog.get_by_label("Why").fill("the hospital's list")
    dialog.get_by_role("button", name="Correct a value").click()
    expect(killed.locator(".field-value")).to_contain_text("12")
    expect(killed.get_by_text("a person decided")).to_be_visible()
    page.get_by_role("region", name="History").get_by_role("button", name="Undo").click()
    expect(killed.locator(".field-value")).to_have_text(was)


def test_a_wrong_value_is_refused_with_how_to_write_it(page: Page) -> None:
    field(page, "Killed").get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New value").fill("very many")
    dialog.get_by_label("Why").fill("no reason")
    dialog.get_by_role("button", name="Correct a value").click()
    expect(dialog.get_by_role("alert")).to_contain_text("very many")
    dialog.get_by_role("button", name="Cancel").click()


def test_confirming_and_disputing(page: Page) -> None:
    page.locator(".page-acts").get_by_role("button", name="Confirm").click()
    page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("region", name="History").get_by_text("confirm").first).to_be_visible()
    field(page, "When").get_by_role("button", name="Dispute").click()
    page.get_by_role("dialog").get_by_label("Why").fill("two days are told")
    page.get_by_role("dialog").get_by_role("button", name="Dispute").click()
    expect(field(page, "When").get_by_text("disputed")).to_be_visible()


def test_a_report_is_split_off_and_merged_again(page: Page) -> None:
    page.get_by_role("button", name="Split").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").first.check()
    dialog.get_by_label("Why").fill("another day")
    dialog.get_by_role("button", name="Take reports out").click()
    expect(page.get_by_role("region", name="History").get_by_text("split").first).to_be_visible()
    other = page.evaluate(
        """async (here) => {
            const told = await (await fetch('/api/v1/incidents?place=Balad&limit=100')).json();
            const near = told.items.filter(i => i.id !== here && i.mode === 'drone');
            return near[0].id;
        }""",
        page.url.rsplit("/", 1)[1],
    )
    page.get_by_role("button", name="Merge").click()
    dialog.get_by_label("Incidents to merge").fill(other)
    dialog.get_by_label("Why").fill("one attack after all")
    dialog.get_by_role("button", name="Merge with other incidents").click()
    expect(page.get_by_role("region", name="History").get_by_text("merge").first).to_be_visible()


def test_print_has_every_claim_and_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.get_by_role("button", name="Correct").first).to_be_hidden()
    expect(page.locator(".claim").first).to_be_visible()


def test_an_incident_that_is_not_there_says_so(watched: Watched, desk: str) -> None:
    watched.page.goto(f"{desk}/incidents/i-000000")
    expect(watched.page.get_by_role("alert")).to_contain_text("i-000000")
