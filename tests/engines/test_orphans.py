"""An engine's processes end with the one that started them, even when that one is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).parent.parent / "record"

ENDLESS = """
import sys; sys.path.insert(0, sys.argv[1])
from fake_reader import make_slow_reader, report
from dateline.engines.local import Processes
for outcome in Processes(2).read(make_slow_reader, (report(number) for number in range(10_000))):
    sys.stdout.write("read\\n"); sys.stdout.flush()
"""


def test_a_killed_run_leaves_no_process_behind() -> None:
    command = [sys.executable, "-c", ENDLESS, str(CASES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
        # The pipe ends when the last process that holds it has ended.
        assert set(process.stdout) <= {"read\n"}
