"""The server of the tests does not outlive them, however they end."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postgresql_server import programs

HOLDING = """
import sys
sys.path.append({folder!r})
from postgresql_server import private_server
with private_server() as server:
    print(server.folder, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(programs() is None, reason="no PostgreSQL server is installed")
def test_the_server_ends_with_tests_that_are_killed() -> None:
    code = HOLDING.format(folder=str(Path(__file__).parent))
    tests = subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True)
    assert tests.stdout and tests.stdin
    with tests.stdout, tests.stdin:
        folder = Path(tests.stdout.readline().strip())
        server = Path("/proc", (folder / "data" / "postmaster.pid").read_text().split()[0])
        assert server.exists()
        tests.send_signal(signal.SIGKILL)
        tests.wait()
        until = time.monotonic() + 30
        while (server.exists() or folder.exists()) and time.monotonic() < until:
            time.sleep(0.05)
    assert (server.exists(), folder.exists()) == (False, False)
