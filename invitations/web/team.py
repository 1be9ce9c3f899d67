"""The company's invitations: list, invite, resend, cancel (IN-1 to IN-6)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from common.permissions import Permission
from common.problems import Problem, ValidationFailed
from common.web import guard
from common.web.access import active_company_id, caller, company_admin
from common.web.answers import go, retry_minutes, show
from invitations.selectors import describe_invitations, invitations
from invitations.services import cancel, invite, resend
from invitations.web.forms import InviteForm, offered_roles
from invitations.web.reasons import reason_of
from reference.selectors import active_rows
from settings_app.selectors import get_int

PAGE_SIZE = 20
_DEFAULT_ROLE = "company_user"
_AT_FIELD = {"ALREADY_MEMBER": "invited_email", "INVITATION_PENDING": "invited_email", "ROLE_CEILING": "role_code"}


@company_admin("GET", "POST", permission=Permission.INVITATIONS_MANAGE)
def team_invitations(request: HttpRequest) -> HttpResponse:
    """``/team/invitations``: the list by status, and the form."""
    own_role = caller(request).company_role
    if request.method != "POST":
        return _page(request, InviteForm(own_role=own_role, initial={"role_code": _DEFAULT_ROLE}))
    form = InviteForm(request.POST, own_role=own_role)
    if guard.is_for_another_company(request):
        form.is_valid()
        form.refuse_text(guard.MESSAGE)
        return _page(request, form, status=409)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _invite(request, form)


def _invite(request: HttpRequest, form: InviteForm) -> HttpResponse:
    try:
        sent = invite(
            company_id=active_company_id(request),
            invited_email=form.entered("invited_email"),
            first_name=form.entered("first_name"),
            last_name=form.entered("last_name"),
            role=form.entered("role_code"),
            actor=caller(request).as_actor(),
        )
    except Problem as problem:
        if problem.code == "RATE_LIMIT_EXCEEDED":
            minutes = retry_minutes(problem)
            return _page(request, form, status=429, limit_reached=True, retry_minutes=minutes)
        form.refuse(problem, _AT_FIELD.get(problem.code))
        return _page(request, form, status=problem.status)
    messages.success(request, f"The invitation to {sent.invited_email} is on its way.")
    return go("team-invitations")


def _page(request: HttpRequest, form: InviteForm, *, status: int = 200, **values: Any) -> HttpResponse:
    options = [{"code": "", "name": "All"}]
    options += [{"code": row.code, "name": row.name} for row in active_rows("UserInvitationStatus")]
    asked = request.GET.get("status", "")
    status_code = asked if any(option["code"] == asked for option in options) else ""
    roles = offered_roles(caller(request).company_role)
    shown = {
        "nav": "team",
        "form": form,
        "page": _rows(request, status_code),
        "query": f"status={status_code}&" if status_code else "",
        "status_options": options,
        "status_code": status_code,
        "expiry_days": get_int("INVITATION_EXPIRY_DAYS"),
        "roles": [{"role_name": row.name, "description": row.description} for row in roles],
    }
    return show(request, "team_invitations", shown | values, status=status)


def _rows(request: HttpRequest, status_code: str) -> Page[Any]:
    rows = invitations(active_company_id(request), status_code or None)
    page: Page[Any] = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = describe_invitations(list(page.object_list))
    return page


@company_admin("POST", permission=Permission.INVITATIONS_MANAGE)
def invitation_resend(request: HttpRequest, user_invitation_id: int) -> HttpResponse:
    """``/team/invitations/<id>/resend`` (IN-5)."""
    if guard.is_for_another_company(request):
        return _refuse_former(request)
    company_id, actor = active_company_id(request), caller(request).as_actor()
    try:
        row = resend(company_id=company_id, user_invitation_id=user_invitation_id, actor=actor)
    except Problem as problem:
        return _refused(request, problem)
    messages.success(request, f"The invitation to {row.invited_email} is on its way again. Only the new link works.")
    return go("team-invitations")


@company_admin("POST", permission=Permission.INVITATIONS_MANAGE)
def invitation_cancel(request: HttpRequest, user_invitation_id: int) -> HttpResponse:
    """``/team/invitations/<id>/cancel`` (IN-6)."""
    if guard.is_for_another_company(request):
        return _refuse_former(request)
    company_id, actor = active_company_id(request), caller(request).as_actor()
    try:
        reason = reason_of(request)
        row = cancel(company_id=company_id, user_invitation_id=user_invitation_id, actor=actor, reason=reason)
    except Problem as problem:
        return _refused(request, problem)
    messages.success(request, f"The invitation to {row.invited_email} is cancelled.")
    return go("team-invitations")


def _refuse_former(request: HttpRequest) -> HttpResponse:
    messages.error(request, "You opened another company since this page was made. Nothing was changed.")
    return go("team-invitations")


def _refused(request: HttpRequest, problem: Problem) -> HttpResponse:
    if problem.status == 404:
        raise problem
    text = problem.errors[0].message if isinstance(problem, ValidationFailed) else problem.detail
    if problem.code == "RATE_LIMIT_EXCEEDED":
        text = f"Your company has sent many invitations in a short time. Try again in {retry_minutes(problem)} minutes."
    messages.error(request, text)
    return go("team-invitations")
