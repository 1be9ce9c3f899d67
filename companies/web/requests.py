"""Asking for access, and deciding about it (AR-1 to AR-4)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from common.permissions import Permission
from common.problems import Problem, ValidationFailed
from common.web import guard
from common.web.access import active_company_id, caller, company_admin, onboarded, signed_in, start_page
from common.web.answers import go, go_to, show
from common.web.fields import TextField
from companies.selectors import access_requests, describe_request
from companies.services import approve, cancel_request, reject
from companies.web.asking import ask_for_access, text_of
from companies.web.dashboard import companies_page
from companies.web.request_forms import AccessRequestForm
from companies.web.roles import roles_up_to
from reference.selectors import active_rows

PAGE_SIZE = 20
_REASON = TextField("Reason", multiline=True, max_length=500)
_STATES = ("pending", "approved", "rejected", "cancelled")


@onboarded("POST")
def ask(request: HttpRequest) -> HttpResponse:
    """``/access-requests``: asks the company with an ABN; a refusal shows the page of companies again."""
    form = AccessRequestForm(request.POST)
    if not form.is_valid():
        return companies_page(request, form, status=422)
    try:
        ask_for_access(request, form.entered("abn"), form.entered("reason"))
    except Problem as problem:
        form.refuse_text(text_of(problem), "abn")
        return companies_page(request, form, status=problem.status)
    messages.success(request, "Your request is on its way. You get a mail as soon as it is decided.")
    return go("companies")


@signed_in("POST")
def cancel(request: HttpRequest, company_switch_request_id: int) -> HttpResponse:
    """``/access-requests/<id>/cancel`` (AR-3)."""
    principal = caller(request)
    try:
        cancel_request(company_switch_request_id=company_switch_request_id, actor=principal.as_actor())
    except Problem as problem:
        if problem.status == 404:
            raise
        messages.error(request, problem.detail)
    else:
        messages.success(request, "Your request is withdrawn.")
    return go("companies") if principal.is_onboarding_complete else go_to(start_page(request, principal))


@company_admin("GET", permission=Permission.ACCESS_REQUESTS_DECIDE)
def team_requests(request: HttpRequest) -> HttpResponse:
    """``/team/requests``: who asks to join, oldest first."""
    asked = request.GET.get("status", "")
    status_code = asked if asked in _STATES else "pending"
    options = [{"code": row.code, "name": row.name} for row in active_rows("CompanySwitchRequestStatus")]
    values = {
        "nav": "team",
        "page": _rows(request, status_code),
        "query": f"status={status_code}&",
        "status_code": status_code,
        "status_options": options,
        "roles": roles_up_to(caller(request).company_role),
        "default_role": "company_user",
    }
    return show(request, "team_requests", values)


def _rows(request: HttpRequest, status_code: str) -> Page[Any]:
    rows = access_requests(active_company_id(request), status_code)
    page: Page[Any] = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = [describe_request(row) for row in page.object_list]
    return page


@company_admin("POST", permission=Permission.ACCESS_REQUESTS_DECIDE)
def approve_one(request: HttpRequest, company_switch_request_id: int) -> HttpResponse:
    """``/team/requests/<id>/approve`` (AR-3)."""
    if guard.is_for_another_company(request):
        return _refuse_former(request)
    company_id, actor = active_company_id(request), caller(request).as_actor()
    key, role = company_switch_request_id, request.POST.get("role_code", "")
    try:
        row = approve(company_id=company_id, company_switch_request_id=key, role=role, actor=actor)
    except Problem as problem:
        return _refused(request, problem)
    messages.success(request, f"{row.user.full_name} is a member of your company now.")
    return go("team-requests")


@company_admin("POST", permission=Permission.ACCESS_REQUESTS_DECIDE)
def reject_one(request: HttpRequest, company_switch_request_id: int) -> HttpResponse:
    """``/team/requests/<id>/reject`` (AR-3)."""
    if guard.is_for_another_company(request):
        return _refuse_former(request)
    company_id, actor = active_company_id(request), caller(request).as_actor()
    key = company_switch_request_id
    try:
        reason = _reason(request)
        row = reject(company_id=company_id, company_switch_request_id=key, reason=reason, actor=actor)
    except Problem as problem:
        return _refused(request, problem)
    messages.success(request, f"The request of {row.user.full_name} is rejected.")
    return go("team-requests")


def _reason(request: HttpRequest) -> str | None:
    try:
        return _REASON.clean(request.POST.get("reason", "")) or None
    except ValidationError as error:
        raise ValidationFailed.of("reason", str(error.code), " ".join(error.messages)) from error


def _refuse_former(request: HttpRequest) -> HttpResponse:
    messages.error(request, "You opened another company since this page was made. Nothing was changed.")
    return go("team-requests")


def _refused(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Decided meanwhile, most of the time: the list shows what is still open."""
    if problem.status == 404:
        raise problem
    if problem.code == "ACCESS_REQUEST_NOT_PENDING":
        text = "This request was decided or withdrawn meanwhile. Nothing was changed."
    else:
        text = text_of(problem)
    messages.error(request, text)
    return go("team-requests")
