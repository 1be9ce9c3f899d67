"""Date and time: S16, S17, S18."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from common.standards.catalogue import Table
from common.standards.catalogue.shapes import INSTANT, TEXT
from common.standards.context import Context, words_of
from common.standards.findings import Finding, rule

_UTC_DEFAULTS = {"postgresql": "now()", "microsoft": "sysutcdatetime()"}
_CONVERSIONS = ("at time zone", "timezone(", "switchoffset(", "todatetimeoffset(")
_INSTANT_ENDINGS = {"At", "Date"}
_ZONE = "TimezoneIdentifier"


@rule("S16")
def instant_types(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for column in table.columns:
            place, native = f"{table.label}.{column.name}", column.native
            if native.startswith(("timestamp", "time", "datetime", "smalldatetime", "interval")):
                if column.kind != INSTANT:
                    yield Finding(place, f"is {native}", "make it timestamptz(6) or datetime2(6)")
            elif column.kind == "date" and words_of(column.name)[-1] in _INSTANT_ENDINGS:
                yield Finding(
                    place, "is named like an instant and is a calendar date", "make it an instant or rename it"
                )


@rule("S17")
def utc_defaults(context: Context) -> Iterator[Finding]:
    catalogue = context.catalogue
    if catalogue.session_zone not in {"UTC", "Etc/UTC"}:
        yield Finding("session", f"has the zone {catalogue.session_zone}", "connect with the session zone UTC")
    for table in catalogue.business_tables():
        for column in table.columns:
            if column.kind != INSTANT or column.default is None:
                continue
            found = column.default.lower().strip("()") + "()"
            if found.replace("()()", "()") != _UTC_DEFAULTS[catalogue.vendor]:
                yield Finding(
                    f"{table.label}.{column.name}",
                    f"defaults to {column.default}",
                    f"make the default {_UTC_DEFAULTS[catalogue.vendor]}",
                )


@rule("S18")
def no_zone_conversion(context: Context) -> Iterator[Finding]:
    for place, text in _texts(context):
        if any(word in text.lower() for word in _CONVERSIONS):
            yield Finding(place, "converts time zones", "store UTC and convert where it is shown")
    for table in context.catalogue.business_tables():
        yield from _zone_columns(context, table)


def _texts(context: Context) -> Iterator[tuple[str, str]]:
    for program in context.catalogue.programs:
        yield f"{program.schema}.{program.name}", program.text
    for table in context.catalogue.business_tables():
        for check in table.checks:
            yield f"{table.label} {check.name}", check.definition
        for index in table.indexes:
            yield f"{table.label} {index.name}", index.condition or ""
        for policy in table.policies:
            yield f"{table.label} {policy.name}", policy.text
        for column in table.columns:
            yield f"{table.label}.{column.name}", column.default or ""


def _zone_columns(context: Context, table: Table) -> Iterator[Finding]:
    for column in table.columns:
        place = f"{table.label}.{column.name}"
        if "timezone" in column.name.lower() and not column.name.endswith(_ZONE):
            yield Finding(place, f"holds a zone and does not end in {_ZONE}", "rename it")
        elif column.name.endswith(_ZONE):
            if column.kind != TEXT:
                yield Finding(place, f"is {column.native}", "store the IANA name as text")
                continue
            unknown = [name for name in context.sample(table, column.name) if name not in _zones()]
            if unknown:
                yield Finding(place, f"holds {', '.join(unknown[:3])}: no IANA zone", "correct the rows")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
