"""A report as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from common.standards.checking import Report, Result
from common.standards.findings import SEVERITIES

_WIDTH = 100


def as_json(report: Report) -> str:
    return json.dumps(report.as_data(), indent=2, ensure_ascii=False)


def as_table(report: Report) -> str:
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{'Rule':<5} {'Severity':<9} {'Source':<6} {'Status':<14} Statement"
    for result in report.results:
        yield from _rule_lines(result)
    yield ""
    for item in report.stale:
        yield f"stale exemption: {item.rule} {item.object} ({item.reason})"
        yield "  fix: remove it from common/standards/exemptions.py"
    findings = sum(len(result.findings) for result in report.results)
    exempted = sum(len(result.exempted) for result in report.results)
    passed = sum(result.status == "passed" for result in report.results)
    yield f"{len(report.results)} rules, {passed} passed, {findings} violations, {exempted} exempted findings"


def _rule_lines(result: Result) -> Iterator[str]:
    severity, sources, text, _ = result.rule.wording
    statement = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
    yield f"{result.rule.id:<5} {SEVERITIES[severity]:<9} {sources:<6} {result.status:<14} {statement}"
    for found in result.findings:
        yield f"      - {found.object}: {found.message}"
        yield f"        fix: {found.fix}"
    for reason in sorted({reason for _, reason in result.exempted}):
        count = sum(other == reason for _, other in result.exempted)
        yield f"      exempt ({count}): {reason}"
