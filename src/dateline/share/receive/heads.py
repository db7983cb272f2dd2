"""Objects of a delivery -> the ids of those that documents are made of, and what belongs to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.share.receive.foreign import misp, stix
from dateline.share.stix.constants import Object, extended


def origin(report: Object) -> str:
    """The report whose text it repeats, as the partner says, or itself."""
    return str((extended(report, "report") or {}).get("origin_ref") or report["id"])


def repeats_another(report: Object) -> bool:
    """Whether it says that its text is another report's."""
    return origin(report) != str(report["id"])


def touched(items: Iterable[Object]) -> list[str]:
    """The reports of our profile that objects are, or belong to."""
    found = []
    for item in items:
        found += [item["id"]] if item["type"] == "report" and not stix.is_foreign(item) else []
        found += [str(ref) for ref in (report_ref(item),) if ref]
    return list(dict.fromkeys(found))


def by_report(items: Iterable[Object]) -> dict[object, list[Object]]:
    """The parts of each report."""
    found: dict[object, list[Object]] = defaultdict(list)
    for item in items:
        found[report_ref(item)].append(item)
    return found


def report_ref(item: Mapping[str, object]) -> object:
    """The report that a claim, a total or a responsibility belongs to."""
    for kind in ("claim", "tally", "responsibility"):
        said = extended(dict(item), kind)
        if said:
            return said.get("report_ref")
    return None


def heads(items: Iterable[Object]) -> list[str]:
    """The foreign objects that documents are made of, or whose surroundings changed."""
    found = []
    for item in items:
        kind = str(item["type"])
        if not stix.is_foreign(item):
            continue
        if kind in (*stix.HEADS, misp.TYPE):
            found.append(str(item["id"]))
        elif kind == "relationship":
            found += [str(ref) for ref in (item.get("source_ref"),) if str(ref).startswith("incident--")]
    return list(dict.fromkeys(found))


def of_no_use(items: Iterable[Object]) -> list[str]:
    """Foreign objects of types that no claim is made of, and that no incident's claim names."""
    items = list(items)
    named = {
        str(item.get("target_ref")) for item in items if str(item.get("source_ref")).startswith("incident--")
    }
    known = {*stix.HEADS, *stix.SUPPORTING, misp.TYPE}
    return [
        f"{item['id']}: no claim is made of a {item['type']}"
        for item in items
        if stix.is_foreign(item)
        and item["type"] not in known
        and item["id"] not in named
        and not item.get("revoked")
    ]
