"""What an app declares about its seed files, and what the loader hands to an app's own checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from django.apps import apps as live_apps
from django.utils.module_loading import import_string

from common.db.schemas import APP_SCHEMAS, BUSINESS_SCHEMAS

LOOKUP_CODE = r"[a-z][a-z0-9_-]*"
UPPER_SNAKE = r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"

GetModel = Callable[[str, str], Any]


class SeedRefused(Exception):
    """Files that must not be loaded; ``problems`` holds one sentence each. Nothing was written."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("Seed data refused:\n" + "\n".join(f"- {problem}" for problem in self.problems))


@dataclass(frozen=True, slots=True)
class SeedRow:
    """One line: column -> converted value; a foreign key stays the code, under the header of the file."""

    line: int
    key: str
    values: Mapping[str, Any]


class CodeBook(Protocol):
    """Rows of other tables by natural key, from the files first, then from the database."""

    def row(self, app_label: str, model: str, code: str) -> Mapping[str, Any] | None:
        """Return column -> value of the row, or None."""


RowCheck = Callable[[SeedRow, CodeBook], Iterator[str]]


@dataclass(frozen=True, slots=True)
class SeedFile:
    """One file ``<schema>.<model>.csv``.

    ``key`` is the natural key column and ``key_pattern`` its shape (S49); ``kept`` names columns that are written once
    and then belong to people; ``check`` yields what is wrong with a row beyond its types.
    """

    model: str
    key: str
    key_pattern: str = LOOKUP_CODE
    kept: frozenset[str] = frozenset()
    check: RowCheck | None = None


@dataclass(frozen=True, slots=True)
class SeedSet:
    """The seed files of one app, in loading order; ``forget`` drops the app's caches after a load."""

    app_label: str
    folder: Path
    files: tuple[SeedFile, ...]
    forget: Callable[[], None] | None = field(default=None, compare=False)

    @property
    def schema(self) -> str:
        return APP_SCHEMAS[self.app_label]

    def path(self, file: SeedFile) -> Path:
        return self.folder / f"{self.schema}.{file.model}.csv"


def seed_set(app_label: str) -> SeedSet:
    """Return the set that ``AppConfig.seeds`` of the app names.

    Raises:
        LookupError: the app is not installed or declares none.
    """
    dotted = getattr(live_apps.get_app_config(app_label), "seeds", None)
    if dotted is None:
        raise LookupError(f"{app_label} declares no seed files")
    found: SeedSet = import_string(dotted)
    return found


def seed_sets() -> tuple[SeedSet, ...]:
    """Return the sets of all apps in the order of the schemas: ref before config."""
    labels = [config.label for config in live_apps.get_app_configs() if getattr(config, "seeds", None)]
    return tuple(sorted(map(seed_set, labels), key=lambda found: BUSINESS_SCHEMAS.index(found.schema)))
