"""Conditions of filtered indexes as sets of terms, whether a model declares them or a catalogue prints them (S45)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from django.db.models import Q

Filter = frozenset[tuple[str, str]]

LIVE: Filter = frozenset({("IsDeleted", "= false")})

_COLUMN = r'(?:"(?P<pg>\w+)"|\[(?P<ms>\w+)\])'
_CAST = r"(?:::[a-z ]+(?:\(\d+\))?)?"
_CONSTANT = rf"(?:\(*(?P<number>-?\d+(?:\.\d+)?)\)*|N?'(?P<text>[^']*)'{_CAST}|(?P<bool>true|false))"
_TERMS: tuple[tuple[re.Pattern[str], Callable[[Any], str]], ...] = (
    (re.compile(rf"NOT {_COLUMN}"), lambda found: "= false"),
    (re.compile(rf"{_COLUMN} IS (?P<null>NOT NULL|NULL)"), lambda found: f"IS {found['null']}"),
    (
        re.compile(rf"\(*{_COLUMN}\)*{_CAST} ?(?P<operator>=|<>|<=|>=|<|>) ?{_CONSTANT}"),
        lambda found: f"{found['operator']} {found['number'] or found['bool'] or repr(found['text'])}",
    ),
    (re.compile(_COLUMN), lambda found: "= true"),
)
_LOOKUPS = {"exact": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


def parse_filter(condition: str | None) -> Filter | None:
    """Read the condition of a live index; None when it is more than ANDed comparisons with constants."""
    if not condition:
        return frozenset()
    terms: set[tuple[str, str]] = set()
    for part in _conjuncts(condition):
        term = _term(part)
        if term is None:
            return None
        terms.add(term)
    return frozenset(terms)


def _conjuncts(text: str) -> Iterator[str]:
    text = _without_outer_brackets(text.strip())
    depth, start, is_quoted = 0, 0, False
    for place, character in enumerate(text):
        if character == "'":
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += {"(": 1, ")": -1}.get(character, 0)
            if depth == 0 and text.startswith(" AND ", place):
                yield from _conjuncts(text[start:place])
                start = place + len(" AND ")
    if start == 0:
        yield text
    else:
        yield from _conjuncts(text[start:])


def _without_outer_brackets(text: str) -> str:
    while text.startswith("(") and text.endswith(")") and _closes_at_end(text):
        text = text[1:-1].strip()
    return text


def _closes_at_end(text: str) -> bool:
    depth = 0
    for place, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return place == len(text) - 1
    return False


def _term(part: str) -> tuple[str, str] | None:
    for pattern, render in _TERMS:
        found = pattern.fullmatch(part)
        if found:
            groups = found.groupdict()
            rest = render(groups)
            is_bit = groups.get("ms") and groups.get("operator") == "=" and groups.get("number") in {"0", "1"}
            if is_bit and str(groups["ms"]).startswith(("Is", "Has", "Can", "Allow")):
                rest = "= true" if groups["number"] == "1" else "= false"
            return str(groups["pg"] or groups["ms"]), rest
    return None


def declared_filter(model: type[models.Model], condition: Q | None) -> Filter:
    """Turn the condition of a declared index or unique rule into terms.

    Raises:
        ValueError: the condition is more than ANDed comparisons of a column with a constant (S45).
    """
    return frozenset(_declared_terms(model, condition)) if condition is not None else frozenset()


def _declared_terms(model: type[models.Model], condition: Q) -> Iterator[tuple[str, str]]:
    if condition.negated or (condition.connector != Q.AND and len(condition.children) > 1):
        raise ValueError("holds OR or NOT")
    for child in condition.children:
        if isinstance(child, Q):
            yield from _declared_terms(model, child)
        elif isinstance(child, tuple):
            yield _declared_term(model, *child)
        else:
            raise ValueError(f"holds the expression {child}")


def _declared_term(model: type[models.Model], path: str, value: Any) -> tuple[str, str]:
    name, _, lookup = path.partition("__")
    field: Any = model._meta.get_field(name)
    if lookup == "isnull":
        return str(field.column), "IS NULL" if value else "IS NOT NULL"
    operator = _LOOKUPS.get(lookup or "exact")
    if operator is None:
        raise ValueError(f"uses {lookup}")
    if field.is_relation or field.primary_key:
        raise ValueError(f"compares the key {field.column} with a constant")
    if not isinstance(value, bool | int | str):
        raise ValueError(f"compares {field.column} with something that is no constant")
    if isinstance(value, bool):
        return str(field.column), f"{operator} {str(value).lower()}"
    return str(field.column), f"{operator} {value!r}" if isinstance(value, str) else f"{operator} {value}"
