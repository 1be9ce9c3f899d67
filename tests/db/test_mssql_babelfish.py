"""What Babelfish, an open engine that speaks TDS, gets in another form than SQL Server."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.apps import apps
from django.core.management.base import CommandError
from django.db import IntegrityError, models

from common.db.constraint_names import is_broken
from common.db.ddl import offline_connection
from common.db.mssql.babelfish import lock_rows
from common.locks import GET_LOCK
from common.management.commands import standards


@pytest.fixture(scope="module")
def connection() -> Any:
    return offline_connection("mssql")


def collected(connection: Any, call: Any) -> list[str]:
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        call(editor)
    return [" ".join(text.split()) for text in editor.collected_sql]


@pytest.fixture
def babelfish(connection: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(connection, "is_babelfish", True)
    return connection


def test_nullability_on_babelfish(babelfish: Any) -> None:
    """It refuses NULL and NOT NULL in ALTER COLUMN: a copied column and a check take their place."""
    user = apps.get_model("accounts", "User")
    wide, bare = copy.copy(user._meta.get_field("phone")), copy.copy(user._meta.get_field("first_name"))
    narrow = copy.copy(wide)
    narrow.null = False
    editor = babelfish.schema_editor(collect_sql=True, atomic=False)
    fragment = editor._alter_column_null_sql(user, wide, narrow)
    assert fragment == ("ADD CONSTRAINT [CK_User_PhoneNull] CHECK ([Phone] IS NOT NULL)", [])
    loose = copy.copy(bare)
    loose.null = True
    statements = collected(babelfish, lambda editor: editor._alter_column_null_sql(user, bare, loose))
    assert statements == [
        "ALTER TABLE [dbo].[User] ADD [FirstName__New] nvarchar(100) NULL;",
        "UPDATE [dbo].[User] SET [FirstName__New] = [FirstName];",
        "ALTER TABLE [dbo].[User] DROP COLUMN [FirstName];",
        "EXEC sp_rename N'[dbo].[User].[FirstName__New]', N'FirstName', N'COLUMN';",
    ]


def test_type_on_babelfish_keeps_nullability(babelfish: Any) -> None:
    user = apps.get_model("accounts", "User")
    old = user._meta.get_field("first_name")
    new = copy.copy(old)
    new.max_length = 120
    editor = babelfish.schema_editor(collect_sql=True, atomic=False)
    (text, _), _ = editor._alter_column_type_sql(user, old, new, "nvarchar(120)", None, None)
    assert " ".join(text.split()) == "ALTER COLUMN [FirstName] nvarchar(120)"


def test_default_on_babelfish_is_emptied(babelfish: Any) -> None:
    """S29: its defaults have no names to drop them by."""
    user = apps.get_model("accounts", "User")
    old = user._meta.get_field("onboarding_step")
    new = copy.copy(old)
    new.db_default = models.NOT_PROVIDED
    statements = collected(babelfish, lambda editor: editor.alter_field(user, old, new))
    assert statements[0] == (
        "ALTER TABLE [dbo].[User] ADD CONSTRAINT [DF_User_OnboardingStep] DEFAULT NULL FOR [OnboardingStep];"
    )


def test_standards_need_a_catalogue_that_can_tell(babelfish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standards, "connections", {"default": babelfish})
    with pytest.raises(CommandError, match="catalogue of Babelfish cannot tell"):
        standards.Command().handle(database="default")


def test_collation_of_test_databases(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert connection.creation.sql_table_creation_suffix() == "COLLATE Latin1_General_100_CS_AS_SC"
    monkeypatch.setattr(connection, "is_babelfish", True)
    assert connection.creation.sql_table_creation_suffix() == ""


class _Answers:
    """A cursor that knows the answers of a server."""

    def __init__(self, *rows: tuple[Any, ...]) -> None:
        self.rows = list(rows)

    def __enter__(self) -> _Answers:
        return self

    def __exit__(self, *ignored: Any) -> None:
        return

    def execute(self, sql: str) -> None:
        self.sql = sql

    def fetchone(self) -> tuple[Any, ...]:
        return self.rows.pop(0)


@pytest.mark.parametrize(
    ("rows", "version"), [([(1,)], 2019), ([(None,), ("15.0.2000.5", 3)], 2019), ([(None,), ("16.0.1000.6", 3)], 2022)]
)
def test_version_of_the_server(rows: list[tuple[Any, ...]], version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Babelfish reports 12.0 (2014), by which mssql-django would refuse JSON fields."""
    from common.db.mssql.base import DatabaseWrapper

    asked = DatabaseWrapper(offline_connection("mssql").settings_dict, alias=f"version{len(rows)}{version}")
    answers = _Answers(*rows)
    monkeypatch.setattr(asked, "temporary_connection", lambda: answers)
    assert asked.sql_server_version == version
    assert asked.is_babelfish is (rows == [(1,)])


def test_rows_are_locked_by_name_on_babelfish(babelfish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ignores the hints of SELECT."""
    told: list[tuple[str, tuple[Any, ...]]] = []

    class Cursor(_Answers):
        def execute(self, sql: str, params: Any = ()) -> None:
            told.append((sql, tuple(params)))

        def fetchall(self) -> list[tuple[int]]:
            return [(8,), (3,)]

    monkeypatch.setattr(babelfish, "cursor", Cursor)
    rows = apps.get_model("accounts", "User")._base_manager.select_related("user_status").order_by("email")
    lock_rows(rows.select_for_update().filter(email="a@example.com").query.get_compiler(connection=babelfish))
    found, *locked = told
    assert found == (
        "SELECT [dbo].[User].[UserID] FROM [dbo].[User] WHERE [dbo].[User].[Email] = %s",
        ("a@example.com",),
    )
    assert [params for _, params in locked] == [("dbo.User:3",), ("dbo.User:8",)]
    assert {sql for sql, _ in locked} == {GET_LOCK}


@pytest.mark.parametrize(
    ("message", "is_named"),
    [
        ('duplicate key value violates unique constraint "UQ_Company_ABN"', True),
        ("Cannot insert duplicate key row in object 'dbo.Company' with unique index 'UQ_Company_ABN'.", True),
        ('violates unique constraint "uq_company_abncompany6ccebb1dfbea55f618d6094209cc9165"', True),
        ('violates unique constraint "uq_company_foundedbyuseridcompaa2843189acba885fce00e08a66bc73e8"', False),
        ('insert violates foreign key constraint "fk_company_country_countryid"', False),
    ],
)
def test_broken_rule_is_told_by_its_name(message: str, is_named: bool) -> None:
    """GEN-3: PostgreSQL, SQL Server and Babelfish, which stores names cut and with a digest behind."""
    assert is_broken("UQ_Company_ABN", IntegrityError(message)) is is_named


def test_long_name_is_cut_by_babelfish() -> None:
    text = 'violates unique constraint "uq_userinvitation_companyid_inv2ecd2b3d8dfd1ad37f5125f016aae7b7"'
    assert is_broken("UQ_UserInvitation_CompanyID_InvitedEmail", IntegrityError(text))
