"""Seed files and codes: S40, S49."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from django.db import models

from common.seeding import SeedRefused, SeedSet, load
from common.seeding.declarations import LOOKUP_CODE, UPPER_SNAKE
from common.standards.catalogue import Table
from common.standards.context import Context, Model
from common.standards.findings import Finding, rule

_ISO = {"CountryCode": r"[A-Z]{2}", "CurrencyCode": r"[A-Z]{3}", "LanguageCode": r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"}
_UPPER = ("SettingKey", "RuleKey")
_EVENT_COLUMNS = {("log", "AuthEvent"): "EventType", ("audit", "ActivityLog"): "Action"}


def code_pattern(column: str) -> str | None:
    """Return the shape of a code column; None for columns that hold no code of ours."""
    if column in _ISO:
        return _ISO[column]
    if column in _UPPER:
        return UPPER_SNAKE
    return LOOKUP_CODE if column.endswith("Code") else None


@rule("S40")
def seeds_fit(context: Context) -> Iterator[Finding]:
    for problem in _problems(context):
        file, _, message = problem.partition(": ")
        yield Finding(file, message or "is refused", "correct the file or add the column to the model first")


def _problems(context: Context) -> tuple[str, ...]:
    try:
        load(context.seeds, using=context.connection.alias, check_only=True)
    except SeedRefused as refused:
        return refused.problems
    return ()


@rule("S49")
def codes(context: Context) -> Iterator[Finding]:
    for seeds in context.seeds:
        yield from _seed_codes(seeds)
    for table in context.catalogue.business_tables("ref", "config"):
        for column in table.columns:
            pattern = code_pattern(column.name) if column.kind == "text" else None
            if pattern:
                yield from _live_codes(context, table, column.name, pattern)
    for place, column_name in _EVENT_COLUMNS.items():
        found = context.catalogue.by_place.get(place)
        if found is not None:
            yield from _live_codes(context, found, column_name, UPPER_SNAKE)
    for model in context.models:
        yield from _event_names(model)


def _seed_codes(seeds: SeedSet) -> Iterator[Finding]:
    for file in seeds.files:
        path = seeds.path(file)
        if not path.exists():
            continue  # S40 names it
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                for column, code in row.items():
                    pattern = code_pattern(column or "")
                    if pattern and code and not re.fullmatch(pattern, code):
                        yield Finding(path.name, f"{column} {code!r} does not match {pattern}", "correct the code")


def _live_codes(context: Context, table: Table, column: str, pattern: str) -> Iterator[Finding]:
    for code in context.sample(table, column):
        if not re.fullmatch(pattern, code):
            yield Finding(f"{table.label}.{column}", f"{code!r} does not match {pattern}", "correct the row's writer")


def _event_names(model: Model) -> Iterator[Finding]:
    """Names that the IN check of EventType allows."""
    for check in model._meta.constraints:
        condition = getattr(check, "condition", None)
        if not isinstance(check, models.CheckConstraint) or condition is None:
            continue
        for child in condition.children:
            if isinstance(child, tuple) and child[0] == "event_type__in":
                for name in child[1]:
                    if not re.fullmatch(UPPER_SNAKE, name):
                        yield Finding(f"{model._meta.db_table}.EventType", f"{name!r} is not UPPER_SNAKE", "rename it")
