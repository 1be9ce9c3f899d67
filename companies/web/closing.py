"""Closing the own account, with what it means for the person's companies (ME-3)."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest, HttpResponse

from common.problems import FieldError, Problem
from common.web.access import caller, signed_in
from common.web.answers import go, locked_text, show
from common.web.fields import PasswordField, TextField
from common.web.forms import PageForm
from companies.selectors import departures
from companies.services import close_account


class CloseAccountForm(PageForm):
    """The own address, typed to show that it is meant, and the present password."""

    confirm_email = TextField(
        "Type your e-mail address to confirm",
        ask="Type the e-mail address of your account.",
        max_length=254,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
    )
    current_password = PasswordField("Present password", ask="Enter your present password.")

    def __init__(self, *args: object, email: str) -> None:
        super().__init__(*args)
        self._email = email

    def further_errors(self) -> Iterable[FieldError]:
        typed = self.entered("confirm_email").lower()
        if typed and typed != self._email:
            yield FieldError("confirmEmail", "not_applicable", f"This is not your address. Type {self._email}.")


@signed_in("GET", "POST")
def account_close(request: HttpRequest) -> HttpResponse:
    """``/account/close``: says what happens, asks for address and password, and ends at the log-in page."""
    email = caller(request).email
    if request.method != "POST":
        return _page(request, CloseAccountForm(email=email))
    form = CloseAccountForm(request.POST, email=email)
    if not form.is_valid():
        return _page(request, form, 422)
    try:
        close_account(current_password=form.cleaned_data["current_password"], actor=caller(request).as_actor())
    except Problem as problem:
        if problem.code == "ACCOUNT_LOCKED":
            form.refuse_text(locked_text(problem, "close the account"))
        else:
            form.refuse(problem)
        return _page(request, form, problem.status)
    request.session.flush()
    return go("login", closed="1")


def _page(request: HttpRequest, form: CloseAccountForm, status: int = 200) -> HttpResponse:
    found = departures(caller(request).user_id)
    values = {
        "form": form,
        "departures": found,
        "is_kept": any(one.effect == "blocks" for one in found),
        "own_email": caller(request).email,
    }
    return show(request, "account_close", values, status=status)
