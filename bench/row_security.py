"""Lists of members and of own companies with row-level security against the same lists without it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connections

from bench.outcome import Outcome
from bench.scratch import scratch_database
from common.db.grants import APP
from common.db.postgresql import grants
from common.db.row_security import declared_tables
from common.db.schemas import locate
from common.db.session_context import EMPTY
from common.tenancy import company_scope
from companies.selectors import describe_member, members, own_companies
from reference.selectors import code_id

BAR = 1.10
_PAGE = 25
_ROUNDS = 150
_CALLS_A_ROUND = 3
_USERS_A_COMPANY = 10
_LARGE_COMPANY, _LARGE_MEMBERS = 1, 2_000
_COMPANIES_OF_PERSON = 4

_USERS = """
INSERT INTO dbo."User" ("UserID", "Email", "PasswordHash", "FirstName", "LastName", "SessionToken", "UserStatusID",
                        "UserRoleID")
SELECT n, 'person' || n || '@bench.example', '!', 'Robin', 'Person ' || md5(n::text), md5(n::text), %s, %s
FROM generate_series(1, %s) AS n
"""
_COMPANIES = """
INSERT INTO dbo."Company" ("CompanyID", "CompanyName", "CountryID")
SELECT n, 'Company ' || n, %s FROM generate_series(1, %s) AS n
"""
# Everybody belongs to one company, every tenth person to three more, and many to the large one.
_MEMBERSHIPS = """
INSERT INTO dbo."UserCompany" ("UserID", "CompanyID", "UserCompanyRoleID", "UserCompanyStatusID", "JoinedViaID",
                               "IsPrimaryCompany")
SELECT person, company, %(role)s, %(status)s, %(via)s, bool_or(is_primary) FROM (
    SELECT n AS person, 1 + n %% %(companies)s AS company, true AS is_primary FROM generate_series(1, %(users)s) AS n
    UNION ALL
    SELECT n, 1 + (n + k * 37) %% %(companies)s, false
    FROM generate_series(10, %(users)s, 10) AS n, generate_series(1, 3) AS k
    UNION ALL
    SELECT n, %(large)s, false FROM generate_series(1, %(members)s) AS n
) AS wanted GROUP BY person, company
"""


def run(rows: int) -> Outcome:
    """Measure with a tenth of ``rows`` as people; both ways take turns, and the best round of each counts."""
    users = max(rows // 10, 1_000)
    with scratch_database() as connection, as_default(connection):
        grants.apply(connection)
        _fill(connection, users)
        lists = {"members of a large company": _members(_LARGE_COMPANY), "members of a company": _members(7)}
        lists["companies of a person"] = lambda: len(own_companies(20, 21))
        found = {name: _compare(connection, call) for name, call in lists.items()}
    ratios = {name: with_it / without for name, (with_it, without) in found.items()}
    return Outcome(
        measured={
            name: f"{with_it:.2f} ms with, {without:.2f} ms without" for name, (with_it, without) in found.items()
        },
        ratios={name.replace(" ", "_"): round(ratio, 2) for name, ratio in ratios.items()},
        bars={f"{name} cost at most {BAR - 1:.0%} more": ratio <= BAR for name, ratio in ratios.items()},
    )


@contextmanager
def as_default(connection: Any) -> Iterator[None]:
    """Let the selectors read the scratch database."""
    default = connections["default"]
    connections["default"] = connection
    try:
        yield
    finally:
        connections["default"] = default


def _fill(connection: Any, users: int) -> None:
    companies = users // _USERS_A_COMPANY
    with connection.cursor() as cursor:
        cursor.execute(_USERS, [code_id("UserStatus", "active"), code_id("UserRole", "company_user"), users])
        cursor.execute(_COMPANIES, [code_id("Country", "AU"), companies])
        cursor.execute(
            _MEMBERSHIPS,
            {
                "role": code_id("UserCompanyRole", "company_user"),
                "status": code_id("UserCompanyStatus", "active"),
                "via": code_id("JoinedVia", "invitation"),
                "companies": companies,
                "users": users,
                "large": _LARGE_COMPANY,
                "members": min(_LARGE_MEMBERS, users),
            },
        )
        for table in ("User", "Company", "UserCompany"):
            cursor.execute(f'VACUUM (ANALYZE) dbo."{table}"')


def _members(company_id: int) -> Callable[[], int]:
    """The first page of the list and its total, as the endpoint reads them."""

    def call() -> int:
        with company_scope(company_id, company_id):
            rows = members(company_id)
            return int(rows.count()) + len([describe_member(row) for row in rows[:_PAGE]])

    return call


def _compare(connection: Any, call: Callable[[], int]) -> tuple[float, float]:
    """Milliseconds of one call in the best round with and without the layer, the session context included."""
    with_it: list[float] = []
    without: list[float] = []
    for _ in range(_ROUNDS):
        _switch(connection, "ENABLE")
        expected = call()
        with_it.append(_milliseconds(connection, call))
        _switch(connection, "DISABLE")
        with mock.patch("common.db.postgresql.session_context.wanted_context", return_value=EMPTY):
            if call() != expected:
                raise RuntimeError("row-level security changes what the list shows")
            without.append(_milliseconds(connection, call))
    return min(with_it), min(without)


def _switch(connection: Any, action: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        for table in declared_tables():
            schema, bare = locate(table.table)
            cursor.execute(f'ALTER TABLE "{schema}"."{bare}" {action} ROW LEVEL SECURITY')
        cursor.execute(f"SET ROLE {APP}")


def _milliseconds(connection: Any, call: Callable[[], int]) -> float:
    started = time.perf_counter()
    for _ in range(_CALLS_A_ROUND):
        call()
    return (time.perf_counter() - started) * 1000 / _CALLS_A_ROUND
