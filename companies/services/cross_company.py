"""Evidence of attempts to reach another company (TI-4)."""

from __future__ import annotations

from typing import cast

from auditing.services import business_transaction, record
from common import context
from common.actors import Actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.selectors import company_exists


def record_cross_company_attempt(
    *, actor: object, attempted_company_id: int, resource_type: str, resource_id: int | None, path: str
) -> None:
    """Write CROSS_COMPANY_ACCESS_DENIED in a transaction of its own when the attempted company exists.

    The row stands in the chain of the caller's own company. What its admins are shown of their activity leaves this
    action out: they would learn from it which companies exist (GEN-11, TI-2).
    """
    with system_scope("companies.services.record_cross_company_attempt"):
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
                "path": path[:500],
            },
        )


def not_among_own(company_id: int, actor: Actor) -> Problem:
    """COMPANY_NOT_FOUND for a company the actor does not belong to; an attempt on an existing one leaves evidence."""
    record_cross_company_attempt(
        actor=actor,
        attempted_company_id=company_id,
        resource_type="Company",
        resource_id=company_id,
        path=context.current().path or "",
    )
    return Problem("COMPANY_NOT_FOUND")
