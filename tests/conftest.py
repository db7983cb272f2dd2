"""What all tests share.

Property-based tests search anew at every run by hand; under CI they repeat the same examples, so that one commit
gives one verdict.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.append(str(Path(__file__).parent))

from postgresql_server import Server, private_server, programs

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the whole run; a crash of the machine may cost it everything."""
    if programs() is None:
        pytest.skip("no PostgreSQL server is installed; `make test` installs Debian's")
    with private_server(fsync="off", full_page_writes="off") as running:
        yield running
