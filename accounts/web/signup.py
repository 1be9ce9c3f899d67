"""Sign-up, inbox notice and confirmation of the address (SU-1 to SU-8)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.password_policy import password_policy
from accounts.services import signup as service
from accounts.services import verification
from accounts.web.forms.entry import EmailForm, SignupForm
from common.problems import Problem
from common.web import links
from common.web.access import public, visitor
from common.web.answers import go, show
from common.web.waiting import waiting
from settings_app.selectors import get_int

PURPOSE = "verify-email"
_EMAIL, _CONFIRMED = "signup_email", "confirmed_email"
STATES = {"TOKEN_INVALID": "invalid", "TOKEN_USED": "used", "TOKEN_EXPIRED": "expired"}


@visitor("GET", "POST")
def signup(request: HttpRequest) -> HttpResponse:
    """``/signup``: the next page is the same whether or not the address is known (SU-2)."""
    if request.method != "POST":
        return _signup_page(request, SignupForm())
    form = SignupForm(request.POST)
    if not form.is_valid():
        return _signup_page(request, form, 422)
    entered = form.cleaned_data
    try:
        service.sign_up(**{name: entered[name] for name in SignupForm.base_fields})
    except Problem as problem:
        if problem.code == "RATE_LIMIT_EXCEEDED":
            return _signup_page(request, form, 429, **waiting(problem))
        form.refuse(problem)
        return _signup_page(request, form, problem.status)
    request.session[_EMAIL] = entered["email"]
    return go("signup-check-inbox")


def _signup_page(request: HttpRequest, form: SignupForm, status: int = 200, **values: Any) -> HttpResponse:
    return show(
        request,
        "signup",
        {"form": form, "password_policy": password_policy(forbids_present=False), **values},
        status=status,
    )


@public("GET", "POST")
def check_inbox(request: HttpRequest) -> HttpResponse:
    """``/signup/check-inbox``: neutral; its form sends the link again (SU-7)."""
    if request.method != "POST":
        return _inbox_page(request, resent="resent" in request.GET)
    form = EmailForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["email"])))
        return _inbox_page(request, status=422)
    request.session[_EMAIL] = form.cleaned_data["email"]
    try:
        verification.resend(email=form.cleaned_data["email"])
    except Problem as problem:
        if problem.code != "RATE_LIMIT_EXCEEDED":
            raise
        return _inbox_page(request, status=429, limit_reached=True, **waiting(problem))
    return go("signup-check-inbox", resent="1")


def _inbox_page(request: HttpRequest, status: int = 200, **values: Any) -> HttpResponse:
    values |= {"email": request.session.get(_EMAIL), "expiry_hours": get_int("EMAIL_VERIFICATION_EXPIRY_HOURS")}
    return show(request, "check_inbox", values, status=status)


@public("GET", "POST")
def verify_email(request: HttpRequest) -> HttpResponse:
    """``/verify-email``: opening spends nothing, the button does (SU-4 to SU-6)."""
    redirect = links.put_away(request, PURPOSE)
    if redirect is not None:
        request.session.pop(_CONFIRMED, None)
        return redirect
    token = request.POST.get("token") or links.kept(request, PURPOSE)
    if not token:
        email = request.session.get(_CONFIRMED)
        return _verify_page(request, "done" if email else "missing", email=email)
    try:
        if request.method != "POST":
            return _verify_page(request, "confirm", email=verification.preview(token).email)
        user = verification.verify(token=token)
    except Problem as problem:
        if problem.code not in STATES:
            raise
        return _verify_page(request, STATES[problem.code], status=problem.status)
    links.forget(request, PURPOSE)
    request.session[_CONFIRMED] = user.email
    return go("verify-email")


def _verify_page(request: HttpRequest, state: str, status: int = 200, **values: Any) -> HttpResponse:
    return show(request, "verify_email", {"state": state, **values}, status=status)
