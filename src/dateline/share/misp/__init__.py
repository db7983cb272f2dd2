"""STIX objects of the profile -> MISP events, and back.

templates  our own object templates, where MISP has none: docs/misp-objects
objects    a thing -> a MISP object of a known template
events     objects -> events: one for each incident, one for each report
feed       events -> a folder in MISP's feed format
reading    events -> the STIX objects that they were made of
"""

from __future__ import annotations

from dateline.share.misp.events import misp_events
from dateline.share.misp.feed import write_feed
from dateline.share.misp.reading import stix_from_misp

__all__ = ["misp_events", "stix_from_misp", "write_feed"]
