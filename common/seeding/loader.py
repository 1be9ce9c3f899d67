"""Check all seed files, then bring the tables up to them in one transaction (database.md section 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps as live_apps
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction

from common import clock
from common.actors import system_actor
from common.history import change
from common.seeding.declarations import GetModel, SeedRefused, SeedRow, SeedSet
from common.seeding.reading import SeedTable, read_set, undeclared_files

SEED_ACTOR = system_actor("load_seed")
_REASON = "seed data"


@dataclass(frozen=True, slots=True)
class Report:
    """Rows of one file: in the file, inserted, updated, left to people. Everything else was up to date."""

    table: str
    rows: int
    inserted: int = 0
    updated: int = 0
    kept: int = 0


def load(
    sets: Sequence[SeedSet],
    *,
    get_model: GetModel = live_apps.get_model,
    using: str = DEFAULT_DB_ALIAS,
    check_only: bool = False,
) -> tuple[Report, ...]:
    """Load seed files by natural key; a second run changes nothing.

    A migration passes ``get_model=apps.get_model`` of its state: columns and tables that come with later migrations
    are then left to the seed step of those.

    Raises:
        SeedRefused: a file has an unknown column or code, a duplicate key or a row that fails its checks.
    """
    tables = [table for seeds in sets for table in read_set(seeds, get_model)]
    book = Book(tables, get_model, using)
    problems = [problem for seeds in sets for problem in undeclared_files(seeds)]
    problems += [problem for table in tables for problem in (*table.problems, *_row_problems(table, book))]
    if problems:
        raise SeedRefused(problems)
    if check_only:
        return tuple(Report(table.label, len(table.rows)) for table in tables)
    with transaction.atomic(using=using), change(SEED_ACTOR, _REASON):
        reports = tuple(_write(table, book, using) for table in tables)
        for seeds in sets:
            if seeds.forget is not None:
                seeds.forget()
                transaction.on_commit(seeds.forget, using=using)
    return reports


class Book:
    """Natural keys of files and database (see ``CodeBook``), and the primary keys behind them while writing."""

    def __init__(self, tables: Sequence[SeedTable], get_model: GetModel, using: str) -> None:
        self._files = {
            (table.app_label, table.file.model): {row.key: row.values for row in table.rows} for table in tables
        }
        self._get_model = get_model
        self._using = using

    def row(self, app_label: str, model: str, code: str) -> Mapping[str, Any] | None:
        in_file = self._files.get((app_label, model), {}).get(code)
        if in_file is not None:
            return in_file
        found = self._find(app_label, model, f"{model}Code", code)
        if found is None:
            return None
        return {field.column: getattr(found, field.attname) for field in found._meta.concrete_fields}

    def knows(self, app_label: str, model: str, code: str) -> bool:
        return self.row(app_label, model, code) is not None

    def id(self, app_label: str, model: str, code_column: str, code: str) -> int:
        """Return the primary key of a row that was checked to exist."""
        return int(self._find(app_label, model, code_column, code).pk)

    def _find(self, app_label: str, model: str, code_column: str, code: str) -> Any:
        target = self._get_model(app_label, model)
        name = next(field.name for field in target._meta.concrete_fields if field.column == code_column)
        return target._base_manager.using(self._using).filter(**{name: code}).first()


def _row_problems(table: SeedTable, book: Book) -> Iterator[str]:
    for row in table.rows:
        where = f"{table.path.name} line {row.line}"
        for column in table.columns:
            code = row.values.get(column.header)
            if column.code_column is not None and code is not None and not book.knows(*column.target, code):
                yield f"{where}: unknown code {code!r} in {column.header}"
        # A row with cells that could not be read has been reported; its own check would only stumble over them.
        if table.file.check is not None and not table.problems:
            for problem in table.file.check(row, book):
                yield f"{where}: {row.key}: {problem}"


def _write(table: SeedTable, book: Book, using: str) -> Report:
    rows = table.model._base_manager.using(using).select_for_update().order_by("is_deleted", "id")
    key_field = next(column.field.name for column in table.columns if column.header == table.file.key)
    existing: dict[str, Any] = {}
    for found in rows:
        existing.setdefault(getattr(found, key_field), found)  # a live row hides a deleted one of the same key
    ids: dict[tuple[str, str], int | None] = {}
    done: Counter[str] = Counter()
    for row in table.rows:
        values = _attributes(table, row, book, ids)
        present = existing.get(row.key)
        if present is None:
            present = _insert(table, row, key_field, values, using)
            if present is None:
                done["inserted"] += 1
                continue
        done[_update(table, present, values, using)] += 1
    return Report(table.label, len(table.rows), done["inserted"], done["updated"], done["kept"])


def _attributes(table: SeedTable, row: SeedRow, book: Book, ids: dict[tuple[str, str], int | None]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in table.columns:
        value = row.values[column.header]
        if column.code_column is not None and value is not None:
            place = (column.header, value)
            if place not in ids:
                ids[place] = book.id(*column.target, column.code_column, value)
            value = ids[place]
        values[column.field.attname] = value
    return values


def _insert(table: SeedTable, row: SeedRow, key_field: str, values: dict[str, Any], using: str) -> Any:
    """Insert a row; return the one that somebody else inserted meanwhile, if so."""
    try:
        with transaction.atomic(using=using):
            table.model(**values).save(using=using, force_insert=True)
    except IntegrityError:
        present = table.model._base_manager.using(using).select_for_update().filter(**{key_field: row.key}).first()
        if present is None:
            raise
        return present
    return None


def _update(table: SeedTable, present: Any, values: dict[str, Any], using: str) -> str:
    """Bring one row up to the file; return which counter of the report it belongs to."""
    by_people = _maintained_by(table) == "steward"
    changes = _changes(table, present, values)
    if by_people and (present.updated_date is not None or present.is_deleted):
        return "kept" if changes else "same"
    if present.is_deleted:
        changes |= {"is_deleted": False, "deleted_date": None, "deleted_by_id": None}
    if not changes:
        return "same"
    if not by_people:
        # A steward row keeps UpdatedDate null: it says that no person has changed it, so later files still apply.
        changes |= {"updated_date": max(clock.now(), present.created_date), "updated_by_id": None}
    for attribute, value in changes.items():
        setattr(present, attribute, value)
    present.save(using=using, update_fields=list(changes))
    return "updated"


def _changes(table: SeedTable, present: Any, values: dict[str, Any]) -> dict[str, Any]:
    kept = {column.field.attname for column in table.columns if column.header in table.file.kept}
    return {
        attribute: value
        for attribute, value in values.items()
        if attribute not in kept and getattr(present, attribute) != value
    }


def _maintained_by(table: SeedTable) -> str:
    """``system`` or ``steward``, as the model of today says: a migration state does not record it."""
    return str(getattr(live_apps.get_model(table.app_label, table.file.model), "maintained_by", "system"))
