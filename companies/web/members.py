"""What administrators do about one member: another role, suspending, reactivating, removing (ME-2 to ME-5).

Each is a page of its own that says what it means before it happens. What cannot be done is told on the same page, and
what was typed stays on it (GEN-5).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from common.api.etag import etag_of
from common.permissions import Permission
from common.problems import Problem
from common.web import guard
from common.web.access import active_company_id, caller, company_admin
from common.web.answers import go, show
from companies import selectors, services
from companies.models import UserCompany
from companies.selectors import MemberView
from companies.web.member_forms import MemberForm, RoleForm
from companies.web.obstacles import obstacle
from companies.web.roles import roles_up_to

_STALE = (
    "Somebody changed this membership while the page was open. Nothing of yours is saved yet, and your entries are "
    "still here. Look at it again, then decide."
)

_TOLD = "They read it in the mail, and it is kept with the membership."
_HINTS = {"role": "It is kept in the company's records; the mail does not hold it."}


def _elsewhere(request: HttpRequest) -> HttpResponse | None:
    """SW-3: a form of the former company changes nothing; what was typed is shown, and the way back to that company."""
    if request.method != "POST" or not guard.is_for_another_company(request):
        return None
    sent, principal = request.POST.get("form_company_id", ""), caller(request)
    own = selectors.own_companies(principal.user_id, principal.company_id)
    values = {
        "nav": "team",
        "former": next((one for one in own if str(one.company_id) == sent), None),
        "kept": _kept(MemberForm(request.POST)),
        "here": request.path,
    }
    return show(request, "member_elsewhere", values, status=409)


_managers = company_admin("GET", "POST", permission=Permission.MEMBERS_MANAGE, before=_elsewhere)


@_managers
def member_role(request: HttpRequest, user_id: int) -> HttpResponse:
    """``/team/<user>/role`` (ME-4)."""

    def run(member: MemberView, form: Any, **who: Any) -> str:
        role_code = form.entered("role_code")
        services.change_member_role(role_code=role_code, **who)
        if role_code == member.role_code:
            return f"{_name(member)} has that role already. Nothing was changed."
        return f"{_name(member)} has the role {services.role_name(role_code)} now."

    return _respond(request, user_id, "role", run)


@_managers
def member_suspend(request: HttpRequest, user_id: int) -> HttpResponse:
    """``/team/<user>/suspend`` (ME-5)."""

    def run(member: MemberView, form: Any, **who: Any) -> str:
        services.suspend_member(**who)
        return f"{_name(member)} is suspended and cannot work in the company until you reactivate them."

    return _respond(request, user_id, "suspend", run)


@_managers
def member_reactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    """``/team/<user>/reactivate`` (ME-5)."""

    def run(member: MemberView, form: Any, **who: Any) -> str:
        services.reactivate_member(**who)
        return f"{_name(member)} can work in the company again, as {member.role_name}."

    return _respond(request, user_id, "reactivate", run)


@_managers
def member_remove(request: HttpRequest, user_id: int) -> HttpResponse:
    """``/team/<user>/remove`` (ME-5)."""

    def run(member: MemberView, form: Any, **who: Any) -> str:
        services.remove_member(**who)
        return f"{_name(member)} does not belong to the company any more."

    return _respond(request, user_id, "remove", run)


def _respond(request: HttpRequest, user_id: int, act: str, run: Callable[..., str]) -> HttpResponse:
    company_id, actor = active_company_id(request), caller(request).as_actor()
    services.require_member(user_id, company_id, actor)
    row = _row(request, user_id)
    if request.method != "POST":
        return _page(request, row, act, _form(request, row, act))
    form = _form(request, row, act, request.POST)
    if not form.is_valid():
        return _page(request, row, act, form, 422)
    about = {"actor": actor, "company_id": company_id, "user_id": user_id, "reason": form.optional("reason")}
    try:
        done = run(selectors.describe_member(row), form, precondition=_unchanged(request), **about)
    except Problem as problem:
        return _refused(request, user_id, act, form, problem)
    messages.success(request, done)
    return go("team")


def _row(request: HttpRequest, user_id: int) -> UserCompany:
    row = selectors.member(active_company_id(request), user_id)
    if row is None:
        raise Problem("NOT_FOUND")
    return row


def _unchanged(request: HttpRequest) -> Callable[[Any], None]:
    """The membership is still the one that the page has shown."""

    def check(row: Any) -> None:
        if request.POST.get("version") != etag_of(row):
            raise Problem("STALE_RESOURCE")

    return check


def _form(request: HttpRequest, row: UserCompany, act: str, data: Any = None) -> MemberForm:
    initial, hint = {"version": etag_of(row)}, _HINTS.get(act, _TOLD)
    if act != "role":
        return MemberForm(data, initial=initial, hint=hint)
    initial["role_code"] = selectors.describe_member(row).role_code
    return RoleForm(data, own_role=caller(request).company_role, initial=initial, hint=hint)


def _stale(request: HttpRequest, row: UserCompany, act: str) -> HttpResponse:
    """The form as it was sent, about the membership as it is now: sent again, it holds."""
    renewed = request.POST.copy()
    renewed["version"] = etag_of(row)
    form = _form(request, row, act, renewed)
    form.is_valid()
    form.refuse_text(_STALE)
    return _page(request, row, act, form, 412)


def _refused(request: HttpRequest, user_id: int, act: str, form: MemberForm, problem: Problem) -> HttpResponse:
    if problem.status == 404:
        raise problem
    row = _row(request, user_id)
    if problem.code == "STALE_RESOURCE":
        return _stale(request, row, act)
    form.refuse(problem, "role_code" if problem.code == "ROLE_CEILING" and act == "role" else None)
    return _page(request, row, act, form, problem.status)


def _page(request: HttpRequest, row: UserCompany, act: str, form: MemberForm, status: int = 200) -> HttpResponse:
    principal, member = caller(request), selectors.describe_member(row)
    found = obstacle(member, act, principal)
    if found is not None and not form.is_bound:
        status = found.status
    values = {
        "nav": "team",
        "act": act,
        "member": member,
        "name": _name(member),
        "form": form,
        "obstacle": found,
        "kept": _kept(form),
        "roles": roles_up_to(principal.company_role) if act == "role" else (),
    }
    return show(request, "member_action", values, status=status)


def _kept(form: MemberForm) -> str:
    """The reason as typed, for pages that have no field for it."""
    return str(form.data.get("reason", "")) if form.is_bound else ""


def _name(member: MemberView) -> str:
    return f"{member.first_name} {member.last_name}"
