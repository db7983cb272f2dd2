"""Other TAXII 2.1 servers to compare ours with, each in a virtual environment of its own, as their pins clash with ours.

    python3 -m venv /tmp/medallion && /tmp/medallion/bin/pip install medallion
    python3 -m venv /tmp/opentaxii && /tmp/opentaxii/bin/pip install opentaxii
    python -m bench.taxii_peers suite medallion /tmp/medallion
    python -m bench.taxii_peers suite opentaxii /tmp/opentaxii

`suite` starts the peer with a collection that is read and written and, where it has such, one that is only read, gives it five
objects, and runs `tests.taxii.suite` against it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from tests.taxii.suite import MEDIA
from tests.taxii.suite import main as run_suite

NAME, PASSWORD = "desk", "correct horse battery"
COLLECTION = "4d5c0d3a-7c36-4b1e-9d0a-3a1f6c2e8b10"
START_SECONDS = 120
MOMENT = "2026-06-01T09:00:00.000Z"

MEDALLION = """
import sys
from medallion import application_instance, load_app
app = load_app(sys.argv[1])
from werkzeug.serving import run_simple
run_simple("127.0.0.1", int(sys.argv[2]), app, threaded=True)
"""

OPENTAXII = """
import json, sys, types
import opentaxii.taxii2.http
# 0.9.3 answers 500 to /collections/ with its own database, as its ids are UUIDs that json doesn't know; mended here to go on.
opentaxii.taxii2.http.json = types.SimpleNamespace(dumps=lambda told: json.dumps(told, default=str))
from opentaxii.config import ServerConfig
from opentaxii.entities import Account
from opentaxii.middleware import create_app
from opentaxii.server import TAXIIServer
app = create_app(TAXIIServer(ServerConfig(extra_configs=[sys.argv[1]])))
with app.app_context():
    api = app.taxii_server.servers.taxii2.persistence.api
    if not api.get_api_roots():
        root = api.add_api_root(title="root", default=True, is_public=True)
        collection = api.add_collection(api_root_id=root.id, title="both")
        app.taxii_server.auth.api.update_account(
            Account(id=None, username="desk", permissions={}, is_admin=True), "correct horse battery")
from werkzeug.serving import run_simple
run_simple("127.0.0.1", int(sys.argv[2]), app, threaded=True)
"""


@dataclass(frozen=True)
class Peer:
    """A server that runs: its discovery, the address of a collection's objects, and its process."""

    url: str
    objects: str
    process: int

    def processor_seconds(self) -> float:
        """Processor time that it took."""
        return processor_seconds(self.process)

    def peak_megabytes(self) -> float:
        """The most memory that it had."""
        return peak_megabytes(self.process)


def processor_seconds(process: int) -> float:
    """Processor time that a process took."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_megabytes(process: int) -> float:
    """The most memory that a process had."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1000


@contextmanager
def medallion(python: Path, folder: Path, objects: Sequence[dict[str, Any]]) -> Iterator[Peer]:
    """medallion with its memory backend, which holds these objects from the start."""
    collection = {
        "id": COLLECTION,
        "title": "both",
        "can_read": True,
        "can_write": True,
        "media_types": ["application/stix+json;version=2.1"],
        "objects": list(objects),
        "manifest": [_manifest(item, number) for number, item in enumerate(objects)],
        "responses": [],
    }
    root = {"title": "root", "versions": [MEDIA], "max_content_length": 100_000_000}
    data = {
        "/discovery": {"title": "peer", "default": "/root/", "api_roots": ["/root/"]},
        "root": {"information": root, "status": [], "collections": [collection]},
    }
    (folder / "data.json").write_text(json.dumps(data))
    config = {
        "backend": {
            "module": "medallion.backends.memory_backend",
            "module_class": "MemoryBackend",
            "filename": str(folder / "data.json"),
        },
        "users": {NAME: PASSWORD},
        "taxii": {"max_page_size": 1_000},
    }
    (folder / "medallion.json").write_text(json.dumps(config))
    with _running(python, MEDALLION, folder / "medallion.json") as (port, process):
        address = f"http://127.0.0.1:{port}"
        yield Peer(f"{address}/taxii2/", f"{address}/root/collections/{COLLECTION}/objects/", process)


