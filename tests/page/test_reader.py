"""The reader: text, links and files; marks that light their cards and back; corrections from the article."""

from __future__ import annotations

from browsing import Watched, settled
from desks import SAMPLES
from playwright.sync_api import Page, expect

REPORT = "On Tuesday a suicide bomber hit a bus station in Maiduguri 🚀, killing six people and wounding 14, police said."


def read(page: Page, address: str, text: str = REPORT) -> None:
    page.goto(f"{address}/reader")
    page.get_by_label("The report's text").fill(text)
    page.get_by_label("Published on").fill("2024-05-08")
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator(".article").wait_for()


def test_pasted_text_is_marked_and_its_cards_light_up(watched: Watched, desk: str) -> None:
    page = watched.page
    read(page, desk)
    assert page.locator(".article").inner_text().strip() == REPORT
    card = page.locator(".event-card").first
    expect(card).to_contain_text("6 killed, 14 injured")
    page.locator(".article .mk-number", has_text="six").hover()
    expect(card).to_have_class("card event-card lit")
    card.hover()
    expect(page.locator(".article .mk-place.lit", has_text="Maiduguri")).to_be_visible()


def test_a_file_is_read(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/reader")
    page.get_by_role("button", name="File").click()
    page.get_by_label("A file").set_input_files(str(SAMPLES / "turbat-mar03-indus.json"))
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".event-card").first).to_be_visible()


def test_a_link_that_cannot_be_fetched_says_why(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/reader")
    page.get_by_role("button", name="Link").click()
    page.get_by_label("Address of the article").fill("http://127.0.0.1:9/article.html")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def test_what_was_read_is_kept_when_asked(watched: Watched, own_desk: str) -> None:
    page = watched.page
    read(page, own_desk)
    page.get_by_role("button", name="Keep it in the record").click()
    expect(page.get_by_text("kept in the record")).to_be_visible(timeout=60_000)
    page.goto(f"{own_desk}/?place=Maiduguri")
    expect(page.locator(".line", has_text="7 May 2024").first).to_be_visible()


def test_jobs_are_listed_with_what_became_of_them(watched: Watched, own_desk: str) -> None:
    page = watched.page
    page.goto(f"{own_desk}/jobs")
    expect(page.get_by_text("No job yet")).to_be_visible()
    read(page, own_desk)
    page.get_by_role("button", name="Keep it in the record").click()
    page.get_by_role("link", name="Jobs").click()
    job = page.get_by_role("list", name="Jobs").get_by_role("article")
    expect(job.locator(".badge")).to_have_text("done", timeout=60_000)
    expect(job).to_contain_text("pasted.json")
    expect(job).to_contain_text("1 article taken in, 1 read")
    assert page.evaluate("document.querySelector('nav [aria-current]').innerText").strip() == "Reader"


def test_a_selected_span_becomes_a_judgement(watched: Watched, own_desk: str) -> None:
    page = watched.page
    page.goto(f"{own_desk}/documents/balad-mar01-tigris")
    settled(page)
    foot = page.locator(".card-foot").first
    foot.wait_for()
    page.locator(".article .mk-place", has_text="Balad air base").first.dblclick(position={"x": 8, "y": 8})
    foot.get_by_role("button", name="Where").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("New value")).to_have_value("Balad")
    dialog.get_by_label("Why").fill("the town, not the base")
    dialog.get_by_role("button", name="Correct a value").click()
    expect(page.get_by_text("Kept as judgement")).to_be_visible()
