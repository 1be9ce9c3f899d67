"""Security policies of SQL Server, as the script for it says them; what only a server can tell is not proved here."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.apps import apps
from sqlglot import exp, parse_one
from sqlglot.errors import ErrorLevel

from common.db.ddl import ddl_statements

GUARD = "IF OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL EXEC(N'"
PLACE = r"ON \[(\w+)\]\.\[(\w+)\]"


@pytest.fixture(scope="module")
def guarded() -> list[str]:
    """Statements of row-level security as a server with security policies runs them."""
    statements = ddl_statements("mssql")
    return [text.removeprefix(GUARD)[:-3].replace("''", "'") for text in statements if text.startswith(GUARD)]


def test_one_security_policy_a_schema(guarded: list[str]) -> None:
    """database.md 9.16: a filter and two block predicates for each tenant table."""
    policies = sorted(text for text in guarded if text.startswith("CREATE SECURITY POLICY"))
    names = [re.findall(r"POLICY \[(\w+)\]\.\[RLS_Tenants\]", text)[0] for text in policies]
    assert names == ["audit", "config", "dbo"]
    tenants = [
        model._meta.db_table
        for model in apps.get_models()
        if hasattr(model, "access") and model.access.is_tenant_scoped
    ]
    for pattern in (rf"ADD FILTER PREDICATE [^)]+\) {PLACE}", rf"{PLACE} AFTER INSERT", rf"{PLACE} AFTER UPDATE"):
        found = [".".join(place) for text in policies for place in re.findall(pattern, text)]
        assert Counter(found) == Counter(tenants), pattern


def test_predicates_are_inline_functions_over_session_context(guarded: list[str]) -> None:
    functions = [text for text in guarded if text.startswith("CREATE FUNCTION")]
    for text in functions:
        query = text.split(" RETURN ", 1)[1]
        assert isinstance(parse_one(query, dialect="tsql", error_level=ErrorLevel.RAISE), exp.Select), text
        assert "WITH SCHEMABINDING AS RETURN SELECT 1" in text
        assert "SESSION_CONTEXT(N'eventlead.scope')" in text
        assert "IS_ROLEMEMBER(N'db_owner') = 1" in text
        assert "eventlead_app" not in text
    called = set(re.findall(r"PREDICATE (\[\w+\]\.\[\w+\])\(", " ".join(guarded)))
    assert {re.findall(r"FUNCTION (\S+?)\(", text)[0] for text in functions} == called
