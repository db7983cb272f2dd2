"""A comparison of two records as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def lines(told: dict[str, Any]) -> Iterator[str]:
    """Counts, rates of agreement, matched incidents that differ, what only one side has, totals."""
    matched, ours, theirs = told["matched"], told["only_ours"], told["only_theirs"]
    yield f"{len(matched)} matched · {len(theirs)} only in theirs · {len(ours)} only in ours"
    for field, rate in told["agreement"].items():
        share = f"{rate['agree'] / rate['of']:.0%}" if rate["of"] else "nothing to compare"
        yield f"  {field:<7} {rate['agree']} of {rate['of']} agree ({share})"
    yield from _differing(matched)
    for title, items in (("Only in theirs", theirs), ("Only in ours", ours)):
        if items:
            yield f"\n{title}"
            yield from (_alone(item) for item in items)
    yield "\nCountry and month: incidents (dead) of ours, of theirs, matched"
    for row in told["totals"]:
        mine, yours = (
            f"{row['our_incidents']} ({row['our_dead']})",
            f"{row['their_incidents']} ({row['their_dead']})",
        )
        yield f"  {row['country'] or '--'} {row['month'] or '-------'}  {mine:>12} {yours:>12} {row['matched']:>5}"


def _differing(matched: list[dict[str, Any]]) -> Iterator[str]:
    different = [m for m in matched if any(f["agrees"] is False for f in m["fields"])]
    if different:
        yield "\nMatched, with a difference"
    for match in different:
        yield f"  {match['ours']} = {match['theirs']} (line {match['line']})"
        for told in match["fields"]:
            if told["agrees"] is False:
                yield f"    {told['field']}: ours {told['ours'] if told['ours'] not in ('', None) else '-'}; theirs {told['theirs']}"


def _alone(item: dict[str, Any]) -> str:
    line = f" (line {item['line']})" if "line" in item else ""
    toll = "" if item["toll"] is None else f", {item['toll']} killed"
    return f"  {item['id']}{line}: {item['date']}, {item['place'] or 'no place'}{toll}"
