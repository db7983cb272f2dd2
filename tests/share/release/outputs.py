"""All that a partner can reach, each as a function from what it was given to bytes.

The invariant's test loops over OUTPUTS: a new format, endpoint or file for partners is one more row.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.record.exchange import Released
from dateline.share import FORMATS, write
from dateline.share.exchanges import EXCHANGES
from dateline.share.release.compute import ReleasedView, release_view
from dateline.share.release.kinds import KINDS
from dateline.share.release.offers import INCIDENTS, Maker, added, is_withdrawn, versions
from dateline.share.release.output import view_to_dict

from .taxii_outputs import TAXII_OUTPUTS
from .worlds import PARTNER, SECRET, TODAY, World

MOMENTS = (datetime(2026, 6, 1, 9, tzinfo=UTC), datetime(2026, 6, 2, 9, tzinfo=UTC))


@dataclass(frozen=True)
class Reached:
    """What a partner has after two releases: the view of the second, and every version with its date added."""

    view: ReleasedView
    released: tuple[Released, ...]


def reached(first: World, second: World) -> Reached:
    """Release one state of a world, and then a later one."""
    kept: list[Released] = []
    for number, (world, moment) in enumerate(zip((first, second), MOMENTS, strict=True), 1):
        there = {kind.name: {r.id: r for r in kept if r.kind == kind.name} for kind in KINDS}
        before = {
            (report["document"], report["event"]): key
            for key, found in there[INCIDENTS.name].items()
            if not is_withdrawn(found.body)
            for report in found.body["incident"]["reports"]
        }
        view = release_view(world.material, PARTNER, TODAY, before)
        moments = added(moment, kept[-1].added if kept else None)
        for kind in KINDS:
            for made in versions(
                kind, kind.offered(view, Maker(SECRET, "Our Desk")), there[kind.name], moment
            ):
                row = Released(len(kept), number, made.kind, made.id, made.version, next(moments), made.body)
                kept.append(row)
    return Reached(view, tuple(kept))


def _view(found: Reached) -> bytes:
    return json.dumps(view_to_dict(found.view), ensure_ascii=False).encode()


def _versions(kind: str) -> Callable[[Reached], bytes]:
    def told(found: Reached) -> bytes:
        rows = [(r.id, r.version, r.added, r.body) for r in found.released if r.kind == kind]
        return json.dumps(rows, ensure_ascii=False).encode()

    return told


def _format(name: str) -> Callable[[Reached], bytes]:
    def told(found: Reached) -> bytes:
        out = io.BytesIO()
        done = write(name, iter(found.view.incidents), out)
        return out.getvalue() + repr(done).encode()

    return told


def _exchanged(write: Callable[..., None]) -> Callable[[Reached], bytes]:
    def told(found: Reached) -> bytes:
        newest = {r.id: r.body for r in found.released if r.kind == "stix"}
        out = io.BytesIO()
        write([body for body in newest.values() if not body.get("withdrawn")], out)
        return out.getvalue()

    return told


def _taxii(output: Callable[[Iterable[Released]], bytes]) -> Callable[[Reached], bytes]:
    return lambda found: output(found.released)


OUTPUTS: tuple[tuple[str, Callable[[Reached], bytes]], ...] = (
    ("view", _view),
    *((f"versions of {kind.name}", _versions(kind.name)) for kind in KINDS),
    *((f"export {form.name}", _format(form.name)) for form in FORMATS),
    *((name, _taxii(output)) for name, output in TAXII_OUTPUTS),
    *((f"exchange {form.name}", _exchanged(form.write)) for form in EXCHANGES if form.write),
)
