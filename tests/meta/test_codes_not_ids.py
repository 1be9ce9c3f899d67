"""Logic and contract speak in codes, never in keys of reference rows (GEN-7); company filters are indexed (TI-7)."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Index, UniqueConstraint

from common.naming import to_camel, to_snake
from common.tenancy import TenantManager

ROOT = Path(__file__).resolve().parents[2]
APPS = ("abr_cache", "accounts", "auditing", "common", "companies", "invitations", "logging_app", "reference")
LOOKUPS = [model for model in apps.get_models() if model._meta.app_label == "reference"]


def _keys_of_lookups() -> set[str]:
    """Columns that hold the key of a reference row, such as ``user_status_id``."""
    return {
        field.attname
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model in LOOKUPS
    }


def _sources() -> Iterator[Path]:
    for app in (*APPS, "settings_app"):
        for path in (ROOT / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is int


def _pairs(tree: ast.AST) -> Iterator[tuple[str, ast.AST, int]]:
    """What is set to, passed as or compared with what."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg:
            yield node.arg, node.value, node.value.lineno
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield _name(target), node.value, node.lineno
        elif isinstance(node, ast.Compare):
            for other in node.comparators:
                yield _name(node.left), other, node.lineno


def test_no_code_names_the_key_of_a_reference_row() -> None:
    """GEN-7."""
    keys = _keys_of_lookups()
    assert "user_status_id" in keys
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in _sources()
        for name, value, line in _pairs(ast.parse(path.read_text(encoding="utf-8")))
        if name.split("__")[0] in keys and _is_number(value)
    ]
    assert found == []


def test_the_contract_holds_no_key_of_a_reference_row() -> None:
    """GEN-7: requests and answers name roles, states and countries by code."""
    from drf_spectacular.generators import SchemaGenerator

    document: Any = json.dumps(SchemaGenerator().get_schema(request=None, public=True))
    forbidden = {f'"{to_camel(to_snake(model.__name__))}Id"' for model in LOOKUPS}
    forbidden |= {f'"{to_camel(column)}"' for column in _keys_of_lookups()}
    assert '"roleCode"' in document
    assert [name for name in sorted(forbidden) if name in document] == []


COLUMNS = {
    "company": ("company",),
    "own_company": (),
    "membership": ("company", "user"),
    "relationship": ("parent_company", "child_company"),
    "request": ("to_company", "user"),
    "person": ("user",),
    "trail": ("company",),
}
FILTERED = [
    pytest.param(model, column, id=f"{model.__name__}.{column}")
    for model in apps.get_models()
    if isinstance(getattr(model, "objects", None), TenantManager)
    for column in COLUMNS[model.access.rls]  # type: ignore[attr-defined]
]


@pytest.mark.parametrize(("model", "column"), FILTERED)
def test_the_columns_of_company_filters_lead_an_index(model: Any, column: str) -> None:
    """TI-7."""
    leading = {
        rule.fields[0].lstrip("-")
        for rule in (*model._meta.indexes, *model._meta.constraints)
        if isinstance(rule, Index | UniqueConstraint) and rule.fields
    }
    assert column in leading
