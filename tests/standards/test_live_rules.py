"""Each rule on the live catalogue sees a table, column, index, grant … that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection

from common.standards.catalogue import read_catalogue
from tests.standards.conftest import Run
from tests.standards.live_cases import CASES, Case

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{number}" for number, case in enumerate(CASES)])
def test_offence_is_caught(case: Case, granted: None, execute: Callable[..., None], search: Run) -> None:
    execute(*case.statements)
    findings = search(case.rule)
    assert case.object in {found.object for found in findings}
    assert all(found.message and found.fix for found in findings)


def test_encoding_of_the_database(search: Run) -> None:
    """S1."""
    catalogue = replace(read_catalogue(connection), encoding="SQL_ASCII")
    assert [found.object for found in search("S1", catalogue=catalogue)] == ["database"]


def test_zone_that_no_one_knows(execute: Callable[..., None], search: Run) -> None:
    """S18: a zone column holds IANA names."""
    columns = ["Email", "PasswordHash", "FirstName", "LastName", "UserStatusID", "UserRoleID", "SessionToken"]
    names = ", ".join(f'"{name}"' for name in (*columns, "TimezoneIdentifier"))
    execute(
        f'INSERT INTO dbo."User" ({names}) '
        "SELECT 'a@b.au', 'x', 'A', 'B', s.\"UserStatusID\", r.\"UserRoleID\", 'x', "
        '\'AUS Eastern Standard Time\' FROM ref."UserStatus" s, ref."UserRole" r LIMIT 1'
    )
    assert [found.object for found in search("S18")] == ["dbo.User.TimezoneIdentifier"]


def test_names_of_sql_server_defaults(search: Run) -> None:
    """S29: applies to SQL Server only, so it is given a catalogue that says so."""
    assert search("S29") == []
    live = read_catalogue(connection)
    company = live.by_place["dbo", "Company"]
    columns = tuple(
        replace(column, default_name="DF__Company__12AB" if column.name == "IsActive" else "DF_Company_IsDeleted")
        for column in company.columns
        if column.name in {"IsActive", "IsDeleted"}
    )
    catalogue = replace(live, vendor="microsoft", tables=(replace(company, columns=columns),))
    assert [found.object for found in search("S29", catalogue=catalogue)] == ["dbo.Company DF__Company__12AB"]


def test_policies_of_the_class_satisfy(granted: None, execute: Callable[..., None], search: Run) -> None:
    """S35: enabled, forced, a policy for the application over the columns of its class and one for the others."""
    execute(
        'ALTER TABLE dbo."UserIndustry" ENABLE ROW LEVEL SECURITY',
        'ALTER TABLE dbo."UserIndustry" FORCE ROW LEVEL SECURITY',
        'CREATE POLICY own ON dbo."UserIndustry" TO eventlead_app USING ("IndustryID" = 1)',
    )
    messages = {found.message for found in search("S35") if found.object == "dbo.UserIndustry"}
    assert "its policies do not test UserID" in messages or not messages

    execute(
        'CREATE POLICY person ON dbo."UserIndustry" TO eventlead_app USING ("UserID" = 1)',
        'CREATE POLICY others ON dbo."UserIndustry" TO eventlead_retention USING (true)',
    )
    assert "dbo.UserIndustry" not in {found.object for found in search("S35")}
