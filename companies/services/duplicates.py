"""One live company per ABN (CO-7, CO-8)."""

from __future__ import annotations

from auditing.services import business_transaction, record
from common.actors import Actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import Company

ABN_CONSTRAINT = "UQ_Company_ABN"
ACCESS_REQUEST_URL = "/api/v1/companies/access-requests"


def holds_abn(abn: str, except_id: int | None = None) -> bool:
    """Whether a live company, active or not, holds the ABN."""
    with system_scope("companies.services.duplicates.holds_abn"):
        rows = Company.all_companies.filter(abn=abn, is_deleted=False)
        return bool(rows.exclude(pk=except_id).exists())


def company_exists_problem(abn: str, actor: Actor) -> Problem:
    """Refuse without a word about the other company, and keep the evidence; call it outside of a transaction (CO-8)."""
    with business_transaction(actor):
        record(
            action="COMPANY_DUPLICATE_ATTEMPT",
            entity_type="dbo.Company",
            entity_id=None,
            actor=actor,
            company_id=actor.company_id,
            new={"abn": abn},
        )
    return Problem("COMPANY_EXISTS", abn=abn, accessRequestUrl=ACCESS_REQUEST_URL)
