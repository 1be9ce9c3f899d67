"""The SQL Server reader turns rows of the ``sys`` views into the shapes the rules know; the rows are given here."""

from __future__ import annotations

from typing import Any

import pytest

from common.standards.catalogue import Catalogue, read_catalogue
from common.standards.catalogue import mssql_queries as queries
from common.standards.checking import check
from common.standards.context import Context
from common.standards.findings import all_rules

COMPANY = 7
ROWS: dict[str, list[tuple[Any, ...]]] = {
    queries.SCHEMA_NAMES: [(name,) for name in ("dbo", "ref", "config", "log", "audit", "cache", "django")],
    queries.TABLES: [(COMPANY, "dbo", "Company", "Tenant")],
    queries.COLUMNS: [
        (COMPANY, "CompanyID", "bigint", 8, 19, 0, False, None, None, True, "Surrogate key"),
        (COMPANY, "CompanyName", "nvarchar", 400, 0, 0, False, None, None, False, None),
        (COMPANY, "Nick", "varchar", 50, 0, 0, True, None, None, False, None),
        (COMPANY, "BusinessNames", "nvarchar", -1, 0, 0, True, None, None, False, None),
        (COMPANY, "Price", "numeric", 9, 10, 2, True, None, None, False, None),
        (COMPANY, "MetAt", "datetime2", 8, 27, 6, False, "(getdate())", "DF_Company_MetAt", False, None),
        (COMPANY, "SeenAt", "datetime2", 8, 27, 6, False, "(sysutcdatetime())", "DF_Company_SeenAt", False, None),
        (COMPANY, "OldAt", "datetime2", 7, 23, 3, True, None, None, False, None),
        (COMPANY, "IsDeleted", "bit", 1, 1, 0, False, "((0))", "DF__Company__1", False, None),
    ],
    queries.CHECKS: [
        (COMPANY, "CK_Company_BusinessNamesJson", "(isjson([BusinessNames])=(1))"),
        (COMPANY, "CK_Company_Name", "(len([CompanyName])>(0))"),
    ],
    queries.KEY_COLUMNS: [
        (COMPANY, "PK_Company", "CompanyID", True, True, False, None),
        (COMPANY, "UQ_Company_CompanyName", "CompanyName", True, False, False, "([IsDeleted]=(0))"),
        (COMPANY, "IX_Company_MetAt_Nick", "MetAt", False, False, False, None),
        (COMPANY, "IX_Company_MetAt_Nick", "Nick", False, False, False, None),
    ],
    queries.FOREIGN_KEYS: [
        (COMPANY, "FK_Company_Company_ParentCompanyID", "ParentCompanyID", "dbo", "Company", "CompanyID", "NO_ACTION",
         "CASCADE"),
    ],
    queries.TRIGGERS: [
        (COMPANY, "TR_Company", "UPDATE", False, False),
        (COMPANY, "TR_Company", "DELETE", False, False),
    ],
    queries.POLICIES: [(COMPANY, "TenantPolicy.FILTER", "FILTER", "([rls].[company]([CompanyID]))", 1)],
    queries.PROGRAMS: [("dbo", "Here", "SELECT SYSUTCDATETIME() AT TIME ZONE 'UTC'")],
    queries.GRANTS: [("eventlead_app", "dbo", "Company", "DELETE", "")],
}  # fmt: skip


class FakeConnection:
    """Answers each query of the reader with the rows above."""

    vendor = "microsoft"

    def cursor(self) -> FakeConnection:
        return self

    def __enter__(self) -> FakeConnection:
        return self

    def __exit__(self, *failure: object) -> None:
        """Nothing to close."""

    def execute(self, sql: str, values: tuple[str, ...] = ()) -> None:
        assert sql.count("%s") == len(values)
        self.rows = next(rows for query, rows in ROWS.items() if query.split("{")[0] == sql.split("%s")[0])

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self.rows


@pytest.fixture
def catalogue() -> Catalogue:
    return read_catalogue(FakeConnection())


def test_columns_have_the_types_of_the_dictionary(catalogue: Catalogue) -> None:
    (company,) = catalogue.tables
    assert {column.name: column.logical_type for column in company.columns} == {
        "CompanyID": "bigint",
        "CompanyName": "text(200)",
        "Nick": "varchar",
        "BusinessNames": "json",
        "Price": "decimal(10,2)",
        "MetAt": "timestamp",
        "SeenAt": "timestamp",
        "OldAt": "datetime2(3)",
        "IsDeleted": "bool",
    }


def test_keys_rules_and_triggers(catalogue: Catalogue) -> None:
    (company,) = catalogue.tables
    assert company.primary_key is not None
    assert company.primary_key.columns == ("CompanyID",)
    assert [check.name for check in company.checks] == ["CK_Company_Name"]
    assert {index.name: index.columns for index in company.indexes} == {
        "UQ_Company_CompanyName": ("CompanyName",),
        "IX_Company_MetAt_Nick": ("MetAt", "Nick"),
    }
    assert company.triggers[0].events == {"UPDATE", "DELETE"}
    assert company.is_row_security_enabled


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "objects"),
    [
        ("S1", ["dbo.Company.Nick"]),
        ("S6", []),
        ("S16", ["dbo.Company.OldAt"]),
        ("S17", ["dbo.Company.MetAt"]),
        ("S18", ["dbo.Here"]),
        ("S24", []),
        ("S26", []),
        ("S27", []),
        ("S28", []),
        ("S29", ["dbo.Company DF__Company__1"]),
        ("S34", []),
        ("S43", ["dbo.Company FK_Company_Company_ParentCompanyID"]),
    ],
)
def test_rules_read_its_catalogue(catalogue: Catalogue, rule: str, objects: list[str]) -> None:
    context = Context(FakeConnection(), catalogue)
    (result,) = check(context, rules=[r for r in all_rules() if r.id == rule], exemptions=()).results
    assert [found.object for found in result.findings] == objects
