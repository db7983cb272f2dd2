"""Settings come from the environment; a wrong one names its variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.settings import Limits, Settings, read_settings


def test_settings_have_defaults() -> None:
    settings = read_settings()
    assert settings == Settings()
    assert settings.record.startswith("sqlite:///") and settings.limits == Limits()


def test_the_environment_sets_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "RECORD": "postgresql://h/d",
        "CACHE": str(tmp_path),
        "LIMITS__SECONDS": "60",
    }.items():
        monkeypatch.setenv(f"DATELINE_{name}", value)
    settings = read_settings()
    assert (settings.record, settings.cache) == ("postgresql://h/d", tmp_path)
    assert settings.limits == Limits(seconds=60)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LIMITS__SECONDS", "soon"),
        ("LIMITS__REDIRECTS", "-1"),
        ("LIMITS", "{"),
        ("ALLOW_PRIVATE_ADDRESSES", "perhaps"),
    ],
)
def test_a_wrong_value_names_its_variable(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"DATELINE_{name}", value)
    with pytest.raises(UsageError, match=name.partition("__")[0] if name != "LIMITS" else "limits"):
        read_settings()
