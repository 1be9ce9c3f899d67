"""Runs the rules and puts their findings against the exemptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from common.standards.context import Context
from common.standards.exemptions import EXEMPTIONS, Exemption
from common.standards.findings import SEVERITIES, Finding, Rule, all_rules

Status = Literal["passed", "failed", "exempted", "not applicable"]


@dataclass(frozen=True, slots=True)
class Result:
    """One rule of a run: its findings, and those that an exemption covers with the reason."""

    rule: Rule
    findings: tuple[Finding, ...]
    exempted: tuple[tuple[Finding, str], ...]
    is_applicable: bool = True

    @property
    def status(self) -> Status:
        if not self.is_applicable:
            return "not applicable"
        if self.findings:
            return "failed"
        return "exempted" if self.exempted else "passed"


@dataclass(frozen=True, slots=True)
class Report:
    vendor: str
    results: tuple[Result, ...]
    stale: tuple[Exemption, ...]

    def is_clean(self, *, warn_medium: bool = False) -> bool:
        """No finding and no stale exemption; with ``warn_medium`` findings of medium rules only warn."""
        failed = [result for result in self.results if result.status == "failed"]
        return not self.stale and not [r for r in failed if not (warn_medium and r.rule.wording.severity == "M")]

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain data; its keys and their order are an interface."""
        return {
            "vendor": self.vendor,
            "violations": sum(len(result.findings) for result in self.results),
            "rules": [_result_data(result) for result in self.results],
            "staleExemptions": [
                {"rule": item.rule, "object": item.object, "reason": item.reason} for item in self.stale
            ],
        }


def _result_data(result: Result) -> dict[str, Any]:
    return {
        "rule": result.rule.id,
        "severity": SEVERITIES[result.rule.wording.severity],
        "sources": result.rule.wording.sources,
        "statement": result.rule.wording.text,
        "status": result.status,
        "findings": [{"object": found.object, "message": found.message, "fix": found.fix} for found in result.findings],
        "exempted": [
            {"object": found.object, "message": found.message, "reason": reason} for found, reason in result.exempted
        ],
    }


def check(
    context: Context, *, rules: Iterable[Rule] | None = None, exemptions: Sequence[Exemption] = EXEMPTIONS
) -> Report:
    """Run all rules, or those given (stale exemptions are then looked for among these rules only)."""
    chosen = tuple(all_rules() if rules is None else rules)
    ids = {rule.id for rule in chosen}
    in_force = [item for item in exemptions if item.rule in ids and not item.has_ended(context.catalogue)]
    used: set[Exemption] = set()
    results = tuple(_run(rule, context, in_force, used) for rule in chosen)
    stale = tuple(item for item in exemptions if item.rule in ids and item not in used)
    return Report(context.catalogue.vendor, results, stale)


def _run(rule: Rule, context: Context, exemptions: Sequence[Exemption], used: set[Exemption]) -> Result:
    if context.catalogue.vendor not in rule.wording.vendors:
        return Result(rule, (), (), is_applicable=False)
    findings: list[Finding] = []
    exempted: list[tuple[Finding, str]] = []
    for found in sorted(set(rule.search(context))):
        cover = next((item for item in exemptions if item.covers(rule.id, found.object)), None)
        if cover is None:
            findings.append(found)
        else:
            used.add(cover)
            exempted.append((found, cover.reason))
    return Result(rule, tuple(findings), tuple(exempted))
