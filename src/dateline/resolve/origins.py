"""Which reports of one happening are one witness: copies of one text, and reports that repeat one outlet.

In: the reported events of one incident, each with the document that its text copies as its origin. Out: the same events
with the origin that they count under: that of the report of the outlet that a report relays, the latest that came out
no later; where no such report is among them, the outlet's name, so that two papers that repeat one agency are one witness.
A report that relays several outlets adds none of them: it counts under the one that most of the reports lead to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.intake.relays import canonical
from dateline.model.document import Document
from dateline.model.incident import ReportedEvent
from dateline.resolve.names import words

_ENDINGS = frozenset("com org net co uk info news tv".split())


def outlet_key(name: str) -> str:
    """An outlet's name as compared: "The Harbour Post", "harbourpost.com" and "Harbour Post" are one."""
    plain = words(canonical(name.strip()))
    if "." in name and " " not in name.strip():
        plain = tuple(w for w in plain if w != "www" and w not in _ENDINGS and len(w) > 2) or plain
    return "".join(plain).removeprefix("the")


def witnessed(reports: Sequence[ReportedEvent]) -> list[ReportedEvent]:
    """The events in their order, each with the origin that it counts under."""
    documents = sorted({r.document.id: r.document for r in reports}.values(), key=_order)
    named = Counter(outlet_key(outlet) for d in documents for outlet in d.relays)
    of: dict[str, list[Document]] = defaultdict(list)
    for document in filter(lambda d: d.outlet, documents):
        of[outlet_key(document.outlet)].append(document)
    leads = {r.document.id: r.origin for r in reports if r.origin != r.document.id}
    leads.update((d.id, _lead(d, of, named)) for d in documents if d.relays)
    return [replace(r, origin=_followed(r.document.id, leads)) for r in reports]


def _order(document: Document) -> tuple[float, str]:
    return (document.published.timestamp() if document.published else 0.0, document.id)


def _lead(document: Document, of: Mapping[str, Sequence[Document]], named: Mapping[str, int]) -> str:
    """The id of the document that this one repeats, else the name of the outlet with a mark that no id bears."""
    keys = sorted({outlet_key(outlet) for outlet in document.relays}, key=lambda k: (-named[k], k))
    for key in keys:
        own = [d for d in of.get(key, ()) if d.id != document.id]
        if own:
            before = [d for d in own if _order(d)[0] <= _order(document)[0]]
            return before[-1].id if before else own[0].id
    return f"relayed\n{keys[0]}"


def _followed(document: str, leads: Mapping[str, str]) -> str:
    """Where a chain of copies and relays ends; of those that repeat each other the one with the smallest id."""
    seen = [document]
    while seen[-1] in leads:
        following = leads[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
