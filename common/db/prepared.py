"""Statements that are built once: the same again and again, each time with other values.

Building and compiling a query of the ORM takes several times as long as the database needs to answer it. That is
nothing to a page, but sign-in, the check of a token and the choice of a company are asked with every request of
everybody. They are declared as queries of the ORM all the same, so that names, conditions and locks are those of the
models on either vendor; what is kept is the text of the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import Context
from dataclasses import dataclass
from functools import cache
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable
from django.db.transaction import TransactionManagementError, mark_for_rollback_on_error

Row = TypeVar("Row")
Value = str | int


def append(row: Model) -> None:
    """Insert a new row, every column of which has its value, without asking for its key.

    For tables of evidence and tokens, which many requests write and no signal follows; other rows are saved.

    Raises:
        IntegrityError: a rule of the table refuses it; the transaction is to be rolled back.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    sql, fields = _insertion(type(row))
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with mark_for_rollback_on_error(DEFAULT_DB_ALIAS), connection.cursor() as cursor:
        cursor.execute(sql, values)


@cache
def _insertion(model: type[Model]) -> tuple[str, list[Any]]:
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})", fields  # noqa: S608  own names


class Slot(Expression):
    """Place of a value in a prepared read: a text or a whole number, as it is stored."""

    def __init__(self, position: int) -> None:
        super().__init__()
        self.position = position

    def as_sql(self, compiler: Any, connection: Any, **ignored: Any) -> Any:
        return "%s", [self]


@dataclass(frozen=True, slots=True)
class Statement:
    """Text and parameters, some of them slots; how columns become values, by position, and values a result."""

    sql: str
    parameters: tuple[Any, ...]
    converters: tuple[tuple[int, Any, Sequence[Callable[..., Any]]], ...]
    result: Callable[[Sequence[Any]], Any]
    locks: bool

    def filled(self, values: tuple[Value, ...]) -> list[Any]:
        return [values[one.position] if isinstance(one, Slot) else one for one in self.parameters]

    def read(self, row: Sequence[Any], connection: Any) -> Any:
        if not self.converters:
            return self.result(row)
        values = list(row)
        for position, expression, steps in self.converters:
            for convert in steps:
                values[position] = convert(values[position], expression, connection)
        return self.result(values)


class PreparedRead(Generic[Row]):
    """A query built by ``build`` from as many slots as it has parameters, for models or for ``values_list`` rows.

    ``build`` runs once a process: nothing in it may depend on the moment, such as the time or a setting. It runs
    outside of any scope, so that ``objects`` of a tenant table, which would keep the scope of the first caller, raises.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._slots = [Slot(position) for position in range(len(signature(build).parameters))]
        self._statement: Statement | None = None

    def __call__(self, *values: Value) -> list[Row]:
        """Return the rows for these values, in the order of the parameters.

        Raises:
            TransactionManagementError: the query locks rows and no transaction is open.
        """
        connection = connections[DEFAULT_DB_ALIAS]
        statement = self._statement = self._statement or self.compiled(connection)
        if statement.locks and connection.get_autocommit():
            raise TransactionManagementError("a read that locks rows belongs inside a transaction")
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.filled(values))
            rows = cursor.fetchall()
        return [statement.read(row, connection) for row in rows]

    def compiled(self, connection: Any) -> Statement:
        """Return the statement as the backend of ``connection`` writes it; nothing is asked of a server."""
        queryset = Context().run(self._build, *self._slots).using(DEFAULT_DB_ALIAS)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        columns = [column[0] for column in compiler.select]
        converters = compiler.get_converters(columns)
        return Statement(
            sql,
            tuple(parameters),
            tuple((position, expression, steps) for position, (steps, expression) in converters.items()),
            _maker(queryset, compiler),
            bool(queryset.query.select_for_update),
        )


def _maker(queryset: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """What makes a row of columns into what the query promises."""
    if queryset._iterable_class is ValuesListIterable:
        return tuple
    if queryset._iterable_class is not ModelIterable or queryset.query.select_related or compiler.annotation_col_map:
        raise TypeError("prepared reads give models without joined ones, or rows of values_list")
    names = [column[0].target.attname for column in compiler.select]
    model = queryset.model
    return lambda row: model.from_db(DEFAULT_DB_ALIAS, names, row)
