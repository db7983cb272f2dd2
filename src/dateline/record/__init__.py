"""Keep and query: documents, readings, incidents, and append-only everything that was done.

`Record.open(url)` gives a record; its `writer()` is one transaction, its `view()` answers questions.
"""

from __future__ import annotations

from dateline.record.filters import IncidentFilter
from dateline.record.points import Points
from dateline.record.store import Record
from dateline.record.view import View

__all__ = ["IncidentFilter", "Points", "Record", "View"]
