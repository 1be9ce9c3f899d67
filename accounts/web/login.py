"""Log-in, log-out and the change of an expired password (LG-1 to LG-3, SE-7, SE-9, PW-4)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.models import User
from accounts.selectors.password_policy import password_policy
from accounts.services import page_sessions, password_reset
from accounts.web import pending_login
from accounts.web.forms.entry import LoginForm, NewPasswordForm
from accounts.web.locks import lock_facts
from common.problems import Problem, ValidationFailed
from common.web import links
from common.web.access import public, visitor
from common.web.answers import go, go_to, own_path, show
from common.web.waiting import waiting

PROOF = "password-expired"
INVITATION = "invitation"
_EXPIRED_EMAIL = "expired_email"
_STATES = {
    "INVALID_CREDENTIALS": "invalid",
    "EMAIL_NOT_VERIFIED": "not_verified",
    "ACCOUNT_LOCKED": "locked",
    "ACCOUNT_SUSPENDED": "suspended",
    "RATE_LIMIT_EXCEEDED": "limited",
}
_NOTICES = {
    "ended": "session_ended",
    "out": "logged_out",
    "changed": "password_changed",
    "closed": "account_closed",
    "step": "step_over",
    "next": "login_required",
}


@visitor("GET", "POST")
def login(request: HttpRequest) -> HttpResponse:
    """``/login``: each refusal of LG-1 is a state of the page; afterwards ``next``, dashboard or open step."""
    if request.method != "POST":
        state = next((state for name, state in _NOTICES.items() if name in request.GET), "")
        return _login_page(request, LoginForm(), state, next_address=request.GET.get("next"))
    form = LoginForm(request.POST)
    next_address = own_path(request, request.POST.get("next"))
    if not form.is_valid():
        return _login_page(request, form, "", status=422, next_address=next_address)
    email, invitation = form.cleaned_data["email"], links.kept(request, INVITATION)
    try:
        issued = page_sessions.log_in(request, email=email, password=form.cleaned_data["password"])
    except Problem as problem:
        return _refused(request, form, problem, next_address)
    if invitation:
        links.keep(request, INVITATION, invitation)
    return go_to(next_address or open_page(issued.user))


def open_page(user: User) -> str:
    """Where a person goes on who has just logged in (LG-3)."""
    if user.is_onboarding_complete:
        return reverse("dashboard")
    return reverse("onboarding-company" if user.onboarding_step > 1 else "onboarding-details")


def _refused(request: HttpRequest, form: LoginForm, problem: Problem, next_address: str | None) -> HttpResponse:
    email = form.cleaned_data["email"]
    if problem.code == "PASSWORD_EXPIRED":
        links.keep(request, PROOF, problem.extra["passwordChangeToken"])
        request.session[_EXPIRED_EMAIL] = email
        return go("password-expired")
    if problem.code == "SECOND_FACTOR_REQUIRED":
        pending_login.keep(request, problem, next_address)
        return go("second-step")
    if problem.code not in _STATES:
        raise problem
    return _login_page(
        request,
        form,
        _STATES[problem.code],
        status=problem.status,
        next_address=next_address,
        email=email,
        **(lock_facts(problem, email) if problem.code == "ACCOUNT_LOCKED" else waiting(problem)),
    )


def _login_page(
    request: HttpRequest, form: LoginForm, state: str, *, next_address: str | None, status: int = 200, **values: Any
) -> HttpResponse:
    values |= {"form": form, "state": state, "next": own_path(request, next_address)}
    return show(request, "login", values, status=status)


@public("POST")
def logout(request: HttpRequest) -> HttpResponse:
    """``/logout``: ends this session; an invitation that was open stays open for the next account."""
    next_address = own_path(request, request.POST.get("next"))
    invitation = links.kept(request, INVITATION)
    page_sessions.sign_out(request)
    if next_address is None:
        return go("login", out="1")
    if invitation and next_address == reverse("invitation-accept"):
        links.keep(request, INVITATION, invitation)
    return go_to(next_address)


@visitor("GET", "POST")
def password_expired(request: HttpRequest) -> HttpResponse:
    """``/password-expired``: a new password with the proof that the log-in gave (LG-1, PW-4)."""
    token = links.kept(request, PROOF)
    if not token:
        return go("login")
    form = NewPasswordForm(request.POST) if request.method == "POST" else NewPasswordForm()
    status = 200
    try:
        if form.is_bound and form.is_valid():
            password_reset.confirm(token=token, new_password=form.cleaned_data["new_password"])
            links.forget(request, PROOF)
            return go("login", changed="1")
        password_reset.validate(token)
        status = 422 if form.is_bound else 200
    except ValidationFailed as refusal:
        form.refuse(refusal)
        status = refusal.status
    except Problem as problem:
        if not problem.code.startswith("TOKEN_"):
            raise
        links.forget(request, PROOF)
        return show(request, "password_expired", {"state": "expired"}, status=problem.status)
    values = {
        "state": "form",
        "form": form,
        "password_policy": password_policy(forbids_present=True),
        "email": request.session.get(_EXPIRED_EMAIL, ""),
    }
    return show(request, "password_expired", values, status=status)
