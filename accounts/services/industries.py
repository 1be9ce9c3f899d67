"""Adding, ordering and removing the industries of a person (PR-2, invariant 38)."""

from __future__ import annotations

from collections.abc import Sequence

from accounts.models import UserIndustry
from accounts.services.onboarding import lock_user
from auditing.services import business_transaction, record
from common.actors import Actor
from common.problems import Problem, ValidationFailed
from reference.selectors import find_active, lookup


def add_industry(*, industry_code: str, actor: Actor, is_primary: bool = False) -> UserIndustry:
    """Add an industry: as the primary one, which demotes the former, or as the last.

    Raises:
        ValidationFailed: no such industry.
        Problem: INDUSTRY_EXISTS.
    """
    industry = find_active("Industry", industry_code)
    if industry is None:
        message = "Choose an industry from the list. Example: event-mgmt."
        raise ValidationFailed.of("industryCode", "invalid_choice", message)
    with business_transaction(actor):
        user = lock_user(actor)
        rows = _rows(user.pk)
        if any(row.industry_id == industry.pk for row in rows):
            raise Problem("INDUSTRY_EXISTS")
        new = UserIndustry(user=user, industry_id=industry.pk, is_primary=is_primary, sort_order=len(rows) + 1)
        new.stamp_created(actor)
        _arrange([new, *rows] if is_primary else [*rows, new], is_primary or _has_primary(rows), actor)
        _record("USER_INDUSTRY_ADDED", new, actor)
        return new


def change_industry(
    *, user_industry_id: int, actor: Actor, is_primary: bool | None = None, sort_order: int | None = None
) -> UserIndustry:
    """Make an industry primary or an ordinary one, or move it among the ordinary ones (1 is the first).

    Raises:
        ValidationFailed: ``not_applicable``, the primary industry has no place among the others.
        Problem: NOT_FOUND.
    """
    with business_transaction(actor):
        rows = _rows(lock_user(actor).pk)
        row = _find(rows, user_industry_id)
        before = (row.is_primary, row.sort_order)
        will_be_primary = row.is_primary if is_primary is None else is_primary
        if will_be_primary and sort_order is not None:
            message = "The primary industry stands first. Make it an ordinary one to move it."
            raise ValidationFailed.of("sortOrder", "not_applicable", message)
        others = [other for other in rows if other is not row]
        has_primary = will_be_primary or _has_primary(others)
        _arrange(_placed(others, row, will_be_primary, sort_order), has_primary, actor)
        if (row.is_primary, row.sort_order) != before:
            _record("USER_INDUSTRY_UPDATED", row, actor)
        return row


def remove_industry(*, user_industry_id: int, actor: Actor) -> None:
    """Remove an industry; the others close the gap, and it can be added again.

    Raises:
        Problem: NOT_FOUND.
    """
    with business_transaction(actor):
        rows = _rows(lock_user(actor).pk)
        row = _find(rows, user_industry_id)
        row.soft_delete(actor)
        row.save()
        others = [other for other in rows if other is not row]
        _arrange(others, _has_primary(others), actor)
        _record("USER_INDUSTRY_REMOVED", row, actor)


def _rows(user_id: int) -> list[UserIndustry]:
    rows = UserIndustry.objects.alive().filter(user_id=user_id)
    return list(rows.select_for_update().order_by("sort_order", "id"))


def _find(rows: Sequence[UserIndustry], user_industry_id: int) -> UserIndustry:
    for row in rows:
        if row.pk == user_industry_id:
            return row
    raise Problem("NOT_FOUND")


def _has_primary(rows: Sequence[UserIndustry]) -> bool:
    return any(row.is_primary for row in rows)


def _placed(
    others: list[UserIndustry], row: UserIndustry, is_primary: bool, sort_order: int | None
) -> list[UserIndustry]:
    """All rows in their new order, the primary one first."""
    if is_primary:
        return [row, *others]
    offset = 1 if _has_primary(others) else 0
    place = len(others) if row.is_primary else max(0, row.sort_order - 1 + offset)
    if sort_order is not None:
        place = sort_order - 1 + offset
    return [*others[:place], row, *others[place:]]


def _arrange(rows: Sequence[UserIndustry], has_primary: bool, actor: Actor) -> None:
    """Number the rows: the primary one 0, the others from 1 without gaps; the former primary gives way first."""
    first_order = 0 if has_primary else 1
    changed = []
    for order, row in enumerate(rows, start=first_order):
        wanted = (order == 0, order)
        if row._state.adding or (row.is_primary, row.sort_order) != wanted:
            row.is_primary, row.sort_order = wanted
            changed.append(row)
    for row in sorted(changed, key=lambda row: row.is_primary):
        if not row._state.adding:
            row.stamp_updated(actor)
        row.save()


def _record(action: str, row: UserIndustry, actor: Actor) -> None:
    record(
        action=action,
        entity_type="dbo.UserIndustry",
        entity_id=row.pk,
        actor=actor,
        company_id=actor.company_id,
        new={
            "industryCode": lookup("Industry", row.industry_id).code,
            "isPrimary": row.is_primary,
            "sortOrder": row.sort_order,
        },
    )
