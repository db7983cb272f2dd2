"""Capitals and residences that stand for governments ("Baghdad said", "the Kremlin").

In: a name. Out: the id of the government's actor, or None.
"""

from __future__ import annotations

from functools import cache

from dateline.knowledge.countries import country
from dateline.knowledge.folding import fold
from dateline.knowledge.registry import slug
from dateline.knowledge.tables import rows


@cache
def _by_name() -> dict[str, str]:
    return {fold(row["name"]): row["country"] for row in rows("capitals")}


def capital_country(name: str) -> str | None:
    """The code (ISO 3166-1 alpha-2) of the country whose capital or seat of government that is."""
    return _by_name().get(fold(name.removeprefix("the ").removeprefix("The ")))


def government_of(name: str) -> str | None:
    """The id of the government that a capital or a residence stands for ("russia-government")."""
    code = capital_country(name)
    item = country(code) if code else None
    return f"{slug(item)}-government" if item else None
