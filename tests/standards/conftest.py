"""Runs single rules against the test database as it is within the test's transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from common.db.postgresql import grants
from common.standards.checking import check
from common.standards.context import Context
from common.standards.findings import Finding, all_rules

Run = Callable[..., list[Finding]]


@pytest.fixture
def search(db: None) -> Run:
    """``search("S5")``: findings of one rule without exemptions; keywords replace parts of the context."""
    rules = {rule.id: rule for rule in all_rules()}

    def run(number: str, **changes: Any) -> list[Finding]:
        context = Context.of(connection).with_(**changes)
        (result,) = check(context, rules=[rules[number]], exemptions=()).results
        return list(result.findings)

    return run


@pytest.fixture
def execute(db: None) -> Callable[..., None]:
    """Run statements in the test's transaction, which is rolled back."""

    def run(*statements: str) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    return run


@pytest.fixture
def granted(db: None) -> None:
    """The role matrix as ``migrate`` leaves it; creates the roles on a server that has none yet."""
    grants.apply(connection)
