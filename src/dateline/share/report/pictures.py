"""Pictures as SVG inside a report: how a toll moved, how many incidents began when, where it was.

All numbers of a picture stand in its text too (`title`, labels), so that it can be read aloud and printed in black.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from dateline.analyse.histogram import Histogram
from dateline.analyse.words import amount, day
from dateline.resolve.claims import Step
from dateline.share.report.markup import Node, element

WIDTH = 720


@dataclass(frozen=True, slots=True)
class Town:
    """A place to find one's way by, in degrees."""

    name: str
    lat: float
    lon: float


def toll_over_time(harm: str, steps: Sequence[Step]) -> Node:
    """A line for each number as it was first given: a bar from its low to its high, open ones fading out."""
    highest = max((step.high or step.low for step in steps), default=0) or 1
    scale, row = 220 / highest, 26
    picture = _picture(f"{harm} over time", row * len(steps) + 8)
    for number, step in enumerate(steps):
        y = 18 + number * row
        when = day(step.published) if step.published else "undated"
        low, high = step.low * scale, (step.high if step.high is not None else highest * 1.08) * scale
        picture.append(_text(when, 0, y))
        picture.append(
            element("rect", class_="low", x="150", y=str(y - 11), width=f"{max(high, 2):.1f}", height="14")
        )
        picture.append(
            element("rect", class_="mark", x="150", y=str(y - 11), width=f"{max(low, 1):.1f}", height="14")
        )
        told = f"{amount(step.low, step.high)} {harm}, {step.outlet or step.report.document}"
        picture.append(_text(told[:52], 162 + max(high, low), y))
    return picture


def bars(chart: Histogram) -> Node:
    """A column for each bar, labelled with its first day where there is room."""
    height, columns = 140, max(len(chart.bars), 1)
    step = min(WIDTH / columns, 90.0)
    scale = height / max(chart.highest, 1)
    picture = _picture(f"Incidents by {chart.unit}", height + 48)
    every = max(1, round(70 / step))
    for number, bar in enumerate(chart.bars):
        x, tall = number * step, bar.total * scale
        told = element("title", f"{bar.start.isoformat()}: {bar.total}")
        width = f"{max(step - 2, 1):.1f}"
        y = f"{height + 16 - tall:.1f}"
        picture.append(
            element("rect", told, class_="mark", x=f"{x:.1f}", y=y, width=width, height=f"{tall:.1f}")
        )
        if bar.total and step > 14:
            picture.append(_text(str(bar.total), x + 2, height + 12 - tall))
        if number % every == 0:
            picture.append(_text(f"{bar.start.day}.{bar.start.month}.{bar.start:%y}", x, height + 34, "dim"))
    return picture


def locator(place: Town, radius_km: float, around: Sequence[Town]) -> Node:
    """A circle in which the incident was, with the towns around it; north is up, equirectangular around the place."""
    reach = max(radius_km * 2.2, 40.0)
    high, middle = 320, WIDTH / 2
    scale = (high / 2) / reach
    picture = _picture(f"Where: within {radius_km:g} km of {place.name}", high)
    picture.append(
        element("rect", class_="line", x="0.5", y="0.5", width=str(WIDTH - 1), height=str(high - 1))
    )
    picture.append(
        element("circle", class_="area", cx=str(middle), cy=str(high / 2), r=f"{radius_km * scale:.1f}")
    )
    for town in around:
        east = (town.lon - place.lon) * 111.32 * cos(radians(place.lat)) * scale
        north = (town.lat - place.lat) * 110.57 * scale
        x, y = middle + east, high / 2 - north
        if 4 < x < WIDTH - 90 and 12 < y < high - 4:
            picture.append(element("circle", class_="line", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.5"))
            picture.append(_text(town.name, x + 6, y + 4, "dim"))
    picture.append(element("circle", class_="mark", cx=str(middle), cy=str(high / 2), r="3"))
    picture.append(_text(place.name, middle + 7, high / 2 - 7))
    picture.append(_text(f"{reach / 2:.0f} km", 12, high - 12, "dim"))
    picture.append(element("path", class_="line", d=f"M12 {high - 8}h{reach / 2 * scale:.1f}"))
    return picture


def _picture(title: str, height: float) -> Node:
    size = f"0 0 {WIDTH} {height:.0f}"
    svg = element("svg", element("title", title), role="img", viewBox=size, width=str(WIDTH))
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    return svg


def _text(words: str, x: float, y: float, kind: str = "") -> Node:
    at = {"x": f"{x:.1f}", "y": f"{y:.1f}"}
    return element("text", words, class_=kind, **at) if kind else element("text", words, **at)
