"""What is asked of entries of a country, for forms and clients: shown exactly when it is enforced (GEN-9)."""

from __future__ import annotations

from dataclasses import dataclass

from reference.selectors.lookups import active_rows
from reference.services.validation.engine import usable_rules
from settings_app.selectors import Rule


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """The rules of one type in the order of trial. Lengths are of the normalised value; None is unlimited."""

    rule_type_code: str
    has_rules: bool
    min_length: int | None
    max_length: int | None
    example: str | None
    display_example: str | None
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in words."""

    rule_key: str
    description: str
    example: str
    display_example: str


def rule_summaries(
    country_code: str, rule_type_code: str | None = None, company_id: int | None = None
) -> list[RuleSummary]:
    """Return one summary for each rule type, or for the one asked for, as the company has chosen (CV-6)."""
    codes = [row.code for row in active_rows("RuleType") if rule_type_code in (None, row.code)]
    return [_summary(code, usable_rules(country_code, code, company_id)) for code in codes]


def first_example(country_code: str, rule_type_code: str) -> str | None:
    """Return the example of the first rule of a type, or None without rules."""
    rules = usable_rules(country_code, rule_type_code)
    return rules[0].example if rules else None


def _summary(code: str, rules: list[Rule]) -> RuleSummary:
    shortest = [rule.min_length for rule in rules if rule.min_length is not None]
    longest = [rule.max_length for rule in rules if rule.max_length is not None]
    lines = tuple(
        RuleLine(rule.rule_key, rule.description, rule.example, rule.display_example or rule.example) for rule in rules
    )
    return RuleSummary(
        rule_type_code=code,
        has_rules=bool(rules),
        min_length=min(shortest) if rules and len(shortest) == len(rules) else None,
        max_length=max(longest) if rules and len(longest) == len(rules) else None,
        example=lines[0].example if lines else None,
        display_example=lines[0].display_example if lines else None,
        rules=lines,
    )
