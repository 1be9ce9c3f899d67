"""What a rule reports, and the register that rules enter themselves into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from common.standards.statements import STATEMENTS, Severity, Statement

if TYPE_CHECKING:
    from common.standards.context import Context

SEVERITIES: Final[dict[Severity, str]] = {"C": "critical", "H": "high", "M": "medium"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """``object`` is stable (schema.Table, schema.Table.Column, file …), so that exemptions can name it."""

    object: str
    message: str
    fix: str


Search = Callable[["Context"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One numbered rule and the function that looks for what breaks it."""

    id: str
    wording: Statement
    search: Search


_rules: dict[str, Rule] = {}


def rule(number: str) -> Callable[[Search], Search]:
    """Register the decorated function, which yields what breaks the rule of that number."""
    statement = STATEMENTS[number]

    def register(search: Search) -> Search:
        if number in _rules:
            raise ValueError(f"{number} is registered twice")
        _rules[number] = Rule(number, statement, search)
        return search

    return register


def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the numbers."""
    from common.standards import rules  # noqa: F401  loading the package registers them

    return tuple(sorted(_rules.values(), key=lambda found: int(found.id[1:])))
