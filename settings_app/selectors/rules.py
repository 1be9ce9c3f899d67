"""Validation rules of a country and type, in the order of trial (CV-1, CV-6).

A process keeps them for five minutes and drops its copies at once when a rule or a company's choice changes anywhere:
whoever changes one calls ``rules_changed``.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from common.tenancy import company_scope
from settings_app.models import CompanyValidationRule, ValidationRule
from settings_app.selectors.versions import Freshness, raise_version

VERSION_KEY = "rules-version"
_LIFETIME_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Rule:
    """An active rule as stored; ``country_code`` None means worldwide."""

    id: int
    rule_key: str
    rule_type_code: str
    country_code: str | None
    pattern: str
    message: str
    description: str
    checksum: str | None
    min_length: int | None
    max_length: int | None
    example: str
    display_format: str | None
    display_example: str | None
    is_prefix_stripped: bool
    spacing_pattern: str | None
    sort_order: int


@dataclass(frozen=True, slots=True)
class _Choice:
    is_enabled: bool
    sort_order: int | None


class _Cache:
    """Active rules in the order of trial, and the choices of the companies that were asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._freshness = Freshness(VERSION_KEY, _LIFETIME_SECONDS)
        self.clear()

    def clear(self) -> None:
        self._rules: tuple[Rule, ...] = ()
        self._choices: dict[int, Mapping[int, _Choice]] = {}
        self._freshness.expire()

    def rules(self) -> tuple[Rule, ...]:
        with self._lock:
            self._refresh()
            return self._rules

    def choices(self, company_id: int) -> Mapping[int, _Choice]:
        with self._lock:
            self._refresh()
            if company_id not in self._choices:
                self._choices[company_id] = _read_choices(company_id)
            return self._choices[company_id]

    def _refresh(self) -> None:
        if not self._freshness.holds():
            self._freshness.renew()
            self._choices = {}
            try:
                self._rules = _read_rules()
            except BaseException:
                self._freshness.expire()
                raise


def rules_for(country_code: str, rule_type_code: str, company_id: int | None = None) -> tuple[Rule, ...]:
    """Return the rules to try, in order: the country's, then worldwide ones.

    A company that has made choices among them gets those it enabled, in its order; others get all active ones (CV-6).
    """
    rules = [
        rule
        for rule in _cache.rules()
        if rule.rule_type_code == rule_type_code and rule.country_code in (country_code, None)
    ]
    choices = {} if company_id is None else _cache.choices(company_id)
    return _chosen(rules, choices)


def rules_changed() -> None:
    """Drop the copies of this process now and, once the change is committed, those of all processes."""
    forget_rules()
    transaction.on_commit(_announce)


def forget_rules() -> None:
    """Drop the copies this process holds."""
    _cache.clear()


def _announce() -> None:
    forget_rules()
    raise_version(VERSION_KEY)


def _chosen(rules: Sequence[Rule], choices: Mapping[int, _Choice]) -> tuple[Rule, ...]:
    made = {rule.id: choices[rule.id] for rule in rules if rule.id in choices}
    if not made:
        return tuple(rules)

    def order(rule: Rule) -> tuple[bool, int, int]:
        override = made[rule.id].sort_order
        return rule.country_code is None, rule.sort_order if override is None else override, rule.id

    return tuple(sorted((rule for rule in rules if rule.id in made and made[rule.id].is_enabled), key=order))


def _read_rules() -> tuple[Rule, ...]:
    rows = ValidationRule.objects.alive().filter(is_active=True).select_related("rule_type", "country")
    rules = [_rule(row) for row in rows]
    return tuple(sorted(rules, key=lambda rule: (rule.country_code is None, rule.sort_order, rule.id)))


def _rule(row: ValidationRule) -> Rule:
    return Rule(
        id=row.pk,
        rule_key=row.rule_key,
        rule_type_code=row.rule_type.code,
        country_code=row.country.country_code if row.country is not None else None,
        pattern=row.validation_pattern,
        message=row.validation_message,
        description=row.description,
        checksum=row.checksum_algorithm,
        min_length=row.min_length,
        max_length=row.max_length,
        example=row.example_value,
        display_format=row.display_format,
        display_example=row.display_example,
        is_prefix_stripped=row.is_prefix_stripped,
        spacing_pattern=row.spacing_pattern,
        sort_order=row.sort_order,
    )


def _read_choices(company_id: int) -> dict[int, _Choice]:
    with company_scope(company_id):
        rows = CompanyValidationRule.objects.alive().values_list(
            "validation_rule_id", "is_enabled", "sort_order_override"
        )
        return {rule_id: _Choice(is_enabled, order) for rule_id, is_enabled, order in rows}


_cache = _Cache()
