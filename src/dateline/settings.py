"""Typed settings, read once at the edges from environment variables that start with DATELINE_.

In: environment variables (`DATELINE_RECORD`, `DATELINE_LIMITS__SECONDS`, ...). Out: one frozen `Settings`.
The types are plain dataclasses, so that every layer may name them at no cost; only `read_settings` loads
pydantic-settings, which checks the values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints

from dateline.errors import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may cost before it is refused.

    `received_bytes` bounds one file, response, line or archived record that holds one document, `expanded_bytes`
    the same after decompression, `characters` the text of one document; `seconds` is a fetch from its first
    connection to its last byte over all redirects, `idle_seconds` the longest silence within it; `redirects`,
    `entries` of one feed and `pages` of one PDF are counts.
    """

    received_bytes: int = 20_000_000
    expanded_bytes: int = 60_000_000
    characters: int = 2_000_000
    seconds: float = 30.0
    idle_seconds: float = 10.0
    redirects: int = 5
    entries: int = 200
    pages: int = 1_000

    def __post_init__(self) -> None:
        for each in fields(self):
            if getattr(self, each.name) < (0 if each.name == "redirects" else 1e-3):
                raise ValueError(f"{each.name} must be above zero")


def user_folder(kind: str) -> Path:
    """Dateline's folder in the user's account for data (`kind` "data") or for what can be made again ("cache")."""
    import platformdirs

    place = platformdirs.user_data_path if kind == "data" else platformdirs.user_cache_path
    return place("dateline", appauthor=False)


def default_record() -> str:
    """The URL of the embedded record in the user's data folder."""
    return f"sqlite:///{user_folder('data') / 'record.sqlite'}"


def default_cache() -> Path:
    """The folder for what can be downloaded or computed again."""
    return user_folder("cache")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set outside the command line.

    `record` is the record's URL, `cache` a folder that may be deleted at any time; `allow_private_addresses`
    lets URLs lead to private, loopback and link-local addresses; `limits` bounds each source.
    """

    record: str = field(default_factory=default_record)
    cache: Path = field(default_factory=default_cache)
    allow_private_addresses: bool = False
    limits: Limits = field(default_factory=Limits)


def read_settings() -> Settings:
    """The settings that the environment gives, with defaults for the rest.

    Nested values take two underscores: `DATELINE_LIMITS__SECONDS=60`. Raises UsageError naming each variable
    whose value doesn't fit.
    """
    from pydantic import Field, ValidationError, create_model
    from pydantic_settings import BaseSettings, SettingsConfigDict
    from pydantic_settings.exceptions import SettingsError

    class Environment(BaseSettings):
        model_config = SettingsConfigDict(env_prefix="DATELINE_", env_nested_delimiter="__", extra="ignore")

    types = get_type_hints(Settings)
    columns: dict[str, Any] = {
        each.name: (types[each.name], Field(default_factory=_maker(each.default, each.default_factory)))
        for each in fields(Settings)
    }
    model = create_model("Environment", __base__=Environment, **columns)
    try:
        values = model()
    except ValidationError as error:
        problems = "; ".join(_problem(each["loc"], each["msg"]) for each in error.errors())
        raise UsageError(f"settings in the environment: {problems}") from error
    except SettingsError as error:
        raise UsageError(f"settings in the environment: {error}; a group of settings is JSON") from error
    return Settings(**{each.name: getattr(values, each.name) for each in fields(Settings)})


def _maker(default: Any, factory: Any) -> Callable[[], Any]:
    return factory if factory is not MISSING else lambda: default


def _problem(where: tuple[str | int, ...], message: str) -> str:
    return f"DATELINE_{'__'.join(str(part).upper() for part in where)}: {message}"
