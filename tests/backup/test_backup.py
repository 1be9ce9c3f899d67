"""Taking sets and restoring them, on a real PostgreSQL (issue: a flipped byte in the backup is detected)."""

from __future__ import annotations

import io
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from auditing.models import ActivityLog
from auditing.services import business_transaction, record
from auditing.services.backups import back_up, back_up_due, restore_drill
from common import clock
from common.actors import system_actor
from common.backup import dumping
from common.backup.errors import BackupFailed
from common.backup.policy import SCHEMA_ORDER
from common.backup.sets import MANIFEST, BackupSet, only_one_run, read_set, seal_manifest, set_paths
from logging_app.models import ApiRequest, AuthEvent

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_scratch_left")]
SECRET = "a random text of more than thirty-two characters"
TESTER = system_actor("tester")


@pytest.fixture(autouse=True)
def some_rows(db: Any) -> None:
    for number in range(3):
        with business_transaction(TESTER):
            record(action="TESTED", entity_type="dbo.User", entity_id=number, actor=TESTER, new={"count": number})
    AuthEvent.objects.create(event_type="LOGIN_FAILED", is_success=False, details={"a": [1, "ä"]})
    for when in (clock.now(), clock.now().replace(year=2020)):
        ApiRequest.objects.create(
            request_id="r", method="GET", path="/", status_code=200, duration_ms=1, created_date=when
        )


def actions() -> list[str]:
    return list(ActivityLog.all_companies.order_by("pk").values_list("action", flat=True))[3:]


@pytest.mark.parametrize("key", ["", SECRET], ids=["plain", "encrypted"])
def test_a_full_backup_and_its_drill_pass_in_one_command(key: str, directory: Path, settings: Any) -> None:
    settings.BACKUP_ENCRYPTION_KEY = key
    out = io.StringIO()
    call_command("restore_drill", stdout=out)
    text = out.getvalue()
    assert text.rstrip().endswith("restore drill passed")
    assert "1 audit chains, 3 rows: verified" in text  # the set was taken before its own evidence row
    assert "RPO " in text
    assert "RTO " in text
    (path,) = set_paths()
    backup = read_set(path)
    assert backup.schemas == SCHEMA_ORDER
    assert backup.tables_of("log")["ApiRequest"]["rows"] == 2
    assert {file.name for file in path.iterdir()} == {
        MANIFEST,
        *(f"{schema}.dump{'.sealed' if key else ''}" for schema in SCHEMA_ORDER),
    }
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert (b"LOGIN_FAILED" in backup.file_of("log").read_bytes()) is (not key)  # in the text of a check
    assert backup.file_of("log").read_bytes().startswith(b"EVENTLEAD-DUMP-1\n" if key else b"PGDMP")
    assert actions() == ["BACKUP_COMPLETED", "RESTORE_DRILL_COMPLETED"]
    drilled = ActivityLog.all_companies.get(action="RESTORE_DRILL_COMPLETED")
    assert drilled.new_value["set"] == backup.name
    assert drilled.actor_name == "manage.py restore_drill"
    assert [path.name for path in directory.iterdir() if path.name.startswith(".")] == [".lock"]


def drill_failure(match: str) -> CommandError:
    with pytest.raises(CommandError, match=match) as raised:
        call_command("restore_drill")
    assert raised.value.returncode == 1
    assert actions()[-1] == "RESTORE_DRILL_FAILED"
    return raised.value


def test_a_flipped_byte_is_detected_and_named() -> None:
    backup = back_up().backup
    path = backup.file_of("dbo")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    failure = drill_failure("dbo.dump is damaged")
    assert backup.name in str(failure)


def test_a_missing_file_and_a_damaged_manifest_are_named() -> None:
    backup = back_up().backup
    content = backup.file_of("audit").read_bytes()
    backup.file_of("audit").unlink()
    drill_failure("audit.dump is missing")
    backup.file_of("audit").write_bytes(content)
    manifest = backup.path / MANIFEST
    manifest.write_text(manifest.read_text().replace('"rows": 2', '"rows": 3', 1))
    drill_failure("manifest.json is damaged")
    manifest.unlink()
    drill_failure("manifest.json is missing")


def test_a_damaged_newer_dump_of_one_schema_is_named_too() -> None:
    back_up()
    newer = back_up(["dbo", "audit"]).backup
    newer.file_of("dbo").write_bytes(b"PGDMP")
    failure = drill_failure("dbo.dump is damaged")
    assert newer.name in str(failure)


def test_another_key_is_refused_and_leaves_nothing_decrypted(directory: Path, settings: Any) -> None:
    settings.BACKUP_ENCRYPTION_KEY = SECRET
    back_up()
    for key, match in ((SECRET + "!", "not the key it was made with"), ("", "set BACKUP_ENCRYPTION_KEY")):
        settings.BACKUP_ENCRYPTION_KEY = key
        drill_failure(match)
    assert not list(directory.glob(".*.part"))


def rewrite(backup: BackupSet, change: Callable[[dict[str, Any]], None]) -> None:
    content = json.loads((backup.path / MANIFEST).read_text())
    del content["digest"]
    change(content["schemas"])
    (backup.path / MANIFEST).write_text(seal_manifest(content))


