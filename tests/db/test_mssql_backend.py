"""Parts of the SQL Server backend that need no server: names, values, flush and renames."""

from __future__ import annotations

import copy
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import NotSupportedError, models

from common.db.ddl import offline_connection


@pytest.fixture(scope="module")
def connection() -> Any:
    return offline_connection("mssql")


def collected(connection: Any, call: Any) -> list[str]:
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        call(editor)
    return [" ".join(text.split()) for text in editor.collected_sql]


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("dbo.User", "[dbo].[User]"),
        ("audit.User", "[audit].[User]"),
        ("django_content_type", "[django].[django_content_type]"),
        ("django_migrations", "[django].[django_migrations]"),
        ("IX_User_Email", "[IX_User_Email]"),
        ("Email", "[Email]"),
        ("[dbo].[User]", "[dbo].[User]"),
    ],
)
def test_quoting(connection: Any, name: str, quoted: str) -> None:
    assert connection.ops.quote_name(name) == quoted


def test_instants_are_naive_utc_in_the_database(connection: Any) -> None:
    """datetime2 knows no offset: aware in Python, naive UTC in the database."""
    sydney = timezone(timedelta(hours=10))
    instant = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=sydney)
    stored = connection.ops.adapt_datetimefield_value(instant)
    assert stored == datetime(2026, 2, 28, 23, 30, 0, 123456)  # noqa: DTZ001
    assert connection.ops.convert_datetimefield_value(stored, None, connection) == instant
    assert connection.ops.convert_datetimefield_value(stored, None, connection).tzinfo is UTC
    assert connection.ops.adapt_datetimefield_value(None) is None


def test_column_types(connection: Any) -> None:
    assert models.DateTimeField().db_type(connection) == "datetime2(6)"
    assert models.UUIDField().db_type(connection) == "uniqueidentifier"
    assert models.CharField(max_length=20).db_type(connection) == "nvarchar(20)"
    assert models.TextField().db_type(connection) == "nvarchar(max)"
    assert connection.ops.convert_uuidfield_value("7b1c0f0e-0000-4000-8000-000000000001", None, connection) == UUID(
        "7b1c0f0e-0000-4000-8000-000000000001"
    )


def test_flush_is_qualified_and_ordered(connection: Any) -> None:
    """Triggers and constraints are off while rows go, and on again at the end."""
    statements = connection.ops.sql_flush(no_style(), ["audit.User", "dbo.User"], reset_sequences=True)
    assert statements[:2] == [
        "DISABLE TRIGGER ALL ON [audit].[User];",
        "ALTER TABLE [audit].[User] NOCHECK CONSTRAINT ALL;",
    ]
    assert statements[4:6] == ["DELETE FROM [audit].[User];", "DELETE FROM [dbo].[User];"]
    assert "DBCC CHECKIDENT (N'[audit].[User]', RESEED, 0)" in statements[6]
    assert statements[-2:] == [
        "ALTER TABLE [dbo].[User] WITH CHECK CHECK CONSTRAINT ALL;",
        "ENABLE TRIGGER ALL ON [dbo].[User];",
    ]
    assert connection.ops.sql_flush(no_style(), []) == []


def test_table_is_dropped_with_inbound_keys_of_all_schemas(connection: Any) -> None:
    user = apps.get_model("accounts", "User")
    (statement,) = collected(connection, lambda editor: editor.delete_model(user))
    assert "OBJECT_SCHEMA_NAME(parent_object_id)" in statement
    assert statement.endswith("DROP TABLE [dbo].[User];")


def test_table_is_moved_and_renamed(connection: Any) -> None:
    user = apps.get_model("accounts", "User")
    statements = collected(connection, lambda editor: editor.alter_db_table(user, "dbo.User", "config.Person"))
    assert statements == [
        "ALTER SCHEMA [config] TRANSFER OBJECT::[dbo].[User];",
        "EXEC sp_rename N'[config].[User]', N'Person', N'OBJECT';",
    ]


