"""Two-step log-in of the own account: ``/account/security`` and what it opens (SF-5).

Recovery codes are the answer to the form that made them and are kept nowhere, so they are shown once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.second_factors import PLATFORM, SecondFactorStatus, status_of
from accounts.services import second_factor
from accounts.services.authenticators import AuthenticatorSetup
from accounts.web.forms.second_factor import ConfirmAppForm, PresentPasswordForm
from accounts.web.passkeys import message_of
from common.actors import Actor
from common.api.principal import Principal
from common.problems import Problem, ValidationFailed
from common.web.access import caller, onboarded
from common.web.answers import go, show
from companies.selectors import own_companies

_NOTHING_WAITS: Final = "No app is being set up, or it took longer than half an hour. Begin again below."
_FEW_CODES: Final = 3
_PURPOSES = ("app", "passkeys", "codes", "remove", "off")
_FILE_HEAD: Final = "EventLead recovery codes"


@dataclass(frozen=True, slots=True)
class SecondFactorPanel:
    """What ``components/second_factor.html`` shows; ``forms`` ask for the password, by purpose."""

    status: SecondFactorStatus
    is_session_confirmed: bool
    is_staff_required: bool
    company_names: list[str]
    forms: dict[str, PresentPasswordForm]

    @property
    def is_last_method(self) -> bool:
        """Whether the app is the only way besides recovery codes."""
        return self.status.passkey_count == 0

    @property
    def has_few_codes(self) -> bool:
        return self.status.is_enabled and self.status.recovery_codes_left <= _FEW_CODES


def panel(principal: Principal) -> SecondFactorPanel:
    """Two-step log-in of a person, for the page about log-in and security."""
    status = status_of(principal.user_id)
    names = {row.company_id: row.company_name for row in own_companies(principal.user_id, None)}
    return SecondFactorPanel(
        status=status,
        is_session_confirmed=principal.has_second_factor,
        is_staff_required=PLATFORM in status.required_by,
        company_names=[names[key] for key in status.required_by if isinstance(key, int) and key in names],
        forms={purpose: PresentPasswordForm(auto_id=f"{purpose}-%s") for purpose in _PURPOSES},
    )


@onboarded("POST")
def authenticator_begin(request: HttpRequest) -> HttpResponse:
    """``/account/security/authenticator/begin``: after the password, the page with the code to scan."""

    def run(actor: Actor, password: str) -> HttpResponse:
        second_factor.begin_authenticator(actor=actor, current_password=password)
        return go("authenticator")

    return _confirmed(request, run)


@onboarded("GET", "POST")
def authenticator(request: HttpRequest) -> HttpResponse:
    """``/account/security/authenticator``: scan or type the key, then prove it with the first code."""
    actor, form = caller(request).as_actor(), ConfirmAppForm(request.POST if request.method == "POST" else None)
    setup = second_factor.pending_authenticator(actor=actor)
    if setup is None:
        messages.error(request, _NOTHING_WAITS)
        return go("account-security")
    if not form.is_valid():
        return _setup_page(request, setup, form, 422 if form.is_bound else 200)
    try:
        codes = second_factor.confirm_authenticator(actor=actor, code=form.cleaned_data["code"])
    except ValidationFailed as refusal:
        form.refuse(refusal)
        return _setup_page(request, setup, form, refusal.status)
    except Problem as problem:
        messages.error(request, message_of(problem))
        return go("account-security")
    if codes:
        return _codes_page(request, codes, is_turned_on=True)
    messages.success(request, "The authenticator app is set up. Codes of a former one no longer work.")
    return go("account-security")


def _setup_page(request: HttpRequest, setup: AuthenticatorSetup, form: ConfirmAppForm, status: int) -> HttpResponse:
    groups = [setup.setup_key[start : start + 4] for start in range(0, len(setup.setup_key), 4)]
    values = {
        "form": form,
        "qr_code": _qr_code(setup.otpauth_uri),
        "otpauth_uri": setup.otpauth_uri,
        "key_groups": groups,
        "issuer": setup.issuer,
        "account_name": setup.account_name,
    }
    return show(request, "account_authenticator", values, status=status)


def _qr_code(text: str) -> str:
    """Black on white whatever the theme: cameras read nothing else as well."""
    code = segno.make(text, error="m", micro=False)
    return str(code.svg_data_uri(scale=6, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True))


@onboarded("POST")
def passkeys_as_second_step(request: HttpRequest) -> HttpResponse:
    """``/account/security/two-step/passkeys``: ask for a passkey after the password from now on."""

    def run(actor: Actor, password: str) -> HttpResponse:
        codes = second_factor.enable_passkeys(actor=actor, current_password=password)
        return _codes_page(request, codes, is_turned_on=True) if codes else go("account-security")

    return _confirmed(request, run)


@onboarded("POST")
def recovery_codes_renew(request: HttpRequest) -> HttpResponse:
    """``/account/security/two-step/codes``: ten new recovery codes; the former ones end."""

    def run(actor: Actor, password: str) -> HttpResponse:
        codes = second_factor.renew_recovery_codes(actor=actor, current_password=password)
        return _codes_page(request, codes, is_turned_on=False)

    return _confirmed(request, run)


@onboarded("POST")
def authenticator_remove(request: HttpRequest) -> HttpResponse:
    """``/account/security/authenticator/remove``: passkeys and recovery codes remain."""

    def run(actor: Actor, password: str) -> HttpResponse:
        second_factor.remove_authenticator(actor=actor, current_password=password)
        messages.success(request, "The authenticator app is removed. You can delete EventLead in the app as well.")
        return go("account-security")

    return _confirmed(request, run)


@onboarded("POST")
def two_step_off(request: HttpRequest) -> HttpResponse:
    """``/account/security/two-step/off``: the password alone logs in again."""

    def run(actor: Actor, password: str) -> HttpResponse:
        second_factor.turn_off(actor=actor, current_password=password)
        messages.success(request, "Two-step log-in is off. Your password alone opens your account now.")
        return go("account-security")

    return _confirmed(request, run)


def _confirmed(request: HttpRequest, run: Callable[[Actor, str], HttpResponse]) -> HttpResponse:
    """Run what the present password confirms; a refusal is shown on the page about log-in and security."""
    form = PresentPasswordForm(request.POST)
    try:
        if not form.is_valid():
            raise Problem("VALIDATION_ERROR", " ".join(str(text) for text in form.errors["current_password"]))
        return run(caller(request).as_actor(), form.cleaned_data["current_password"])
    except Problem as problem:
        messages.error(request, message_of(problem))
        return go("account-security")


def _codes_page(request: HttpRequest, codes: list[str], *, is_turned_on: bool) -> HttpResponse:
    lines = [
        f"{_FILE_HEAD} of {caller(request).email}",
        "Each works once, in place of the second step.",
        "",
        *codes,
        "",
    ]
    values: dict[str, Any] = {
        "codes": codes,
        "is_turned_on": is_turned_on,
        "file_address": f"data:text/plain;charset=utf-8,{quote(chr(10).join(lines))}",
    }
    return show(request, "account_recovery_codes", values)
