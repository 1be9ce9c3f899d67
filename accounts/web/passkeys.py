"""Passkeys on pages: adding, renaming, removing and log-in. The script posts here and gets JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from accounts.selectors.passkeys import PasskeyView, own_passkeys
from accounts.services import page_sessions, passkey_login, passkeys
from accounts.services.passkey_ceremonies import Ceremony
from accounts.services.passkey_protocol import has_name
from accounts.web.forms.passkeys import AddPasskeyForm, RemovePasskeyForm, RenamePasskeyForm
from accounts.web.login import INVITATION, open_page
from common.problems import Problem, ValidationFailed
from common.web import links
from common.web.access import caller, onboarded, visitor
from common.web.answers import go, own_path, retry_minutes

View = Callable[..., HttpResponse]

_MESSAGES = {
    "PASSKEY_INVALID": "This passkey was not accepted. Try again, or log in with your password.",
    "SECOND_FACTOR_INVALID": "This passkey was not accepted. Try again, or use another way.",
    "SECOND_FACTOR_CHALLENGE_INVALID": "This took longer than five minutes. Go back to the log-in and begin again.",
    "ACCOUNT_SUSPENDED": "Your account is suspended. Please contact support; we can tell you why.",
    "EMAIL_NOT_VERIFIED": "Please confirm your e-mail address first, with the link that we mailed you.",
}


@dataclass(frozen=True, slots=True)
class PasskeyRow:
    """One passkey with the forms to rename and remove it."""

    passkey: PasskeyView
    rename_form: RenamePasskeyForm
    remove_form: RemovePasskeyForm


@dataclass(frozen=True, slots=True)
class PasskeyPanel:
    """What ``components/passkeys.html`` shows."""

    rows: list[PasskeyRow]
    add_form: AddPasskeyForm
    limit: int = passkeys.MAX_PASSKEYS

    @property
    def has_name(self) -> bool:
        """Whether the product is reached by a host name, which passkeys need."""
        return has_name()

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another one."""
        return len(self.rows) >= self.limit


def panel(user_id: int) -> PasskeyPanel:
    """The passkeys of a person, for the page about log-in and security."""
    rows = [
        PasskeyRow(
            passkey,
            RenamePasskeyForm(initial={"name": passkey.name}, auto_id=f"passkey-{passkey.user_passkey_id}-%s"),
            RemovePasskeyForm(auto_id=f"passkey-{passkey.user_passkey_id}-%s"),
        )
        for passkey in own_passkeys(user_id)
    ]
    return PasskeyPanel(rows, AddPasskeyForm(auto_id="passkey-%s"))


def answering_json(view: View) -> View:
    """Refusals become ``{"message": …}`` for the script."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Problem as problem:
            return JsonResponse({"message": message_of(problem)}, status=problem.status)

    return answering


def message_of(problem: Problem) -> str:
    """One sentence or two that say what is wrong."""
    if isinstance(problem, ValidationFailed):
        return " ".join(error.message for error in problem.errors)
    minutes = retry_minutes(problem)
    if minutes is not None:
        what = "Your account is locked." if problem.code == "ACCOUNT_LOCKED" else "There were too many attempts."
        return f"{what} Try again in {minutes} minute{'' if minutes == 1 else 's'}."
    return _MESSAGES.get(problem.code, problem.detail)


def begun(ceremony: Ceremony, options: dict[str, Any]) -> JsonResponse:
    """What the script needs to ask the browser."""
    return JsonResponse({"ceremonyToken": ceremony.token, "publicKey": options})


def credential_of(request: HttpRequest) -> dict[str, Any]:
    """What the script read from the browser; anything else is an empty credential, which no check accepts."""
    try:
        credential = json.loads(request.POST.get("credential", ""))
    except ValueError:
        return {}
    return credential if isinstance(credential, dict) else {}


def _refuse_bad(form: Any) -> None:
    if not form.is_valid():
        raise Problem("VALIDATION_ERROR", " ".join(str(text) for texts in form.errors.values() for text in texts))


@onboarded("POST")
@answering_json
def passkey_options(request: HttpRequest) -> HttpResponse:
    """``/account/security/passkeys/options``: begins adding one, with the present password."""
    form = AddPasskeyForm(request.POST)
    _refuse_bad(form)
    started = passkeys.begin_registration(
        actor=caller(request).as_actor(), current_password=form.cleaned_data["current_password"]
    )
    return begun(*started)


@onboarded("POST")
@answering_json
def passkey_add(request: HttpRequest) -> HttpResponse:
    """``/account/security/passkeys``: keeps the credential."""
    form = RenamePasskeyForm(request.POST)
    _refuse_bad(form)
    row = passkeys.register(
        actor=caller(request).as_actor(),
        ceremony_token=request.POST.get("ceremony_token", ""),
        credential=credential_of(request),
        name=form.cleaned_data["name"],
    )
    messages.success(request, f"The passkey “{row.passkey_name}” is added. You can log in with it from now on.")
    return JsonResponse({"next": reverse("account-security")})


@onboarded("POST")
def passkey_rename(request: HttpRequest, user_passkey_id: int) -> HttpResponse:
    """``/account/security/passkeys/<id>/rename``."""
    form = RenamePasskeyForm(request.POST)
    try:
        _refuse_bad(form)
        name = form.cleaned_data["name"]
        passkeys.rename(user_passkey_id=user_passkey_id, name=name, actor=caller(request).as_actor())
    except Problem as problem:
        return _back(request, problem)
    messages.success(request, f"The passkey is called “{name}” now.")
    return go("account-security")


@onboarded("POST")
def passkey_remove(request: HttpRequest, user_passkey_id: int) -> HttpResponse:
    """``/account/security/passkeys/<id>/remove``: needs the present password."""
    form = RemovePasskeyForm(request.POST)
    try:
        _refuse_bad(form)
        passkeys.remove(
            user_passkey_id=user_passkey_id,
            current_password=form.cleaned_data["current_password"],
            actor=caller(request).as_actor(),
        )
    except Problem as problem:
        return _back(request, problem)
    messages.success(
        request, "The passkey is removed. It opens your account no more; delete it on your device as well."
    )
    return go("account-security")


def _back(request: HttpRequest, problem: Problem) -> HttpResponse:
    if problem.code == "NOT_FOUND":
        raise problem
    messages.error(request, message_of(problem))
    return go("account-security")


@visitor("POST")
@answering_json
def passkey_login_options(request: HttpRequest) -> HttpResponse:
    """``/login/passkey/options``: the same for everybody."""
    return begun(*passkey_login.begin_login())


@visitor("POST")
@answering_json
def passkey_log_in(request: HttpRequest) -> HttpResponse:
    """``/login/passkey``: opens a page session; an invitation that was open stays open."""
    next_address, invitation = own_path(request, request.POST.get("next")), links.kept(request, INVITATION)
    issued = page_sessions.log_in_by_passkey(
        request, ceremony_token=request.POST.get("ceremony_token", ""), credential=credential_of(request)
    )
    if invitation:
        links.keep(request, INVITATION, invitation)
    return JsonResponse({"next": next_address or open_page(issued.user)})
