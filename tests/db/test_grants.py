"""The role matrix in the live database (S47): applied after migrate, compared, and each role tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from auditing.models import ActivityLog
from auditing.services import business_transaction
from common.actors import system_actor
from common.db import grants as matrix
from common.db.postgresql import grants
from tests.support.roles import APPLICATION

pytestmark = pytest.mark.django_db

Run = Callable[[str], Any]


@pytest.fixture
def granted() -> None:
    """The matrix as ``migrate`` leaves it; creates the roles on a server that has none yet."""
    grants.apply(connection)


@contextmanager
def acting_as(role: str) -> Iterator[Run]:
    """Run statements as a role, each in a savepoint of its own."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")

        def run(sql: str) -> Any:
            with transaction.atomic():
                cursor.execute(sql)
                return cursor.fetchall() if cursor.description else cursor.rowcount

        try:
            yield run
        finally:
            cursor.execute("RESET ROLE")


def is_refused(run: Run, sql: str) -> bool:
    try:
        run(sql)
    except ProgrammingError as error:
        return "permission denied" in str(error) or "must be owner" in str(error)
    return False


def test_live_grants_equal_the_matrix(granted: None) -> None:
    """S47."""
    assert not grants.compare(connection)
    call_command("grants", check=True)


def test_apply_twice_changes_nothing(granted: None) -> None:
    assert not grants.apply(connection)


