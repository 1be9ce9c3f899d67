"""The second step of a log-in: ``/login/second-factor`` (SF-3, SF-4)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from accounts.services import page_sessions, second_factor_login
from accounts.services.sessions import IssuedSession
from accounts.web import pending_login
from accounts.web.forms.second_factor import AppCodeForm, RecoveryCodeForm
from accounts.web.login import INVITATION, open_page
from accounts.web.passkeys import answering_json, begun, credential_of
from accounts.web.pending_login import PendingLogin
from common.problems import Problem
from common.web import links
from common.web.access import visitor
from common.web.answers import go, go_to, own_path, retry_minutes, show

_STATES = {"ACCOUNT_LOCKED": "locked", "ACCOUNT_SUSPENDED": "suspended", "RATE_LIMIT_EXCEEDED": "limited"}
# The challenge is worth nothing any more: only the log-in itself helps.
_OVER = ("SECOND_FACTOR_CHALLENGE_INVALID", "PASSWORD_EXPIRED", "EMAIL_NOT_VERIFIED")
_WRONG = {
    "code": "This is not the code that your app shows now. Codes change every 30 seconds and work once.",
    "recovery_code": "This is none of your unused recovery codes. Each works once, and newer ones replace older ones.",
}


@visitor("GET", "POST")
def second_step(request: HttpRequest) -> HttpResponse:
    """``/login/second-factor``: a code of the app or a recovery code; afterwards as after the log-in (LG-3)."""
    waiting = pending_login.kept(request)
    if waiting is None or waiting.is_over:
        return _begin_again(request, waiting)
    if request.method != "POST":
        return _step_page(request, waiting)
    field = "recovery_code" if "recovery_code" in request.POST else "code"
    form = RecoveryCodeForm(request.POST) if field == "recovery_code" else AppCodeForm(request.POST)
    if not form.is_valid():
        return _step_page(request, waiting, form, status=422)
    invitation = links.kept(request, INVITATION)
    try:
        issued = page_sessions.pass_second_factor(request, challenge_token=waiting.token, code=form.cleaned_data[field])
    except Problem as problem:
        return _refused(request, waiting, form, field, problem)
    return go_to(_go_on(request, waiting, issued, invitation))


def _refused(
    request: HttpRequest, waiting: PendingLogin, form: AppCodeForm | RecoveryCodeForm, field: str, problem: Problem
) -> HttpResponse:
    if problem.code in _OVER:
        return _begin_again(request, waiting)
    if problem.code == "SECOND_FACTOR_INVALID":
        form.refuse_text(_WRONG[field], field)
        return _step_page(request, waiting, form, status=problem.status)
    if problem.code not in _STATES:
        raise problem
    return _step_page(
        request,
        waiting,
        state=_STATES[problem.code],
        status=problem.status,
        retry_minutes=retry_minutes(problem),
    )


def _step_page(
    request: HttpRequest,
    waiting: PendingLogin,
    form: AppCodeForm | RecoveryCodeForm | None = None,
    *,
    status: int = 200,
    **values: Any,
) -> HttpResponse:
    shown = {
        "state": "",
        "form": form,
        "app_form": form if isinstance(form, AppCodeForm) else AppCodeForm(),
        "recovery_form": form if isinstance(form, RecoveryCodeForm) else RecoveryCodeForm(),
        "has_app": "totp" in waiting.methods,
        "has_passkey": "passkey" in waiting.methods,
        "has_recovery": "recovery" in waiting.methods,
        "is_recovery_open": isinstance(form, RecoveryCodeForm) or waiting.methods == ["recovery"],
        **values,
    }
    return show(request, "second_step", shown, status=status)


def _begin_again(request: HttpRequest, waiting: PendingLogin | None) -> HttpResponse:
    """Back to the log-in, which says that the step is over and keeps the address to go on to."""
    if waiting is None:
        return go("login")
    pending_login.forget(request)
    address = {"next": waiting.next_address} if waiting.next_address else {}
    return go("login", step="over", **address)


def _go_on(request: HttpRequest, waiting: PendingLogin, issued: IssuedSession, invitation: str) -> str:
    """Where the log-in leads; an invitation that was open stays open."""
    if invitation:
        links.keep(request, INVITATION, invitation)
    return own_path(request, waiting.next_address) or open_page(issued.user)


@visitor("POST")
@answering_json
def second_step_passkey_options(request: HttpRequest) -> HttpResponse:
    """``/login/second-factor/passkey/options``: a challenge for the passkeys of the person."""
    return begun(*second_factor_login.begin_passkey(challenge_token=_required(request).token))


@visitor("POST")
@answering_json
def second_step_passkey(request: HttpRequest) -> HttpResponse:
    """``/login/second-factor/passkey``: opens the page session."""
    waiting, invitation = _required(request), links.kept(request, INVITATION)
    issued = page_sessions.pass_second_factor_by_passkey(
        request,
        challenge_token=waiting.token,
        ceremony_token=request.POST.get("ceremony_token", ""),
        credential=credential_of(request),
    )
    return JsonResponse({"next": _go_on(request, waiting, issued, invitation)})


def _required(request: HttpRequest) -> PendingLogin:
    waiting = pending_login.kept(request)
    if waiting is None:
        raise Problem("SECOND_FACTOR_CHALLENGE_INVALID")
    return waiting
