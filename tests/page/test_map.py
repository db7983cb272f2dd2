"""Map and timeline: marks, filters in the address, the brush, and the list that follows."""

from __future__ import annotations

import re
from pathlib import Path

from browsing import Watched, until
from playwright.sync_api import Page, Route, expect


def count(page: Page) -> int:
    """Incidents that the list counts."""
    words = page.locator(".list-head h2").inner_text()
    return int(re.sub(r"\D", "", words))


def opened(watched: Watched, address: str) -> Page:
    page = watched.page
    page.goto(address)
    page.locator(".map-place[aria-busy=false]").wait_for()
    page.locator(".list .line").first.wait_for()
    return page


def test_shows_incidents_and_leads_to_one(watched: Watched, desk: str) -> None:
    page = opened(watched, desk)
    line = page.locator(".list .line", has_text="Balad air base").first
    line.click()
    expect(page).to_have_url(re.compile("/incidents/i-"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Balad air base")


def test_filters_live_in_the_address(watched: Watched, desk: str) -> None:
    page = opened(watched, f"{desk}/?mode=drone")
    drones = count(page)
    expect(page.locator(".line", has_text="Bombing")).to_have_count(0)
    page.get_by_role("button", name="Drone attack").first.click()
    expect(page).not_to_have_url(re.compile("mode="))
    until(page, lambda: count(page) > drones)


def test_the_servers_filters_are_asked_of_the_server(watched: Watched, desk: str) -> None:
    page = opened(watched, desk)
    page.get_by_label("Place").fill("Balad")
    expect(page).to_have_url(re.compile("place=Balad"))
    expect(page.locator(".line", has_text="Turbat")).to_have_count(0)
    expect(page.locator(".line", has_text="Balad").first).to_be_visible()


def test_a_filter_that_leaves_nothing_says_what_to_do(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto(f"{desk}/?place=Nowhereville")
    page.get_by_text("The filters leave nothing").wait_for()
    page.locator(".state").get_by_role("button", name="Clear all filters").click()
    page.locator(".list .line").first.wait_for()


def test_the_brush_picks_days(watched: Watched, desk: str) -> None:
    page = opened(watched, desk)
    before = count(page)
    box = page.locator(".timeline-chart svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.05, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 40, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))
    until(page, lambda: count(page) < before)
    page.get_by_role("button", name="All dates").click()
    until(page, lambda: count(page) == before)


def test_the_list_follows_the_map(watched: Watched, desk: str) -> None:
    page = opened(watched, f"{desk}/?at=34.0,44.1,8")
    near = count(page)
    page.get_by_label("Only what the map shows").uncheck()
    until(page, lambda: count(page) > near)


def test_what_the_filters_leave_is_a_file_away(watched: Watched, desk: str) -> None:
    page = opened(watched, f"{desk}/?mode=drone")
    address = page.get_by_role("link", name="geojson").get_attribute("href") or ""
    told = page.request.get(desk + address).json()
    assert {feature["properties"]["mode"] for feature in told["features"]} == {"drone"}


def test_bars_by_day_week_and_month(watched: Watched, desk: str) -> None:
    page = opened(watched, desk)
    units = page.get_by_role("group", name="Bars by")
    units.get_by_role("button", name="month").click()
    expect(units.get_by_role("button", name="month")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".timeline-chart svg")).to_have_attribute("aria-label", re.compile("in one month"))


def test_a_phone_has_the_filters_in_a_dialog(watched: Watched, desk: str) -> None:
    page = watched.open(width=390, height=844)
    opened(watched, desk)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("dialog").get_by_label("Place").fill("Turbat")
    page.keyboard.press("Escape")
    expect(page.locator(".line", has_text="Turbat").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_address_that_names_no_view_says_so(watched: Watched, desk: str) -> None:
    watched.page.goto(f"{desk}/nothing-here")
    expect(watched.page.get_by_text("There is no such page")).to_be_visible()


def test_a_circle_and_an_area_are_filters(watched: Watched, desk: str) -> None:
    page = opened(watched, f"{desk}/?at=33.9,44.4,10")
    page.get_by_role("button", name="Keep to this area").click()
    expect(page).to_have_url(re.compile(r"bbox=4[34]\."))
    expect(page.locator(".line", has_text="Balad").first).to_be_visible()
    expect(page.locator(".line", has_text="Turbat")).to_have_count(0)
    page.get_by_role("button", name="in one area of the map").click()
    expect(page).not_to_have_url(re.compile("bbox="))
    page.get_by_text("More filters").click()
    page.get_by_label("Near: lat, lon, km").fill("26.0, 63.05, 40")
    expect(page).to_have_url(re.compile("near=26.0"))
    page.get_by_label("Only what the map shows").uncheck()
    expect(page.locator(".line", has_text="Turbat").first).to_be_visible()
    expect(page.locator(".line", has_text="Balad")).to_have_count(0)


def test_the_week_of_the_first_day_is_a_file_away(watched: Watched, desk: str) -> None:
    page = opened(watched, f"{desk}/?since=2024-03-01")
    with page.expect_download() as download:
        page.get_by_role("link", name="Report of that week").click()
    assert download.value.suggested_filename == "week-2024-03-01.html"
    assert "Attacks from 26 February 2024 to 3 March 2024" in Path(download.value.path()).read_text()


def test_nothing_is_said_of_dates_before_the_points_are_there(watched: Watched, desk: str) -> None:
    page = watched.page
    held: list[Route] = []
    page.route("**/incidents/points*", lambda route: held.append(route))
    page.goto(desk)
    expect(page.get_by_text("Loading the days")).to_be_visible()
    expect(page.get_by_text("No incident here has a date")).to_have_count(0)
    until(page, lambda: bool(held))
    held[0].continue_()
    page.locator(".timeline-chart svg").wait_for()
