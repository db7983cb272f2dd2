"""`dateline export --for PARTNER`: every format under the release rule, from what was approved and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.application import application
from dateline.cli.options import EXPORTS
from dateline.record import Record

from ..share.exchanged import exchanged

SECRETS = ("amber News", "unmarked News", "taken News", "described News", "abroad News", "narrowed said")
"""Words of what stays here: withheld documents, a source that is described, a text that is blurred, what came from the partner."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("shared")
    with Record.open(str(folder / "record.sqlite")) as record:
        exchanged(record, folder)
    return str(folder / "record.sqlite")


def written(place: str, form: str, partner: str | None, folder: Path) -> bytes:
    """All bytes of an export."""
    out = folder / ("feed" if form.endswith("feed") else f"out.{form}")
    whom = ["--for", partner] if partner else []
    done = CliRunner().invoke(
        application, ["export", "--format", form, *whom, "--record", place, "-o", str(out)]
    )
    assert done.exit_code == 0, done.output
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    return b"".join(file.read_bytes() for file in files)


@pytest.mark.parametrize("form", EXPORTS)
def test_a_format_holds_what_was_released_and_no_secret(place: str, form: str, tmp_path: Path) -> None:
    content = written(place, form, "north", tmp_path)
    if form == "parquet":
        import pyarrow.parquet as pq

        content = str(pq.read_table(tmp_path / "out.parquet").to_pylist()).encode()
    told = content.decode("utf-8")
    assert "open News" in told or "Samarra" in told
    assert [secret for secret in SECRETS if secret in told] == []


@pytest.mark.parametrize("form", EXPORTS)
def test_who_was_given_nothing_gets_nothing(place: str, form: str, tmp_path: Path) -> None:
    content = written(place, form, "south", tmp_path)
    assert b"Samarra" not in content and b"News" not in content


def test_our_own_export_has_it_all(place: str, tmp_path: Path) -> None:
    told = written(place, "csv", None, tmp_path).decode()
    assert "amber News" in told and "abroad News" in told


def test_nobody_is_named(place: str) -> None:
    done = CliRunner().invoke(
        application, ["export", "--format", "csv", "--for", "nobody", "--record", place]
    )
    assert done.exit_code != 0 and "no partner has this id" in done.output
