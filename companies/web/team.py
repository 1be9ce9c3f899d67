"""The team: who belongs to the company, by state for those who manage it (ME-1)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from common.permissions import Permission, has_permission
from common.web.access import active_company_id, caller, company_member
from common.web.answers import show
from companies.models.codes import UserCompanyStatusCode as Status
from companies.selectors import MemberView, describe_member, member_counts, members
from companies.web.roles import level_of
from reference.selectors import active_rows

PAGE_SIZE = 20


@company_member("GET")
def team(request: HttpRequest) -> HttpResponse:
    """``/team``: active members for all; those who manage them also see suspended and removed ones."""
    principal, company_id = caller(request), active_company_id(request)
    actor = principal.as_actor()
    sees_all = has_permission(actor, Permission.MEMBERS_READ_INACTIVE, company_id)
    options = _status_options(company_id) if sees_all else []
    asked = request.GET.get("status", "")
    status_code = asked if any(option["code"] == asked for option in options) else Status.ACTIVE.value
    page: Page[Any] = Paginator(members(company_id, status_code), PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = [describe_member(row) for row in page.object_list]
    can_manage = has_permission(actor, Permission.MEMBERS_MANAGE, company_id)
    values = {
        "nav": "team",
        "page": page,
        "query": f"status={status_code}&" if status_code != Status.ACTIVE else "",
        "status_code": status_code,
        "status_options": options,
        "show_security": has_permission(actor, Permission.COMPANY_ADMINISTER, company_id),
        "can_manage": can_manage and status_code != Status.REMOVED,
        "manageable": _manageable(page.object_list, principal) if can_manage else (),
    }
    return show(request, "team", values)


def _status_options(company_id: int) -> list[dict[str, Any]]:
    """The filter, with how many each state has."""
    counts, names = member_counts(company_id), {row.code: row.name for row in active_rows("UserCompanyStatus")}
    return [{"code": code, "name": names.get(code, code), "count": count} for code, count in counts.items()]


def _manageable(rows: list[MemberView], principal: Any) -> set[int]:
    """People of the page whom the person may change: not themselves, nobody above their own level (PM-3)."""
    level = level_of(principal.company_role)
    return {row.user_id for row in rows if row.user_id != principal.user_id and level_of(row.role_code) <= level}
