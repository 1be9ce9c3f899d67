"""Forms of signed-out pages: sign-up, log-in, reset."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from accounts.services.signup import sign_up_errors
from common.problems import FieldError
from common.web.fields import EmailField, PasswordField, TermsField, TextField
from common.web.forms import PageForm

ASK_FIRST_NAME = "Enter your first name, for example Alex."
ASK_LAST_NAME = "Enter your last name, for example Nguyen."
ASK_EMAIL = "Enter your e-mail address, for example name@example.com."
ASK_NEW_PASSWORD = "Choose a password, for example three unrelated words and a number."  # noqa: S105


class SignupForm(PageForm):
    """SU-1. The password rules are the service's; they are shown together with whatever else is wrong."""

    first_name = TextField("First name", ask=ASK_FIRST_NAME, max_length=100, attrs={"autocomplete": "given-name"})
    last_name = TextField("Last name", ask=ASK_LAST_NAME, max_length=100, attrs={"autocomplete": "family-name"})
    email = EmailField(ask=ASK_EMAIL, help_text="We mail a link to this address to confirm it.")
    password = PasswordField("Password", ask=ASK_NEW_PASSWORD, is_new=True)
    accept_terms = TermsField()

    def further_errors(self) -> Iterable[FieldError]:
        password = self.cleaned_data.get("password")
        return sign_up_errors(
            email=self.entered("email"),
            first_name=self.entered("first_name"),
            last_name=self.entered("last_name"),
            password=password,
            accept_terms=None,
        )


class LoginForm(PageForm):
    """E-mail and password; what is wrong with them is never said in detail (LG-1)."""

    email = EmailField(ask=ASK_EMAIL)
    password = PasswordField("Password", ask="Enter your password.")
    next = forms.CharField(required=False, widget=forms.HiddenInput())


class EmailForm(PageForm):
    """One address: reset, and resend of the confirmation mail."""

    email = EmailField(ask=ASK_EMAIL)


class NewPasswordForm(PageForm):
    """A new password by link or proof (PW-6)."""

    new_password = PasswordField("New password", ask=ASK_NEW_PASSWORD, is_new=True)
