"""Restoring a set into a scratch database and comparing it with the manifest."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql

from common.backup.errors import BackupFailed
from common.backup.programs import Server, program
from common.backup.sealing import unseal
from common.backup.sets import BackupSet, backup_directory
from common.backup.tables import figures
from common.db.schemas import FRAMEWORK_SCHEMA

_ROWS = ("--section=pre-data", "--section=data")
_REST = ("--section=post-data",)
# Two dumps hold the framework schema: its own, and that of the tables whose months lie in it.
_SCHEMA = re.compile(r"^\d+; \d+ \d+ (?:SCHEMA|COMMENT) - (?:SCHEMA )?\w+ ")
_FOREIGN_KEY = re.compile(r"^\d+; \d+ \d+ FK CONSTRAINT ")
_ROW_SECURITY = re.compile(r"^\d+; \d+ \d+ (?:ROW SECURITY|POLICY) ")


@contextmanager
def scratch_database() -> Iterator[Server]:
    """An empty database beside the product's, dropped at the end."""
    product = Server.of_product()
    scratch = product.named(f"restore_drill_{os.getpid()}")
    name = sql.Identifier(scratch.name)
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name)
    try:
        with product.connect(autocommit=True) as connection:
            connection.execute(drop)
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(name))
    except psycopg.Error as error:
        raise BackupFailed(f"no scratch database can be made: {error}") from error
    try:
        yield scratch
    finally:
        with product.connect(autocommit=True) as connection:
            connection.execute(drop)


def restore_set(backup: BackupSet, target: Server) -> None:
    """Restore a full set, schema by schema in the order of the policy, then what joins the schemas.

    Owner and rights are left out: ``manage.py grants --apply`` is their source.

    Raises:
        BackupFailed: a dump cannot be decrypted, or pg_restore failed.
    """
    with _readable_dumps(backup) as dumps, target.connect(autocommit=True) as connection:
        restore = _Restore(target, program("pg_restore", connection.info.server_version))
        for schema in {*dumps, FRAMEWORK_SCHEMA}:
            connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))
        for dump in dumps.values():
            lines = restore.contents(dump, *_ROWS)
            restore.entries(dump, [line for line in lines if not _SCHEMA.match(line)], *_ROWS)
        contents = {dump: restore.contents(dump, *_REST) for dump in dumps.values()}
        # Foreign keys lead from schema to schema: they come when every table has its rows and its keys.
        # A foreign key is not checked on rows that policies hide, so row-level security comes last.
        for is_next in (_is_joining_nothing, _FOREIGN_KEY.match, _ROW_SECURITY.match):
            for dump, lines in contents.items():
                restore.entries(dump, [line for line in lines if is_next(line)], *_REST)


def _is_joining_nothing(line: str) -> bool:
    return not (_FOREIGN_KEY.match(line) or _ROW_SECURITY.match(line))


@contextmanager
def _readable_dumps(backup: BackupSet) -> Iterator[dict[str, Path]]:
    """Files pg_restore can read; decrypted ones lie in a folder nobody else can enter, for the time of the drill."""
    if not backup.is_encrypted:
        yield {schema: backup.file_of(schema) for schema in backup.schemas}
        return
    if not settings.BACKUP_ENCRYPTION_KEY:
        raise BackupFailed(f"{backup.name} is encrypted: set BACKUP_ENCRYPTION_KEY to the key it was made with")
    folder = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=backup_directory()))
    try:
        dumps = {schema: folder / f"{schema}.dump" for schema in backup.schemas}
        for schema, path in dumps.items():
            with backup.file_of(schema).open("rb") as source, path.open("xb") as plain:
                unseal(source, plain, settings.BACKUP_ENCRYPTION_KEY, schema)
        yield dumps
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Restore:
    """Calls of pg_restore into one database."""

    def __init__(self, target: Server, path: str) -> None:
        self.target = target
        self.command = [path, "--no-owner", "--no-privileges", "--exit-on-error", "--no-password"]

    def run(self, dump: Path, *options: str) -> None:
        self._call([*self.command, f"--dbname={self.target.name}", *options, str(dump)], dump)

    def contents(self, dump: Path, *sections: str) -> list[str]:
        """Contents of some sections: schemas, tables and rows, or keys, indexes, triggers and policies."""
        return self._call([self.command[0], "--list", *sections, str(dump)], dump).splitlines()

    def entries(self, dump: Path, lines: list[str], *sections: str) -> None:
        """Restore some entries of the contents."""
        with tempfile.NamedTemporaryFile("w", suffix=".list") as chosen:
            chosen.write("\n".join(lines) + "\n")
            chosen.flush()
            self.run(dump, *sections, f"--use-list={chosen.name}")

    def _call(self, command: list[str], dump: Path) -> str:
        done = subprocess.run(
            command, env=self.target.environment(), capture_output=True, text=True, errors="replace", check=False
        )
        if done.returncode:
            raise BackupFailed(f"pg_restore of {dump.name} failed: {done.stderr.strip()}")
        return done.stdout


def differences(backup: BackupSet, target: Server) -> list[str]:
    """Tables of the restored database whose rows or checksum are not those of the manifest."""
    found = []
    with target.connect() as connection:
        for schema in backup.schemas:
            promised, restored = backup.tables_of(schema), figures(connection, schema)
            for table in sorted(promised.keys() | restored.keys()):
                then, now = promised.get(table), restored.get(table)
                if then is None or now is None:
                    found.append(f"{schema}.{table} is {'missing' if now is None else 'no part of the set'}")
                elif then["rows"] != now["rows"]:
                    found.append(f"{schema}.{table} has {now['rows']} rows instead of {then['rows']}")
                elif then != now:
                    found.append(f"{schema}.{table} has other content: its checksum differs")
    return found
