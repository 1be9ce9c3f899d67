"""Migration files: S38, S39."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db.migrations import CreateModel, SeparateDatabaseAndState

from common.db.schemas import SCHEMAS
from common.standards.context import Context
from common.standards.findings import Finding, rule

# Two letters of an area and a number, as the requirements are numbered: DB-6.1 (section 6.1 of the database), LO-3.
_ID = r"[A-Z]{2}-[0-9]+(?:\.[0-9]+)*"
_REQUIREMENT = re.compile(rf"^Requirement: *{_ID}(?:, *{_ID})*$", re.MULTILINE)


def _place(path: Path) -> str:
    return f"{path.parent.parent.name}/migrations/{path.name}"


@rule("S38")
def names_its_requirement(context: Context) -> Iterator[Finding]:
    for path in context.migrations:
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if not _REQUIREMENT.search(text):
            yield Finding(_place(path), "names no requirement", "add a line such as `Requirement: DB-6.1`")


@rule("S39")
def reversible(context: Context) -> Iterator[Finding]:
    for path in context.migrations:
        for operation in _operations(_load(path).operations):
            if not operation.reversible:
                yield Finding(_place(path), f"{operation.describe()} cannot be undone", "give the operation a reverse")
            if isinstance(operation, CreateModel):
                yield from _in_a_schema(path, operation)


def _in_a_schema(path: Path, operation: CreateModel) -> Iterator[Finding]:
    """The seven schemas are made before the first migration; a table elsewhere would come before its schema."""
    table = str(operation.options.get("db_table", ""))
    if table.partition(".")[0] not in SCHEMAS or "." not in table:
        yield Finding(
            _place(path),
            f"{operation.name} goes to {table or 'no named table'}, outside the schemas made beforehand",
            "give the table one of the schemas of common.db.schemas",
        )


def _operations(operations: Sequence[Any]) -> Iterator[Any]:
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            yield from _operations([*operation.database_operations, *operation.state_operations])
        else:
            yield operation


def _load(path: Path) -> Any:
    """Return the Migration class of a file, loaded apart from Django's graph."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.parent.name}.migrations.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Migration
