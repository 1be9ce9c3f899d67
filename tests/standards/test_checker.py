"""The checker as a whole: a clean run, every rule proved, exemptions, exit status and report."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from common.standards import checking
from common.standards.checking import check
from common.standards.context import Context
from common.standards.exemptions import EXEMPTIONS, Exemption
from common.standards.filters import parse_filter
from common.standards.findings import all_rules
from common.standards.statements import STATEMENTS
from tests.standards.live_cases import CASES

pytestmark = pytest.mark.django_db

FINE = 'ALTER TABLE dbo."Company" ADD COLUMN "Extra" int'


def run_command(**options: Any) -> str:
    out = io.StringIO()
    call_command("standards", stdout=out, **options)
    return out.getvalue()


def test_there_are_fifty_rules_and_each_has_a_failing_fixture() -> None:
    """S1 to S50: no rule is vacuous."""
    numbers = [f"S{number}" for number in range(1, 51)]
    assert [rule.id for rule in all_rules()] == numbers == list(STATEMENTS)
    proved = {case.rule for case in CASES}
    for path in Path(__file__).parent.glob("test_*_rules.py"):
        proved |= set(re.findall(r'"""(S\d+)\b', path.read_text(encoding="utf-8")))
    assert set(numbers) - proved == set()


def test_the_product_has_no_violation(granted: None) -> None:
    report = check(Context.of(connection))
    assert [(result.rule.id, found) for result in report.results for found in result.findings] == []
    assert report.stale == ()
    assert report.is_clean()
    assert "0 violations" in run_command()


def test_violation_fails_the_command(granted: None, execute: Callable[..., None]) -> None:
    execute(FINE)
    with pytest.raises(CommandError) as failure:
        run_command()
    assert failure.value.returncode == 1


def test_medium_violations_may_only_warn(granted: None, execute: Callable[..., None]) -> None:
    execute('COMMENT ON TABLE dbo."Company" IS NULL')
    assert "has another comment" in run_command(warn_medium=True)
    with pytest.raises(CommandError):
        run_command()
    execute(FINE)
    with pytest.raises(CommandError):
        run_command(warn_medium=True)


def test_exemption_covers_its_finding_with_a_reason(granted: None, execute: Callable[..., None]) -> None:
    execute('CREATE INDEX phones ON dbo."Company" ("Phone")')
    rules = [rule for rule in all_rules() if rule.id == "S27"]
    exemption = Exemption("S27", "dbo.Company phones", "named by a partner")
    report = check(Context.of(connection), rules=rules, exemptions=[exemption])
    assert report.is_clean()
    assert report.as_data()["rules"][0]["exempted"][0]["reason"] == "named by a partner"
    assert report.results[0].status == "exempted"


def test_stale_exemption_fails(granted: None, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = Exemption("S27", "dbo.Company phones", "named by a partner")
    report = check(Context.of(connection), exemptions=[*EXEMPTIONS, stale])
    assert report.stale == (stale,)
    assert not report.is_clean()
    monkeypatch.setitem(check.__kwdefaults__, "exemptions", (*EXEMPTIONS, stale))
    with pytest.raises(CommandError) as failure:
        run_command()
    assert failure.value.returncode == 1


def test_exemption_ends_with_its_condition(granted: None, execute: Callable[..., None]) -> None:
    """An exemption for what is not there yet covers nothing once it is there, however incomplete."""
    exemption = Exemption(
        "S35", "*", "comes later", ends_when=lambda catalogue: any(t.policies for t in catalogue.tables)
    )
    rules = [rule for rule in all_rules() if rule.id == "S35"]
    execute(
        'ALTER TABLE dbo."Company" DISABLE ROW LEVEL SECURITY',
        'CREATE POLICY probe ON dbo."Company" USING ("CompanyID" = 1)',
    )
    report = check(Context.of(connection), rules=rules, exemptions=[exemption])
    assert report.stale == (exemption,)
    assert report.results[0].status == "failed"


def test_json_is_stable(granted: None, execute: Callable[..., None]) -> None:
    execute(FINE)
    context = Context.of(connection)
    first = json.dumps(check(context).as_data())
    assert json.dumps(check(Context.of(connection)).as_data()) == first
    data = json.loads(first)
    assert list(data) == ["vendor", "violations", "rules", "staleExemptions"]
    rule = next(rule for rule in data["rules"] if rule["rule"] == "S37")
    assert list(rule) == ["rule", "severity", "sources", "statement", "status", "findings", "exempted"]
    assert rule["findings"] == [
        {
            "object": "dbo.Company Extra",
            "message": "column is not declared",
            "fix": "drop it, or declare it in the model and make a migration",
        }
    ]
    with pytest.raises(CommandError):
        run_command(format="json")


def test_reader_refuses_an_unknown_vendor() -> None:
    from common.standards.catalogue import read_catalogue

    with pytest.raises(ValueError, match="sqlite"):
        read_catalogue(type("Connection", (), {"vendor": "sqlite"})())
    assert checking.check is check


@pytest.mark.parametrize(
    ("condition", "terms"),
    [
        (None, set()),
        ('(NOT "IsDeleted")', {("IsDeleted", "= false")}),
        ('(("ABN" IS NOT NULL) AND (NOT "IsDeleted"))', {("ABN", "IS NOT NULL"), ("IsDeleted", "= false")}),
        ('("IsPrimary" AND (NOT "IsDeleted"))', {("IsPrimary", "= true"), ("IsDeleted", "= false")}),
        ("((\"Status\")::text = 'new'::text)", {("Status", "= 'new'")}),
        ('("Score" >= 3)', {("Score", ">= 3")}),
        ("([IsDeleted]=(0) AND [ABN] IS NOT NULL)", {("IsDeleted", "= false"), ("ABN", "IS NOT NULL")}),
        ("([Score]=(0))", {("Score", "= 0")}),
        ('("A" IS NULL) OR ("B" IS NULL)', None),
        ("(lower(\"Email\") = 'x')", None),
    ],
)
def test_filters_of_both_vendors(condition: str | None, terms: set[tuple[str, str]] | None) -> None:
    """S45: a live filter is read into the terms that the declaration has."""
    assert parse_filter(condition) == terms
