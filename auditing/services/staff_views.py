"""Evidence that staff opened data of a company or a person (section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditing.services.recording import business_transaction, record
from common.actors import Actor

_COMPANY_KEYS = ("company_id", "parent_company_id", "child_company_id", "to_company_id")


def record_staff_view(row: Any, *, actor: Actor) -> None:
    """Record STAFF_VIEWED_COMPANY for each company a row belongs to, else STAFF_VIEWED_USER for its person.

    A snapshot counts as the row it is of. Rows of the platform itself leave no trace.
    """
    seen = {"table": row._meta.db_table, "rowId": row.pk}
    companies = list(dict.fromkeys(_companies(row)))
    person = None if companies else _person(row)
    if not companies and person is None:
        return
    with business_transaction(actor=actor):
        for company_id in companies:
            record(
                action="STAFF_VIEWED_COMPANY",
                entity_type="dbo.Company",
                entity_id=company_id,
                actor=actor,
                company_id=company_id,
                new=seen,
            )
        if person is not None:
            record(action="STAFF_VIEWED_USER", entity_type="dbo.User", entity_id=person, actor=actor, new=seen)


def _subject(row: Any) -> Any:
    """The table a row is of, for a snapshot the tracked one."""
    return getattr(row, "instance_type", type(row))._meta.db_table


def _companies(row: Any) -> Iterator[int]:
    table = _subject(row)
    if table == "dbo.Company":
        yield row.id
        return
    names = [name for name in _COMPANY_KEYS if not (table == "dbo.UserRefreshToken" and name == "company_id")]
    for name in names:
        value = getattr(row, name, None)
        if value is not None:
            yield value


def _person(row: Any) -> int | None:
    if _subject(row) == "dbo.User":
        return int(row.id)
    value = getattr(row, "user_id", None)
    return None if value is None else int(value)
