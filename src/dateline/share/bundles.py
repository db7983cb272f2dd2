"""STIX objects -> a bundle in a file, and its detached Ed25519 signature in a file beside it.

For partners without a network: both files are carried by hand, and `dateline receive` verifies one with the other before
it reads anything. The same objects and key give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.share.exchanges import write_stix
from dateline.share.receive.delivery import SUFFIX
from dateline.share.signing import sign


def write_signed(objects: Iterable[Mapping[str, Any]], path: Path, private: str) -> Path:
    """Write both files; the path of the signature. Raises UsageError for a bad key or place."""
    out = io.BytesIO()
    write_stix(objects, out)
    return write_file_and_signature(out.getvalue(), path, private)


def write_file_and_signature(content: bytes, path: Path, private: str) -> Path:
    """Write bytes and, beside them, their signature; its path. Raises UsageError for a bad key or place."""
    beside = path.with_name(path.name + SUFFIX)
    signature = sign(content, private)
    try:
        path.write_bytes(content)
        beside.write_text(signature + "\n", "ascii")
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror}; name a folder that you may write to") from problem
    return beside
