"""Expressions and check lookups with one rendering per vendor (database.md section 9, points 1 and 8)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Func, Lookup
from django.db.models.functions import Length
from django.db.models.sql.compiler import SQLCompiler

type_sql = tuple[str, tuple[Any, ...] | list[Any]]

_EMAIL_PATTERN = r"^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$"


class UtcNow(Func):
    """Database default of instants: the current UTC instant (S17)."""

    output_field = models.DateTimeField()
    arity = 0

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> type_sql:
        return "now()", ()

    def as_microsoft(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> type_sql:
        return "SYSUTCDATETIME()", ()


class _PatternLookup(Lookup):
    """A check on the whole text; the right side is a constant of the declaration, never user input."""

    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Any:
        raise NotImplementedError("check lookups are rendered per vendor")

    def column(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> type_sql:
        """SQL of the left side: a column in a constraint, a parameter when a form or ``full_clean`` asks."""
        sql, params = self.process_lhs(compiler, connection)
        return str(sql), tuple(params)


class _RepeatedClass(_PatternLookup):
    """Exactly n characters of one class."""

    character_class: str
    microsoft_collation: str = ""

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> type_sql:
        column, params = self.column(compiler, connection)
        return f"{column} ~ '^{self.character_class}{{{int(self.rhs)}}}$'", params

    def as_microsoft(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> type_sql:
        column, params = self.column(compiler, connection)
        return f"{column}{self.microsoft_collation} LIKE N'{self.character_class * int(self.rhs)}'", params


@Field.register_lookup
class Digits(_RepeatedClass):
    """``abn__digits=11``: exactly eleven digits."""

    lookup_name = "digits"
    character_class = "[0-9]"


@Field.register_lookup
class UpperLetters(_RepeatedClass):
    """``country_code__upper_letters=2``: exactly two capitals A to Z."""

    lookup_name = "upper_letters"
    character_class = "[A-Z]"
    # A binary collation: ranges such as [A-Z] follow the dictionary order of other collations.
    microsoft_collation = " COLLATE Latin1_General_100_BIN2"


@Field.register_lookup
class EmailShape(_PatternLookup):
    """``email__email_shape=True``: x@y.z, trimmed and in lower case."""

    lookup_name = "email_shape"

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> type_sql:
        column, params = self.column(compiler, connection)
        return f"({column} ~ '{_EMAIL_PATTERN}' AND {column} = lower({column}))", (*params, *params, *params)

    def as_microsoft(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> type_sql:
        column, params = self.column(compiler, connection)
        # Per cent signs are doubled, because this text goes through placeholder formatting.
        return (
            f"({column} LIKE N'%%_@_%%._%%' AND {column} NOT LIKE N'%% %%' AND {column} NOT LIKE N'%%@%%@%%' "
            f"AND {column} = LOWER({column}))"
        ), tuple(params) * 5


def register_lookups() -> None:
    """Make ``__length`` usable in checks; called once when the package loads."""
    models.CharField.register_lookup(Length)


register_lookups()
