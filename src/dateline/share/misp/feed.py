"""MISP events -> a folder in MISP's feed format: an event a file, `manifest.json` over all, `hashes.csv` of the values.

It can be served as it is, and added to a MISP as a feed of the format "MISP Feed".
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import md5
from pathlib import Path

from dateline.errors import UsageError
from dateline.share.misp.objects import Json

_IN_MANIFEST = ("info", "date", "analysis", "threat_level_id", "timestamp")


def write_feed(events: Iterable[Json], folder: Path) -> int:
    """Write the folder, which must be empty or not there yet; how many events it has. Raises UsageError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder}: it is not empty; name a new folder")
        return _write(events, folder)
    except OSError as problem:
        raise UsageError(f"{folder}: {problem.strerror}; name a folder that you may write to") from problem


def _write(events: Iterable[Json], folder: Path) -> int:
    manifest: dict[str, Json] = {}
    hashes: list[str] = []
    for made in events:
        event = made["Event"]
        key = event["uuid"]
        (folder / f"{key}.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        manifest[key] = {name: event[name] for name in _IN_MANIFEST}
        manifest[key] |= {"Orgc": event["Orgc"], "Tag": event["Tag"]}
        hashes += [f"{_hashed(a['value'])},{key}" for o in event["Object"] for a in o["Attribute"]]
    (folder / "hashes.csv").write_text("".join(f"{line}\n" for line in hashes), "utf-8")
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    return len(manifest)


def _hashed(value: str) -> str:
    """MD5, as the feed format has it for looking values up; it protects nothing."""
    return md5(value.encode(), usedforsecurity=False).hexdigest()
