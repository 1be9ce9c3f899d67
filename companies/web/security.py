"""How a company lets its members in (SF-8)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from common.api.etag import etag_of
from common.problems import Problem
from common.web import guard
from common.web.access import active_company_id, caller, company_admin
from common.web.answers import go, show
from companies import selectors, services

PAGE_SIZE = 20
_CHOICES = {"require": True, "allow": False}
_DONE = {
    True: "Everybody in the company logs in with a second step now. Members who have none got a mail.",
    False: "A password alone opens the company again.",
}
_STALE = "Somebody changed the company while this page was open. Look at it again, then decide."


@company_admin("GET", "POST")
def company_security(request: HttpRequest) -> HttpResponse:
    """``/company/security``: whether members need a second factor, and who has none yet."""
    if request.method != "POST":
        return _security_page(request)
    is_required = _CHOICES.get(request.POST.get("action", ""))
    if is_required is None:
        raise Problem("NOT_FOUND")
    if guard.is_for_another_company(request):
        return _security_page(request, guard.MESSAGE, 409)

    def unchanged(row: Any) -> None:
        if request.POST.get("version") != etag_of(row):
            raise Problem("STALE_RESOURCE")

    try:
        services.set_second_factor_required(
            company_id=active_company_id(request),
            is_required=is_required,
            actor=caller(request).as_actor(),
            precondition=unchanged,
        )
    except Problem as problem:
        if problem.code == "STALE_RESOURCE":
            return _security_page(request, _STALE, problem.status)
        return _security_page(request, problem.detail, problem.status)
    messages.success(request, _DONE[is_required])
    return go("company-security")


def _security_page(request: HttpRequest, refusal: str = "", status: int = 200) -> HttpResponse:
    principal, company_id = caller(request), active_company_id(request)
    row = selectors.get_company(company_id)
    page: Page[Any] = Paginator(selectors.members_without_second_factor(company_id), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    page.object_list = [selectors.describe_member(member) for member in page.object_list]
    values = {
        "nav": "company",
        "can_edit": True,
        "is_required": row.is_second_factor_required,
        "row_version": etag_of(row),
        "has_second_factor": principal.has_second_factor,
        "page": page,
        "refusal": refusal,
    }
    return show(request, "company_security", values, status=status)