def test_column_is_renamed_by_qualified_name(connection: Any) -> None:
    user = apps.get_model("accounts", "User")
    old = user._meta.get_field("bio")
    new = copy.copy(old)
    new.column = new.db_column = "About"
    (statement,) = collected(connection, lambda editor: editor.alter_field(user, old, new))
    assert statement == "EXEC sp_rename N'[dbo].[User].[Bio]', N'About', N'COLUMN';"


def test_changed_comment_touches_nothing_else(connection: Any) -> None:
    """The parent would drop the indexes of the column and not restore them."""
    user = apps.get_model("accounts", "User")
    old = user._meta.get_field("email")
    new = copy.copy(old)
    new.db_comment = "It's 100 % new"
    (statement,) = collected(connection, lambda editor: editor.alter_field(user, old, new))
    assert "sp_updateextendedproperty" in statement
    assert "@value = N'It''s 100 % new'" in statement
    assert "@level0name = N'dbo'" in statement


def test_default_is_changed_by_name(connection: Any) -> None:
    """S29."""
    user = apps.get_model("accounts", "User")
    old = user._meta.get_field("onboarding_step")
    new = copy.copy(old)
    new.db_default = models.Value(2)
    statements = collected(connection, lambda editor: editor.alter_field(user, old, new))
    assert statements == [
        "ALTER TABLE [dbo].[User] DROP CONSTRAINT [DF_User_OnboardingStep];",
        "ALTER TABLE [dbo].[User] ADD CONSTRAINT [DF_User_OnboardingStep] DEFAULT 2 FOR [OnboardingStep];",
    ]


def test_restored_unique_index_is_quoted(connection: Any) -> None:
    """USER is a reserved word; the parent writes ``ON dbo.User (``."""
    text = "CREATE UNIQUE INDEX UQ_User_Email ON dbo.User ([Email]) WHERE ([IsDeleted]=(0));"
    assert collected(connection, lambda editor: editor.execute(text, None)) == [
        "CREATE UNIQUE INDEX [UQ_User_Email] ON [dbo].[User] ([Email]) WHERE ([IsDeleted]=(0));"
    ]


def test_the_other_vendor_is_not_imported() -> None:
    """A PostgreSQL installation needs neither mssql-django nor its driver."""
    code = (
        "import os, sys; os.environ['DATABASE_URL'] = 'postgres://nobody@127.0.0.1:1/none'; "
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'; import django; django.setup(); "
        "sys.exit(str(sorted(n for n in sys.modules if n.split('.')[0] in {'mssql', 'mssql_python', 'pyodbc'})) "
        "if {'mssql', 'mssql_python', 'pyodbc'} & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def compiled(connection: Any, queryset: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(connection, "get_autocommit", lambda: False)  # as inside of a transaction
    sql, params = queryset.query.get_compiler(connection=connection).as_sql()
    return str(sql % tuple(params))


def test_query_names_tables_of_both_schemas(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    queryset = apps.get_model("auditing", "AuditRole")._base_manager.filter(user__email="a@example.com").values("id")
    sql = compiled(connection, queryset, monkeypatch)
    assert "FROM [audit].[Role] INNER JOIN [dbo].[User] ON ([audit].[Role].[UserID] = [dbo].[User].[UserID])" in sql


def test_lock_of_the_own_table(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = apps.get_model("accounts", "User")._base_manager.select_related("user_status")
    sql = compiled(connection, rows.select_for_update(of=("self",)), monkeypatch)
    assert "FROM [dbo].[User] WITH (ROWLOCK, UPDLOCK) INNER JOIN [ref].[UserStatus] ON" in sql
    with pytest.raises(NotSupportedError, match="own table only"):
        compiled(connection, rows.select_for_update(of=("user_status",)), monkeypatch)


def test_pattern_lookups_in_a_query(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = apps.get_model("companies", "Company")._base_manager
    sql = compiled(connection, rows.filter(abn__digits=2, email__email_shape=True).values("id"), monkeypatch)
    assert "[ABN] LIKE N'[0-9][0-9]'" in sql
    assert "[Email] LIKE N'%_@_%._%' AND" in sql
