"""Tallies, the review queue and actors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import Watched, settled, until
from desks import running
from playwright.sync_api import Page, expect


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    settled(page)
    return page


def test_tallies_stand_beside_the_record(watched: Watched, desk: str) -> None:
    page = opened(watched.page, f"{desk}/tallies")
    tally = page.locator(".tally", has_text="7 or more drone attacks").first
    expect(tally.locator(".bars")).to_have_attribute("aria-label", re.compile("Claimed 7 or more, on record"))
    expect(tally.locator("mark")).to_contain_text("seven")
    tally.get_by_text("behind it").click()
    tally.locator(".behind a").first.click()
    expect(page).to_have_url(re.compile("/incidents/i-"))


def test_tallies_are_filtered_by_verdict(watched: Watched, desk: str) -> None:
    page = opened(watched.page, f"{desk}/tallies")
    page.get_by_role("group", name="Verdicts to show").get_by_role("button", name="explained").click()
    expect(page).to_have_url(re.compile("verdict=explained"))
    expect(page.locator(".tally .badge", has_text="not comparable")).to_have_count(0)
    expect(page.locator(".tally").first).to_be_visible()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("/", "dateline add YOUR-FOLDER"),
        ("/tallies", "They appear when a report"),
        ("/review", "New questions come with new reports"),
        ("/actors", "They appear when reports"),
    ],
)
def test_an_empty_record_says_what_to_do(watched: Watched, tmp_path: Path, view: str, words: str) -> None:
    with running(tmp_path / "new.sqlite") as address:
        watched.page.goto(address + view)
        expect(watched.page.get_by_text(words)).to_be_visible()


def left(page: Page) -> int:
    return int(page.get_by_text("left for you").inner_text().split()[0].replace(",", ""))


def test_review_by_keys_alone_and_undone(watched: Watched, own_desk: str) -> None:
    page = opened(watched.page, f"{own_desk}/review")
    first, before = page.locator(".question h2").inner_text(), left(page)
    certainty = page.locator(".question .badge").first.inner_text()
    page.keyboard.press("y")
    expect(page.get_by_text("kept as judgement")).to_be_visible()
    assert left(page) == before - 1
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("no longer holds")).to_be_visible()
    expect(page.locator(".question .badge").first).to_have_text(certainty)
    expect(page.locator(".question h2")).to_have_text(first)


def test_review_skips_and_says_when_nothing_is_left(watched: Watched, own_desk: str) -> None:
    page = opened(watched.page, f"{own_desk}/review")
    again = page.get_by_role("button", name="Look at the skipped ones")

    def nothing_left() -> bool:
        page.keyboard.press("s")
        return again.count() > 0

    until(page, nothing_left)
    again.click()
    expect(page.locator(".question")).to_be_visible()


def test_keys_typed_into_a_reason_answer_nothing(watched: Watched, own_desk: str) -> None:
    page = opened(watched.page, f"{own_desk}/review")
    before = left(page)
    page.get_by_label("Why").press_sequentially("yes, no, say so")
    assert left(page) == before


def test_actors_as_graph_and_table_with_sentences(watched: Watched, desk: str) -> None:
    page = opened(watched.page, f"{desk}/actors")
    row = page.locator(".relation-table li", has_text="sponsored by").first
    row.get_by_role("button", name=re.compile("sentence")).click()
    expect(row.locator("blockquote").first).to_be_visible()
    node = page.locator(".node", has_text="Iran").first
    node.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("actor=iran"))
    expect(page.locator(".actor-card h2")).to_have_text("Iran")


def test_a_kind_without_relations_says_so(watched: Watched, desk: str) -> None:
    page = opened(watched.page, f"{desk}/actors?predicate=hosts&actor=nobody")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".relation-table li").first).to_be_visible()