def test_rows_and_content_are_compared_with_the_manifest() -> None:
    def change(schemas: dict[str, Any]) -> None:
        schemas["log"]["tables"]["AuthEvent"]["checksum"] = "1/2"
        schemas["log"]["tables"]["ApiRequest"]["rows"] = 5
        schemas["ref"]["tables"]["Vanished"] = {"rows": 0, "checksum": "0/0"}

    rewrite(back_up().backup, change)
    text = str(drill_failure("does not restore"))
    assert "log.AuthEvent has other content: its checksum differs" in text
    assert "log.ApiRequest has 2 rows instead of 5" in text
    assert "ref.Vanished is missing" in text
    assert text.count(";") == 2


def test_a_broken_audit_chain_fails_the_drill() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("""UPDATE audit."ActivityLog" SET "EntityID" = 99 WHERE "ChainSequence" = 2""")
    back_up()
    failure = drill_failure("does not verify")
    assert "chain 0, row 2" in str(failure)


def test_the_dumps_and_figures_of_a_set_are_of_one_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    dump = dumping._dump_schema

    def dump_and_write(command: list[str], server: Any, schema: str, *rest: Any) -> dict[str, Any]:
        entry = dump(command, server, schema, *rest)
        AuthEvent.objects.create(event_type="LOGOUT", is_success=True)
        return entry

    monkeypatch.setattr(dumping, "_dump_schema", dump_and_write)
    backup = back_up().backup
    assert backup.tables_of("log")["AuthEvent"]["rows"] == 1
    assert AuthEvent.objects.count() == 1 + len(SCHEMA_ORDER)
    assert restore_drill().backup == backup


def test_an_interrupted_run_leaves_no_half_set(monkeypatch: pytest.MonkeyPatch, directory: Path) -> None:
    monkeypatch.setattr(dumping, "figures", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        back_up()
    assert [path.name for path in directory.iterdir()] == [".lock"]
    assert actions() == []
    monkeypatch.undo()
    (directory / ".20200101T000000Z-killed.part").mkdir()
    back_up(["cache"])
    assert len(set_paths()) == 1
    assert not list(directory.glob(".*.part"))


def test_a_failing_pg_dump_is_reported_and_leaves_nothing(settings: Any, tmp_path: Path, directory: Path) -> None:
    settings.PG_BIN = str(tmp_path / "bin")
    with pytest.raises(BackupFailed, match="set PG_BIN"):
        back_up()
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 99.1" && exit\necho no way >&2\nexit 3\n'
    )
    program.chmod(0o755)
    with pytest.raises(CommandError, match="pg_dump of ref failed: no way"):
        call_command("backup")
    assert [path.name for path in directory.iterdir()] == [".lock"]


def test_only_one_run_at_a_time() -> None:
    with only_one_run(), pytest.raises(BackupFailed, match="under way"):
        back_up()


def test_due_schemas_are_taken_by_the_job() -> None:
    full = back_up_due()
    assert full is not None
    assert full.backup.is_full
    assert back_up_due() is None
    content = json.loads((full.backup.path / MANIFEST).read_text())
    del content["digest"]
    content["takenAt"] = clock.now().replace(year=clock.now().year - 1).isoformat()
    (full.backup.path / MANIFEST).write_text(seal_manifest(content))
    again = back_up_due()
    assert again is not None
    assert again.backup.is_full
    assert again.removed == [full.backup.name]


def test_a_drill_needs_a_full_set() -> None:
    partial = back_up(["dbo"]).backup
    with pytest.raises(BackupFailed, match="there is no set of all schemas yet"):
        restore_drill()
    with pytest.raises(BackupFailed, match="holds only dbo"):
        restore_drill(partial.name)
    with pytest.raises(BackupFailed, match="there is no set"):
        restore_drill("../elsewhere")


def test_an_encrypted_dump_can_be_opened_by_hand(settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_ENCRYPTION_KEY = SECRET
    source = back_up(["config"]).backup.file_of("config")
    target = tmp_path / "config.dump"
    call_command("backup", unseal=source, output=target, stdout=io.StringIO())
    assert target.read_bytes().startswith(b"PGDMP")
    target.unlink()
    settings.BACKUP_ENCRYPTION_KEY = SECRET + "!"
    with pytest.raises(CommandError, match="not the key"):
        call_command("backup", unseal=source, output=target)
    assert not target.exists()


def test_tables_hidden_by_row_security_are_refused() -> None:
    """A role that policies apply to must not take a backup that only looks whole."""
    from common.backup.programs import Server
    from common.backup.tables import row_security_options

    with Server.of_product().connect() as session:
        session.execute("SELECT set_config('search_path', 'pg_catalog', true)")
        if session.execute("SELECT 1 FROM pg_roles WHERE rolname = 'eventlead_analyst'").fetchone() is None:
            pytest.skip("the server has no roles of ours")
        session.execute('ALTER TABLE log."AuthEvent" ENABLE ROW LEVEL SECURITY')
        session.execute("SET LOCAL ROLE eventlead_analyst")
        with pytest.raises(BackupFailed, match=r'log\."AuthEvent"'):
            row_security_options(session, ["log"])
        session.execute("RESET ROLE")
        session.execute('CREATE POLICY "Open" ON log."AuthEvent" FOR SELECT TO eventlead_analyst USING (true)')
        session.execute("SET LOCAL ROLE eventlead_analyst")
        assert row_security_options(session, ["log"]) == ["--enable-row-security"]
        assert row_security_options(session, ["ref"]) == []
        session.execute("SET LOCAL ROLE eventlead_compliance")
        assert row_security_options(session, ["audit"]) == ["--enable-row-security"]
        session.execute("SET LOCAL ROLE eventlead_app")
        with pytest.raises(BackupFailed, match=r'audit\."ActivityLog"'):
            row_security_options(session, ["audit"])
        session.rollback()
