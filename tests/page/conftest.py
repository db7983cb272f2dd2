"""A real browser before a real desk; every test fails on a script error, a breach of the policy or a request elsewhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[2])]

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed; `make test` installs it"
)

from browsing import WAIT_MS, Watched  # noqa: E402 (found in the folder above)
from desks import BUILT, filled, running  # noqa: E402
from playwright.sync_api import Browser, expect, sync_playwright  # noqa: E402
from tests.share.exchanged import exchanged  # noqa: E402

from dateline.record import Record  # noqa: E402

expect.set_options(timeout=WAIT_MS)

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed; `make test` installs Debian's")
    if not BUILT:
        pytest.skip("the page is not built; `make page` builds it where Node.js is")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def record(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that all look at; made once for all processes that test side by side."""
    folder = tmp_path_factory.getbasetemp()
    return filled(folder.parent if folder.name.startswith("popen-") else folder)


@pytest.fixture(scope="session")
def desk(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that no test changes."""
    with running(copied(record, tmp_path_factory.mktemp("desk"))) as address:
        yield address


@pytest.fixture
def own_record(record: Path, tmp_path: Path) -> Path:
    """A record that a test may change."""
    return copied(record, tmp_path)


@pytest.fixture
def own_desk(own_record: Path) -> Iterator[str]:
    """A desk whose record a test may change; it has no users yet, or those that `own_record` was given."""
    with running(own_record) as address:
        yield address


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A window that is watched."""
    window = Watched(browser)
    yield window
    window.end()


@pytest.fixture(scope="session")
def shared_record(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that was exchanged with partners, whose names, titles and words are hostile."""
    folder = tmp_path_factory.mktemp("shared")
    with Record.open(str(folder / "record.sqlite")) as record:
        exchanged(record, folder)
    return folder / "record.sqlite"


@pytest.fixture(scope="session")
def shared_desk(shared_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that shares, which no test changes."""
    with running(copied(shared_record, tmp_path_factory.mktemp("shared-desk"))) as address:
        yield address


@pytest.fixture
def own_shared(shared_record: Path, tmp_path: Path) -> Path:
    """A record that was exchanged with partners, which a test may change."""
    return copied(shared_record, tmp_path)


def copied(record: Path, folder: Path) -> Path:
    """A copy of a record that nobody has open."""
    return Path(shutil.copy(record, folder / "record.sqlite"))
