"""Evidence of attempts to reach another company (TI-4)."""

from __future__ import annotations

from typing import cast

from auditing.services import business_transaction, record
from common.actors import Actor
from companies.selectors import company_exists


def record_cross_company_attempt(
    *, actor: object, attempted_company_id: int, resource_type: str, resource_id: int | None, path: str
) -> None:
    """Write CROSS_COMPANY_ACCESS_DENIED in a transaction of its own when the attempted company exists.

    The row stands in the chain of the caller's own company, so that its admins see it and nobody learns from it.
    """
    if not company_exists(attempted_company_id):
        return
    person = cast(Actor, actor)
    with business_transaction(person):
        record(
            action="CROSS_COMPANY_ACCESS_DENIED",
            entity_type="dbo.Company",
            entity_id=attempted_company_id,
            actor=person,
            company_id=person.company_id,
            new={
                "attemptedCompanyId": attempted_company_id,
                "resourceType": resource_type,
                "resourceId": resource_id,
                "path": path,
            },
        )