@contextmanager
def opentaxii(python: Path, folder: Path) -> Iterator[Peer]:
    """OpenTAXII with its SQL database in a file, with one collection and an admin."""
    config = f"""
domain: localhost
auth_api:
  class: opentaxii.auth.sqldb.SQLDatabaseAPI
  parameters: {{db_connection: "sqlite:///{folder}/auth.db", create_tables: yes, secret: not-a-secret}}
taxii1: null
taxii2:
  title: peer
  max_content_length: 100000000
  allow_custom_properties: yes
  public_discovery: no
  persistence_api:
    class: opentaxii.persistence.sqldb.Taxii2SQLDatabaseAPI
    parameters: {{db_connection: "sqlite:///{folder}/data.db", create_tables: yes}}
"""
    (folder / "opentaxii.yml").write_text(config)
    with _running(python, OPENTAXII, folder / "opentaxii.yml") as (port, process):
        url = f"http://127.0.0.1:{port}/taxii2/"
        with httpx.Client(auth=(NAME, PASSWORD), headers={"Accept": MEDIA}) as client:
            root = client.get(url).json()["api_roots"][0]
            found = client.get(f"http://127.0.0.1:{port}{root}collections/").json()["collections"][0]["id"]
        yield Peer(url, f"http://127.0.0.1:{port}{root}collections/{found}/objects/", process)


def _manifest(item: dict[str, Any], number: int) -> dict[str, Any]:
    added = (
        f"2026-06-01T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.{number // 86_400:06}Z"
    )
    return {
        "id": item["id"],
        "date_added": added,
        "version": item["modified"],
        "media_type": "application/stix+json;version=2.1",
    }


@contextmanager
def _running(python: Path, script: str, config: Path) -> Iterator[tuple[int, int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    told = config.with_suffix(".log").open("wb")
    process = subprocess.Popen(
        [str(python), "-c", script, str(config), str(port)], stdout=told, stderr=told, cwd=config.parent
    )
    try:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert process.poll() is None, config.with_suffix(".log").read_text()[-2_000:]
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        yield port, process.pid
    finally:
        process.kill()
        process.wait()
        told.close()


def _five() -> list[dict[str, Any]]:
    """Objects of two types, one of them in two versions."""

    def identity(number: int, modified: str = MOMENT) -> dict[str, Any]:
        key = f"identity--00000000-0000-4000-8000-{number:012}"
        dates = {"created": MOMENT, "modified": modified}
        return {"type": "identity", "spec_version": "2.1", "id": key, "name": f"n{number}", **dates}

    note = {
        "type": "note",
        "spec_version": "2.1",
        "id": "note--00000000-0000-4000-8000-000000000009",
        "created": MOMENT,
        "modified": MOMENT,
        "content": "note",
        "object_refs": [identity(1)["id"]],
    }
    return [identity(1), identity(2), note, identity(3), identity(1, "2026-06-02T09:00:00.000Z")]


def suite(name: str, venv: Path) -> int:
    """Run the suite against a peer; how many checks failed."""
    python = venv / "bin" / "python"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if name == "medallion":
            with medallion(python, folder, _five()) as peer:
                return run_suite(peer.url, NAME, PASSWORD)
        with opentaxii(python, folder) as peer:
            headers = {"Accept": MEDIA, "Content-Type": MEDIA}
            for item in _five():
                answer = httpx.post(
                    peer.objects, json={"objects": [item]}, auth=(NAME, PASSWORD), headers=headers
                )
                assert answer.status_code == 202, answer.text[:500]
                time.sleep(0.05)
            return run_suite(peer.url, NAME, PASSWORD)


if __name__ == "__main__":
    _, command, peer_name, venv_place = sys.argv
    assert command == "suite"
    sys.exit(min(suite(peer_name, Path(venv_place)), 1))
