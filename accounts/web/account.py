"""The person's own account: profile (PR-1, PR-4) and password (PW-7)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.password_policy import password_policy
from accounts.selectors.profiles import UserView, describe_user
from accounts.services.password_change import change_password
from accounts.services.profile import update_profile
from accounts.web.forms.profile import PasswordChangeForm, ProfileForm
from accounts.web.persons import person
from common.problems import Problem
from common.web.access import caller, onboarded
from common.web.answers import go, locked_text, show


@onboarded("GET", "POST")
def account(request: HttpRequest) -> HttpResponse:
    """``/account``: everything optional can be cleared; saving without a change writes nothing."""
    profile = describe_user(person(request))
    if request.method != "POST":
        return _account_page(request, ProfileForm(initial=_known(profile)), profile)
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return _account_page(request, form, profile, 422)
    try:
        update_profile(changes=_changes(form), actor=caller(request).as_actor())
    except Problem as problem:
        form.refuse(problem)
        return _account_page(request, form, profile, problem.status)
    messages.success(request, "Your changes are saved.")
    return go("account")


def _known(profile: UserView) -> dict[str, Any]:
    names = ("first_name", "last_name", "role_title", "bio", "country_code", "timezone_identifier", "language_code")
    return {name: getattr(profile, name) for name in names} | {"phone": profile.phone_display or profile.phone}


def _changes(form: ProfileForm) -> dict[str, Any]:
    """Entries under the names of the service; what was emptied is None."""
    return {name: form.optional(name) for name in form.fields}


def _account_page(request: HttpRequest, form: ProfileForm, profile: UserView, status: int = 200) -> HttpResponse:
    return show(request, "account", {"form": form, "profile": profile}, status=status)


@onboarded("GET", "POST")
def account_password(request: HttpRequest) -> HttpResponse:
    """``/account/password``: needs the present password; the other sessions end."""
    if request.method != "POST":
        return _password_page(request, PasswordChangeForm())
    form = PasswordChangeForm(request.POST)
    if not form.is_valid():
        return _password_page(request, form, 422)
    try:
        change_password(actor=caller(request).as_actor(), **form.cleaned_data)
    except Problem as problem:
        if problem.code == "ACCOUNT_LOCKED":
            form.refuse_text(locked_text(problem, "change the password"))
        else:
            form.refuse(problem)
        return _password_page(request, form, problem.status)
    messages.success(request, "Your password is changed. Your other devices are logged out.")
    return go("account-password")


def _password_page(request: HttpRequest, form: PasswordChangeForm, status: int = 200) -> HttpResponse:
    values = {"form": form, "password_policy": password_policy(forbids_present=True)}
    return show(request, "account_password", values, status=status)
