"""The kinds of objects that a release keeps, each partner's own: for tables and maps, and for exchange."""

from __future__ import annotations

from dateline.share.release.offers import INCIDENTS, Kind
from dateline.share.stix.versions import STIX

KINDS: tuple[Kind, ...] = (INCIDENTS, STIX)
