"""Forgotten passwords (PW-5, PW-6, PW-8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.selectors.password_policy import password_policy
from accounts.services import password_reset
from accounts.web.forms.entry import EmailForm, NewPasswordForm
from accounts.web.signup import STATES
from common.problems import Problem, ValidationFailed
from common.web import links
from common.web.access import public
from common.web.answers import go, show
from common.web.waiting import waiting
from settings_app.selectors import get_int

PURPOSE = "reset-password"
_EMAIL = "reset_email"


@public("GET", "POST")
def reset_password(request: HttpRequest) -> HttpResponse:
    """``/reset-password``: the next page is the same for every address (PW-5)."""
    if request.method != "POST":
        return show(request, "reset_password", {"form": EmailForm()})
    form = EmailForm(request.POST)
    if not form.is_valid():
        return show(request, "reset_password", {"form": form}, status=422)
    try:
        password_reset.request_reset(email=form.cleaned_data["email"])
    except Problem as problem:
        if problem.code != "RATE_LIMIT_EXCEEDED":
            raise
        values = {"form": form, **waiting(problem)}
        return show(request, "reset_password", values, status=problem.status)
    request.session[_EMAIL] = form.cleaned_data["email"]
    return go("reset-password-sent")


@public("GET")
def reset_sent(request: HttpRequest) -> HttpResponse:
    """``/reset-password/sent``: neutral."""
    values = {"email": request.session.get(_EMAIL), "expiry_hours": get_int("PASSWORD_RESET_EXPIRY_HOURS")}
    return show(request, "reset_sent", values)


@public("GET", "POST")
def reset_confirm(request: HttpRequest) -> HttpResponse:
    """``/reset-password/confirm``: checks the link before the form shows (PW-8); a weak password leaves it usable."""
    redirect = links.put_away(request, PURPOSE)
    if redirect is not None:
        return redirect
    token = request.POST.get("token") or links.kept(request, PURPOSE)
    if not token:
        return _confirm_page(request, "missing")
    form = NewPasswordForm(request.POST) if request.method == "POST" else NewPasswordForm()
    try:
        if form.is_bound and form.is_valid():
            password_reset.confirm(token=token, new_password=form.cleaned_data["new_password"])
            return _done(request)
        password_reset.validate(token)
    except ValidationFailed as refusal:
        form.refuse(refusal)
    except Problem as problem:
        if problem.code not in STATES:
            raise
        return _confirm_page(request, STATES[problem.code], status=problem.status)
    values = {"form": form, "password_policy": password_policy(forbids_present=True)}
    return _confirm_page(request, "form", status=422 if form.is_bound else 200, **values)


def _done(request: HttpRequest) -> HttpResponse:
    # The session that was open here has ended with all others; what is left of it goes too.
    request.session.flush()
    return go("login", changed="1")


def _confirm_page(request: HttpRequest, state: str, status: int = 200, **values: Any) -> HttpResponse:
    return show(request, "reset_confirm", {"state": state, **values}, status=status)
