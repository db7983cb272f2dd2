"""Reports to send around: one incident or one week as a single HTML file that loads nothing, runs nothing and prints well.

In: a view, what is asked for, whether private persons' names are shown. Out: text of an HTML file with its pictures in it.
Every word of a report is put in as text, never as markup (`markup.py`).
"""

from __future__ import annotations

from dateline.share.report.incident import incident_report
from dateline.share.report.week import week_report

__all__ = ["incident_report", "week_report"]