def test_check_reports_what_is_missing_and_too_much(granted: None, capsys: pytest.CaptureFixture[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute('GRANT DELETE ON dbo."Company" TO eventlead_app')
        cursor.execute('REVOKE SELECT ON ref."Country" FROM eventlead_steward')
        cursor.execute('GRANT SELECT ("PasswordHash") ON dbo."User" TO eventlead_support')
        cursor.execute("GRANT CREATE ON SCHEMA config TO PUBLIC")
    with pytest.raises(CommandError) as failure:
        call_command("grants", check=True)
    assert failure.value.returncode == 1
    assert set(capsys.readouterr().err.splitlines()) == {
        "too much: DELETE ON dbo.Company TO eventlead_app",
        "missing: SELECT ON ref.Country TO eventlead_steward",
        "too much: SELECT (PasswordHash) ON dbo.User TO eventlead_support",
        "too much: CREATE ON SCHEMA config TO PUBLIC",
    }

    call_command("grants", apply=True)
    assert not grants.compare(connection)


def test_column_rights_survive_the_end_of_a_table_right(granted: None) -> None:
    """Revoking a verb from a table takes its columns along; the declared ones must come back."""
    with connection.cursor() as cursor:
        cursor.execute('GRANT SELECT ON dbo."User" TO eventlead_support')
    grants.apply(connection)
    assert not grants.compare(connection)


def test_app_writes_business_rows_and_deletes_none(granted: None) -> None:
    with acting_as(matrix.APP) as run:
        run('SELECT count(*) FROM dbo."Company"')
        run('UPDATE dbo."Company" SET "Phone" = NULL')
        for table in ("Company", "User", "UserRefreshToken"):
            assert is_refused(run, f'DELETE FROM dbo."{table}"')
            assert is_refused(run, f'TRUNCATE dbo."{table}" CASCADE')
        assert is_refused(run, 'UPDATE audit."ActivityLog" SET "Reason" = NULL')
        assert is_refused(run, 'DELETE FROM audit."ActivityLog"')
        assert is_refused(run, 'UPDATE log."AuthEvent" SET "Reason" = NULL')
        assert is_refused(run, 'DELETE FROM log."EmailDelivery"')
        run('UPDATE log."EmailDelivery" SET "RetryCount" = 0')
        run('DELETE FROM cache."ABRSearch"')
        run("DELETE FROM django.django_session")


def test_app_inserts_without_rights_on_sequences(granted: None) -> None:
    """Identity columns draw their numbers on their own: no role has a right on a sequence."""
    with acting_as(matrix.APP) as run:
        run(
            'INSERT INTO cache."ABRSearch" ("SearchType", "SearchValue", "ResultIndex", "ExpiresAt") '
            "VALUES ('ABN', '1', 0, now() + interval '1 day')"
        )
        assert run('SELECT count(*) FROM cache."ABRSearch" WHERE "ABRSearchID" > 0') == [(1,)]
        assert is_refused(run, "SELECT nextval(pg_get_serial_sequence('cache.\"ABRSearch\"', 'ABRSearchID'))")


@pytest.mark.parametrize("role", matrix.ROLES)
def test_no_role_creates_alters_or_drops(granted: None, role: str) -> None:
    with acting_as(role) as run:
        for schema in ("dbo", "ref", "config", "log", "audit", "cache", "django", "public"):
            assert is_refused(run, f"CREATE TABLE {schema}.intruder (x int)"), schema
        assert is_refused(run, 'ALTER TABLE dbo."User" ADD COLUMN x int')
        assert is_refused(run, 'DROP TABLE dbo."User" CASCADE')
        assert is_refused(run, "CREATE SCHEMA intruder")


def test_support_reads_people_without_secrets(granted: None) -> None:
    with acting_as(matrix.SUPPORT) as run:
        run('SELECT "Email", "FirstName" FROM dbo."User"')
        assert is_refused(run, 'SELECT "PasswordHash" FROM dbo."User"')
        assert is_refused(run, 'SELECT "SessionToken" FROM dbo."User"')
        assert is_refused(run, 'SELECT * FROM dbo."User"')
        assert is_refused(run, 'UPDATE dbo."User" SET "Email" = \'x\'')
        run('SELECT count(*) FROM log."ApplicationError"')
        run('SELECT count(*) FROM dbo."Company"')
        assert is_refused(run, 'UPDATE dbo."Company" SET "Phone" = NULL')
        assert is_refused(run, 'SELECT 1 FROM dbo."UserRefreshToken"')
        assert is_refused(run, 'SELECT 1 FROM audit."ActivityLog"')


def test_steward_maintains_lookups_only(granted: None) -> None:
    with acting_as(matrix.STEWARD) as run:
        run('UPDATE ref."Country" SET "SortOrder" = "SortOrder"')
        assert is_refused(run, 'DELETE FROM ref."Country"')
        assert is_refused(run, 'SELECT 1 FROM dbo."Company"')
        assert is_refused(run, 'SELECT 1 FROM dbo."User"')
        assert is_refused(run, 'SELECT 1 FROM dbo."UserRefreshToken"')
        assert is_refused(run, 'SELECT 1 FROM config."AppSetting"')


@pytest.mark.parametrize(
    ("role", "allowed", "refused"),
    [
        (matrix.ANALYST, ('log."ApiRequest"', 'audit."Role"'), ('dbo."Company"', 'ref."Country"')),
        (matrix.COMPLIANCE, ('audit."ActivityLog"', 'audit."User"'), ('log."AuthEvent"', 'dbo."User"')),
    ],
)
def test_readers_read_their_schemas_and_write_nothing(
    granted: None, role: str, allowed: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    with acting_as(role) as run:
        for table in allowed:
            run(f"SELECT count(*) FROM {table}")
            assert is_refused(run, f"DELETE FROM {table}")
            assert is_refused(run, f'UPDATE {table} SET "CreatedDate" = now()')
        for table in refused:
            assert is_refused(run, f"SELECT 1 FROM {table}")


def test_retention_deletes_evidence_and_blanks_personal_columns(granted: None) -> None:
    with acting_as(matrix.RETENTION) as run:
        run('DELETE FROM log."ApiRequest"')
        run('DELETE FROM dbo."UserRefreshToken" WHERE false')
        run('DELETE FROM cache."ABRSearch"')
        run('UPDATE log."AuthEvent" SET "Email" = NULL, "IPAddress" = NULL, "UserAgent" = NULL')
        assert is_refused(run, 'UPDATE log."AuthEvent" SET "EventType" = NULL')
        assert is_refused(run, 'UPDATE audit."ActivityLog" SET "Action" = NULL')
        assert is_refused(run, 'UPDATE audit."LegalHold" SET "Reason" = NULL')
        assert is_refused(run, 'UPDATE dbo."UserRefreshToken" SET "ExpiresAt" = now()')
        assert is_refused(run, 'SELECT 1 FROM dbo."User"')


@pytest.mark.parametrize("role", matrix.ROLES)
def test_every_verb_outside_of_the_matrix_is_refused(granted: None, role: str) -> None:
    """S47: each role tries, on every table of every schema, whatever the matrix does not give it."""
    catalogue = matrix.declared_catalogue()
    allowed = {(g.schema, g.table, g.verb) for g in matrix.desired_grants(catalogue) if g.role == role}
    with acting_as(role) as run:
        for (schema, table), columns in sorted(catalogue.items()):
            name, column = f'"{schema}"."{table}"', f'"{columns[-1]}"'
            attempts = {
                "SELECT": f"SELECT 1 FROM {name}",
                "INSERT": f"INSERT INTO {name} DEFAULT VALUES",
                "UPDATE": f"UPDATE {name} SET {column} = DEFAULT WHERE false",
                "DELETE": f"DELETE FROM {name} WHERE false",
                "TRUNCATE": f"TRUNCATE {name}",
            }
            for verb, sql in attempts.items():
                assert (schema, table, verb) in allowed or is_refused(run, sql), f"{role}: {sql}"


def test_erasable_columns_are_personal_ones_only() -> None:
    catalogue = matrix.declared_catalogue()
    user = matrix.erasable_columns("audit", catalogue["audit", "User"])
    assert {"Email", "FirstName", "LastName", "Phone", "Bio", "IPAddress", "UserAgent", "RedactedAt"} <= set(user)
    assert "UserStatusID" not in user
    assert matrix.erasable_columns("audit", catalogue["audit", "ChainAnchor"]) == ()
    mail = matrix.erasable_columns("log", catalogue["log", "EmailDelivery"])
    assert set(mail) == {"TemplateData", "RecipientEmail"}


def test_missing_roles_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grants, "existing_roles", lambda connection: {matrix.APP})
    monkeypatch.setattr(grants, "_may_create_roles", lambda connection: False)
    with pytest.raises(CommandError, match="CREATE ROLE eventlead_retention LOGIN;"):
        call_command("grants", apply=True)


def test_services_called_by_tests_act_as_the_application() -> None:
    """Web, worker and tests act as eventlead_app: a service that a test calls by itself has no other rights."""

    def current_role() -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            return cursor.fetchone()[0]

    with business_transaction(actor=system_actor("tests")):
        assert current_role() == APPLICATION
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            ActivityLog.all_companies.all().delete()
    assert current_role() != APPLICATION
