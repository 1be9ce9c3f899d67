"""Access requests as the requester and as the admins of the company see them (AR-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from abr_cache.services import format_abn
from common.tenancy import system_scope
from companies.models import CompanySwitchRequest
from companies.models.codes import CompanySwitchRequestStatusCode as Status
from reference.selectors import code_id, lookup

ACCESS_REQUEST_STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks, as admins see them."""

    user_id: int
    first_name: str
    last_name: str
    email: str


@dataclass(frozen=True, slots=True)
class AccessRequestView:
    """The fields of AccessRequest, and the name and tone of the status for pages."""

    company_switch_request_id: int
    abn: str | None
    company_name: str
    status_code: str
    status_name: str
    status_tone: str
    reason: str | None
    requested_at: datetime
    decided_at: datetime | None
    rejection_reason: str | None
    requester: Requester
    is_domain_match: bool

    @property
    def is_pending(self) -> bool:
        return self.status_code == Status.PENDING.value


def access_requests(company_id: int, status_code: str | None = Status.PENDING) -> QuerySet[CompanySwitchRequest]:
    """Requests addressed to a company of the open scope, oldest first."""
    rows: QuerySet[CompanySwitchRequest] = CompanySwitchRequest.objects.alive().filter(to_company_id=company_id)
    if status_code is not None:
        rows = rows.filter(company_switch_request_status_id=_status(status_code))
    return rows.select_related("user", "to_company").order_by("requested_at", "id")


def own_access_requests(user_id: int, status_code: str | None = None) -> QuerySet[CompanySwitchRequest]:
    """Requests a person has made, newest first; read them with ``describe_own`` in its scope."""
    rows: QuerySet[CompanySwitchRequest] = CompanySwitchRequest.all_companies.filter(user_id=user_id, is_deleted=False)
    if status_code is not None:
        rows = rows.filter(company_switch_request_status_id=_status(status_code))
    return rows.select_related("user", "to_company").order_by("-requested_at", "-id")


def shown_own_requests(user_id: int, limit: int = 20) -> list[AccessRequestView]:
    """The newest requests of a person, for pages."""
    with system_scope("companies.selectors.shown_own_requests"):
        return [describe_own(row) for row in own_access_requests(user_id)[:limit]]


def describe_request(row: CompanySwitchRequest) -> AccessRequestView:
    """Describe a request, whose company and user are loaded, for the admins of the company."""
    return _describe(row, row.to_company.company_name)


def describe_own(row: CompanySwitchRequest) -> AccessRequestView:
    """Describe a request for the requester, who learns the company's own name with the approval only (AR-2)."""
    return _describe(row, name_for_requester(row))


def name_for_requester(row: CompanySwitchRequest) -> str:
    """What the register calls the company, else its ABN; the company's own name once the person is admitted."""
    company = row.to_company
    if row.approved_at is not None:
        return company.company_name
    if company.is_verified and company.legal_entity_name:
        return company.legal_entity_name
    return format_abn(company.abn) if company.abn else "Company without ABN"


def _status(code: str) -> int:
    return code_id("CompanySwitchRequestStatus", code)


def _describe(row: CompanySwitchRequest, company_name: str) -> AccessRequestView:
    status = lookup("CompanySwitchRequestStatus", row.company_switch_request_status_id)
    person = row.user
    return AccessRequestView(
        company_switch_request_id=row.pk,
        abn=row.to_company.abn,
        company_name=company_name,
        status_code=status.code,
        status_name=status.name,
        status_tone=status.badge_tone,
        reason=row.reason,
        requested_at=row.requested_at,
        decided_at=row.approved_at or row.rejected_at,
        rejection_reason=row.rejection_reason,
        requester=Requester(person.pk, person.first_name, person.last_name, person.email),
        is_domain_match=row.is_domain_match,
    )
