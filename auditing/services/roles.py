"""The role trail: one row for every grant, change and removal (invariant 10)."""

from __future__ import annotations

from typing import Literal

from django.db import connection

from auditing.models import AuditRole
from common import clock, context
from common.actors import Actor
from common.history import current_change
from common.stored_text import fit
from common.tenancy import system_scope
from reference.selectors.lookups import code_id

# Lookup of the codes, and stem of the columns.
_ROLE_TABLES = {"system": ("UserRole", "user_role"), "company": ("UserCompanyRole", "user_company_role")}


def record_role_change(
    *,
    role_type: Literal["system", "company"],
    change_kind: Literal["assigned", "changed", "removed"],
    user_id: int,
    actor: Actor,
    company_id: int | None = None,
    user_company_id: int | None = None,
    old_role_code: str | None = None,
    new_role_code: str | None = None,
    reason: str | None = None,
) -> None:
    """Write the audit.Role row of a role change, in the caller's transaction.

    System roles are codes of ref.UserRole without company; company roles are codes of ref.UserCompanyRole and need
    ``company_id`` and ``user_company_id``.

    Raises:
        RuntimeError: no transaction is open.
        UnknownLookup: no role has one of the codes.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("record_role_change() belongs inside a business_transaction()")
    under_way = current_change()
    lookup, stem = _ROLE_TABLES[role_type]
    roles = {
        f"{side}_{stem}_id": code_id(lookup, code)
        for side, code in (("old", old_role_code), ("new", new_role_code))
        if code is not None
    }
    # The row of a person who is not in the company under way (removed, invited) is still the company's to write.
    with system_scope("auditing.services.record_role_change"):
        AuditRole.all_companies.create(
            role_type=role_type,
            change_kind=change_kind,
            user_id=user_id,
            user_company_id=user_company_id,
            company_id=company_id,
            old_role_code=old_role_code,
            new_role_code=new_role_code,
            change_reason=fit(reason or (under_way.reason if under_way else None), 500),
            changed_by_user_id=actor.user_id,
            changed_by_email=fit(actor.email, 255),
            created_date=clock.now(),
            **context.current().columns,
            **roles,
        )
