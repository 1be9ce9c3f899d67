"""The e-mail address of the account: asking for another one, and the links of both addresses (PR-1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.email_changes import pending_change
from accounts.services import email_change, email_change_links
from accounts.web.forms.address import EmailChangeForm
from common.actors import VISITOR
from common.problems import Problem
from common.web import links
from common.web.access import caller, onboarded, principal_of, public
from common.web.answers import go, locked_text, retry_minutes, show
from settings_app.selectors import get_int

PURPOSE = "email-change"
_OUTCOME = "email_change_outcome"
_STATES = {
    "TOKEN_INVALID": "invalid",
    "TOKEN_USED": "used",
    "TOKEN_EXPIRED": "expired",
    "ACCOUNT_EXISTS": "taken",
    "ACCOUNT_LOCKED": "locked",
}


@onboarded("GET", "POST")
def account_email(request: HttpRequest) -> HttpResponse:
    """``/account/email``: asks for another address; while one is open, says what is missing and offers to cancel."""
    if request.method != "POST":
        return _email_page(request, EmailChangeForm())
    actor = caller(request).as_actor()
    if request.POST.get("action") == "cancel":
        return _cancel(request)
    form = EmailChangeForm(request.POST)
    if not form.is_valid():
        return _email_page(request, form, 422)
    try:
        change = email_change.request_change(actor=actor, **form.cleaned_data)
    except Problem as problem:
        _refuse(form, problem)
        return _email_page(request, form, problem.status)
    messages.success(request, f"We have mailed a link to {actor.email} and one to {change.new_email}.")
    return go("account-email")


def _cancel(request: HttpRequest) -> HttpResponse:
    try:
        email_change.cancel(actor=caller(request).as_actor())
    except Problem as problem:
        if problem.code != "NOT_FOUND":
            raise
        messages.info(request, "There is no change of address to cancel any more.")
    else:
        messages.success(request, "The change is cancelled. Your address stays as it is.")
    return go("account-email")


def _refuse(form: EmailChangeForm, problem: Problem) -> None:
    minutes = retry_minutes(problem)
    if problem.code == "ACCOUNT_LOCKED":
        form.refuse_text(locked_text(problem, "change the address"))
    elif problem.code == "RATE_LIMIT_EXCEEDED" and minutes:
        wait = f"{minutes} minute{'' if minutes == 1 else 's'}"
        form.refuse_text(f"There were too many requests. You can ask again in {wait}.")
    else:
        form.refuse(problem)


def _email_page(request: HttpRequest, form: EmailChangeForm, status: int = 200) -> HttpResponse:
    person = caller(request)
    values = {
        "form": form,
        "present_email": person.email,
        "change": pending_change(person.user_id),
        "expiry_hours": get_int("EMAIL_CHANGE_EXPIRY_HOURS"),
    }
    return show(request, "account_email", values, status=status)


@public("GET", "POST")
def confirm_email_change(request: HttpRequest) -> HttpResponse:
    """``/confirm-email-change``: opening a link uses nothing, its buttons do (SU-4)."""
    redirect = links.put_away(request, PURPOSE)
    if redirect is not None:
        request.session.pop(_OUTCOME, None)
        return redirect
    token = request.POST.get("token") or links.kept(request, PURPOSE)
    if not token:
        return _confirm_page(request, **_shown(request.session.get(_OUTCOME) or {"state": "missing"}))
    try:
        if request.method != "POST":
            return _confirm_page(request, "confirm", link=email_change_links.preview(token))
        outcome = _stop(token) if request.POST.get("action") == "stop" else _agree(request, token)
    except Problem as problem:
        if problem.code not in _STATES:
            raise
        values = {"retry_minutes": retry_minutes(problem)}
        return _confirm_page(request, _STATES[problem.code], status=problem.status, **values)
    links.forget(request, PURPOSE)
    request.session[_OUTCOME] = outcome
    return go("confirm-email-change")


def _agree(request: HttpRequest, token: str) -> dict[str, Any]:
    principal = principal_of(request)
    link = email_change_links.confirm(token=token, actor=principal.as_actor() if principal else VISITOR)
    change = link.change
    state = "done" if change.is_changed else "waiting"
    outcome = {"state": state, "new_email": change.new_email, "side": link.side.value}
    if change.effective_from is None:
        return outcome
    return {**outcome, "is_by_staff": True, "effective_from": change.effective_from.isoformat()}


def _stop(token: str) -> dict[str, Any]:
    is_by_staff = email_change_links.stop(token=token).is_by_staff
    return {"state": "stopped", "is_by_staff": is_by_staff}


def _shown(outcome: dict[str, Any]) -> dict[str, Any]:
    """The outcome as it was kept in the session, with the instant that is text there."""
    instant = outcome.get("effective_from")
    return {**outcome, "effective_from": datetime.fromisoformat(instant)} if instant else outcome


def _confirm_page(request: HttpRequest, state: str, status: int = 200, **values: Any) -> HttpResponse:
    return show(request, "confirm_email_change", {**values, "state": state}, status=status)
