"""An expression of time as written, before it is resolved: which rule found it, its words and its inner parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens `first` to `last` (both included) read by the rule `sense`; `label` is the kind of result.

    `parts` are the rule's named words in lower case, `inner` the expressions that it is made of, by name.
    """

    sense: str
    label: str
    first: int
    last: int
    parts: Mapping[str, str] = field(default_factory=dict)
    inner: Mapping[str, Expression] = field(default_factory=dict)

    def part(self, name: str) -> str:
        """The words of a named part, empty where the text has none."""
        return self.parts.get(name) or ""
