"""What hides the names of a document, kept for the documents that were asked for last."""

from __future__ import annotations

from dateline.api.desk import Desk
from dateline.record import View
from dateline.share.masking import Masker

UNMASKED = Masker(())


def masker_of(desk: Desk, view: View, key: str, shown: bool) -> Masker:
    """What hides the names of a document; nothing where they are shown, or where it was never read."""
    if shown:
        return UNMASKED
    number = view.newest_reading(key)
    if number is None:
        return UNMASKED
    return desk.maskers.get(key, number, lambda: Masker.of(view.reading(key)))
