"""Taking a backup set: one snapshot, a dump per schema, and the figures of every table at that instant."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import Any, BinaryIO, cast

import psycopg
from django.conf import settings

from common import clock
from common.backup.errors import BackupFailed
from common.backup.policy import in_order
from common.backup.programs import Server, program
from common.backup.sealing import CHUNK, seal
from common.backup.sets import (
    MANIFEST,
    BackupSet,
    backup_directory,
    make_durable,
    read_set,
    seal_manifest,
)
from common.backup.tables import contents_of, figures, row_security_options


def take_set(schemas: Sequence[str]) -> BackupSet:
    """Dump ``schemas`` of the product's database into a new set; the caller holds ``only_one_run``.

    An interruption leaves nothing behind.

    Raises:
        BackupFailed: pg_dump is missing or failed.
    """
    # Microseconds: sets are ordered by name, and two may be taken within a second.
    name = f"{clock.now():%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(3)}"
    directory = backup_directory()
    part = directory / f".{name}.part"
    part.mkdir(mode=0o700)
    try:
        manifest = _dump(Server.of_product(), in_order(schemas), part)
        (part / MANIFEST).write_text(seal_manifest({"name": name, **manifest}), encoding="utf-8")
        for path in (*part.iterdir(), part):
            make_durable(path)
        part.rename(directory / name)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    make_durable(directory)
    return read_set(directory / name)


def _dump(server: Server, schemas: Sequence[str], folder: Path) -> dict[str, Any]:
    secret = settings.BACKUP_ENCRYPTION_KEY
    try:
        with server.connect() as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            ((snapshot, taken_at, version),) = connection.execute(
                "SELECT pg_export_snapshot(), now(), current_setting('server_version_num')::int"
            ).fetchall()
            command = [program("pg_dump", version), "--format=custom", f"--snapshot={snapshot}", "--no-password"]
            command += row_security_options(connection, schemas)
            entries = {
                schema: {
                    **_dump_schema([*command, *contents_of(connection, schema)], server, schema, folder, secret),
                    "tables": figures(connection, schema),
                }
                for schema in schemas
            }
    except psycopg.Error as error:
        raise BackupFailed(f"the database cannot be read: {error}") from error
    return {
        "format": 1,
        "database": server.name,
        "serverVersion": version,
        "takenAt": taken_at.astimezone(UTC).isoformat(),
        "encrypted": bool(secret),
        "schemas": entries,
    }


def _dump_schema(command: list[str], server: Server, schema: str, folder: Path, secret: str) -> dict[str, Any]:
    path = folder / (f"{schema}.dump.sealed" if secret else f"{schema}.dump")
    with tempfile.TemporaryFile() as complaints, path.open("xb") as file:
        target = _Hashed(file)
        process = subprocess.Popen(command, env=server.environment(), stdout=subprocess.PIPE, stderr=complaints)
        try:
            source = cast("BinaryIO", process.stdout)
            if secret:
                seal(source, cast("BinaryIO", target), secret, schema)
            else:
                shutil.copyfileobj(source, target, CHUNK)
            status = process.wait()
        except BaseException:
            process.kill()
            process.wait()
            raise
        if status:
            complaints.seek(0)
            raise BackupFailed(f"pg_dump of {schema} failed: {complaints.read().decode(errors='replace').strip()}")
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": target.digest.hexdigest()}


class _Hashed:
    """A file that computes the SHA-256 of what is written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self.file.write(data)
