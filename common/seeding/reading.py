"""Read a seed file and compare its header and cells with the model, before anything is written (S40)."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.apps import apps as live_apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields import NOT_PROVIDED

from common.db.schemas import bare_name
from common.seeding.declarations import GetModel, SeedFile, SeedRow, SeedSet

_WHOLE_NUMBER = re.compile(r"-?[0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A header and the field it fills; ``code_column`` is the natural key of a foreign key's target."""

    header: str
    field: Any
    code_column: str | None = None

    @property
    def target(self) -> tuple[str, str]:
        """App label and model name behind a foreign key."""
        options = self.field.remote_field.model._meta
        return options.app_label, options.object_name


@dataclass(frozen=True, slots=True)
class SeedTable:
    """A file that was read: its model, columns and rows, and what is wrong with it."""

    app_label: str
    file: SeedFile
    path: Path
    model: Any
    columns: tuple[Column, ...]
    rows: tuple[SeedRow, ...]
    problems: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.path.stem


def read_set(seeds: SeedSet, get_model: GetModel) -> Iterator[SeedTable]:
    """Read the files of a set. A table that the migration state does not know yet is left to a later migration."""
    for file in seeds.files:
        try:
            model = get_model(seeds.app_label, file.model)
        except LookupError:
            live_apps.get_model(seeds.app_label, file.model)  # a table nobody knows is an error, not a later one
            continue
        yield _read(seeds, file, model)


def undeclared_files(seeds: SeedSet) -> Iterator[str]:
    """Name CSV files of the folder that no declaration asks for."""
    declared = {seeds.path(file) for file in seeds.files}
    for path in sorted(seeds.folder.glob("*.csv")):
        if path not in declared:
            yield f"{path.name}: no table of {seeds.app_label} is declared for this file"


def _read(seeds: SeedSet, file: SeedFile, model: Any) -> SeedTable:
    path = seeds.path(file)
    reader = _Reader(file, model, path)
    columns: tuple[Column, ...] = ()
    rows: tuple[SeedRow, ...] = ()
    header, lines = reader.lines()
    if not reader.problems:
        columns = reader.columns(header, live_apps.get_model(seeds.app_label, file.model))
    if not reader.problems:
        rows = tuple(reader.rows(header, columns, lines))
    return SeedTable(seeds.app_label, file, path, model, columns, rows, tuple(reader.problems))


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, file: SeedFile, model: Any, path: Path) -> None:
        self.file = file
        self.model = model
        self.path = path
        self.problems: list[str] = []

    def lines(self) -> tuple[list[str], list[tuple[int, list[str]]]]:
        """Return the header, and the cells of each line with its number."""
        try:
            with self.path.open(encoding="utf-8", newline="") as handle:
                reader = csv.reader(handle, strict=True)
                header = next(reader, [])
                return header, [(reader.line_num, cells) for cells in reader if cells]
        except FileNotFoundError:
            self._refuse("file is missing")
        except (UnicodeDecodeError, csv.Error) as error:
            self._refuse(f"not a CSV file in UTF-8 ({error})")
        return [], []

    def columns(self, header: list[str], live_model: Any) -> tuple[Column, ...]:
        found = []
        for title in header:
            column = _column(title, self.model)
            if column is not None:
                found.append(column)
            elif _column(title, live_model) is None:
                self._refuse(f"unknown column {title}")
        for title in sorted(set(header)):
            if header.count(title) > 1:
                self._refuse(f"column {title} stands twice")
        if self.file.key not in header:
            self._refuse(f"natural key {self.file.key} is missing")
        given = {column.field.name for column in found}
        for field in _required(self.model):
            if field.name not in given:
                self._refuse(f"column {field.column} is missing")
        return tuple(found)

    def rows(
        self, header: list[str], columns: tuple[Column, ...], lines: list[tuple[int, list[str]]]
    ) -> Iterator[SeedRow]:
        seen: set[str] = set()
        for line, cells in lines:
            if len(cells) != len(header):
                self._refuse(f"{len(cells)} fields under {len(header)} columns", line)
                continue
            texts = dict(zip(header, cells, strict=True))
            key = texts[self.file.key]
            if key in seen:
                self._refuse(f"{self.file.key} {key!r} stands twice", line)
            elif not re.fullmatch(self.file.key_pattern, key):
                self._refuse(f"{key!r} does not have the shape of a {self.file.key}", line)
            seen.add(key)
            yield SeedRow(line, key, self._values(texts, columns, line))

    def _values(self, texts: Mapping[str, str], columns: tuple[Column, ...], line: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in columns:
            try:
                values[column.header] = _value(texts[column.header], column)
            except (ValueError, InvalidOperation, ValidationError) as error:
                message = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                self._refuse(f"{column.header}: {message}", line)
        return values

    def _refuse(self, problem: str, line: int | None = None) -> None:
        where = self.path.name if line is None else f"{self.path.name} line {line}"
        self.problems.append(f"{where}: {problem}")


def _column(title: str, model: Any) -> Column | None:
    """Match a header with a writable field: by its column, or ``…Code`` with the foreign key ``…ID``."""
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name in _AUDIT_FIELDS:
            continue
        if not field.is_relation and field.column == title:
            return Column(title, field)
        if field.is_relation and field.column.endswith("ID") and f"{field.column[:-2]}Code" == title:
            return Column(title, field, f"{bare_name(field.remote_field.model._meta.db_table)}Code")
    return None


_AUDIT_FIELDS = frozenset(
    ("created_date", "created_by", "updated_date", "updated_by", "is_deleted", "deleted_date", "deleted_by")
)


def _required(model: Any) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        has_default = field.default is not NOT_PROVIDED or field.db_default is not NOT_PROVIDED
        if not (field.primary_key or field.null or has_default or field.name in _AUDIT_FIELDS):
            yield field


def _value(text: str, column: Column) -> Any:
    field = column.field
    if text == "":
        if not field.null:
            raise ValueError("may not be empty")
        return None
    if column.code_column is not None:
        return text
    value = _converted(text, field)
    field.run_validators(value)
    return value


def _converted(text: str, field: models.Field[Any, Any]) -> Any:
    """Turn the text of a cell into the field's Python value.

    Raises:
        ValueError, InvalidOperation: the text is not of the field's type.
    """
    if isinstance(field, models.BooleanField):
        if text not in ("true", "false"):
            raise ValueError(f"{text!r} is neither true nor false")
        return text == "true"
    if isinstance(field, models.IntegerField):
        if not _WHOLE_NUMBER.fullmatch(text):
            raise ValueError(f"{text!r} is not a whole number")
        return int(text)
    if isinstance(field, models.DecimalField):
        number = Decimal(text)
        if not number.is_finite():
            raise ValueError(f"{text!r} is not a number")
        return number
    if isinstance(field, models.JSONField):
        return _json(text)
    if isinstance(field, models.CharField | models.TextField):
        return text
    raise ValueError(f"{type(field).__name__} cannot be seeded")


def _json(text: str) -> Any:
    value = json.loads(text)
    if not isinstance(value, dict | list):
        raise ValueError("JSON columns hold an object or a list")  # S50
    return value
