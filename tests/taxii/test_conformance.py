"""Our server passes our suite, by a real client over loopback."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desks import PASSWORD
from .suite import CHECKS, Client


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_server_passes(check: Callable[[Client], None], url: str) -> None:
    with Client(url, "north", PASSWORD) as client:
        check(client)
