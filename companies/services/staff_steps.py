"""What every action of staff on a company goes through (PM-2, section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from auditing.services import business_transaction
from common.actors import Actor
from common.backoffice.columns import version_of
from common.permissions import Permission, has_permission
from common.problems import FieldErrors, Problem
from common.reasons import check_reason
from common.tenancy import system_scope
from companies.models import Company

_MISSING_REASON = "Say why, for example: asked for by the owner, ticket 12."


def require_staff(actor: Actor) -> None:
    """Refuse everybody who does not take care of all companies.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS.
    """
    if not has_permission(actor, Permission.COMPANIES_MANAGE, None):
        raise Problem("INSUFFICIENT_PERMISSIONS")


def checked_reason(reason: str, errors: FieldErrors | None = None) -> str:
    """Return the reason as it is kept; one answer names it together with what ``errors`` holds already.

    Raises:
        ValidationFailed: ``reason`` (required, too_long), and what ``errors`` holds.
    """
    errors = FieldErrors() if errors is None else errors
    text = check_reason(reason, errors, _MISSING_REASON)
    errors.raise_if_any()
    return text


@contextmanager
def staff_action(
    *, company_id: int, reason: str, actor: Actor, expected_version: str | None = None
) -> Iterator[Company]:
    """Open the transaction of an action of staff and lock the company; ``reason`` is in its kept form.

    ``expected_version`` is that of the row the person saw (``version_of``); None compares nothing.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND, STALE_RESOURCE.
    """
    require_staff(actor)
    with system_scope("companies.services.staff_action"), business_transaction(actor, reason):
        row = Company.all_companies.select_for_update().filter(pk=company_id, is_deleted=False).first()
        if row is None:
            raise no_such_company()
        if expected_version is not None and expected_version != version_of(row):
            raise Problem("STALE_RESOURCE")
        yield row


def no_such_company() -> Problem:
    return Problem("COMPANY_NOT_FOUND", "There is no such company.")
