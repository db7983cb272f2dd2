"""Expressions of time: annotated documents in, intervals of days with their spans out.

`grammar` finds expressions by the language's patterns, `reading` walks a document and keeps what it has said so
far, `resolve` turns an expression into days by the rules of the `…_senses` modules.
"""

from dateline.annotate.times.reading import anchor_day, find_times, read_times, reporting_period

__all__ = ["anchor_day", "find_times", "read_times", "reporting_period"]
