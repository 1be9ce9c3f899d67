"""Addresses of account and information pages; included at the root of the site."""

from __future__ import annotations

from django.urls import path

from accounts.web import (
    account,
    address,
    information,
    login,
    onboarding,
    passkeys,
    reset,
    security,
    sessions,
    signup,
    terms,
)

urlpatterns = [
    path("", information.home, name="home"),
    path("terms", information.terms, name="terms"),
    path("privacy", information.privacy, name="privacy"),
    path("support", information.support, name="support"),
    path("status", information.status, name="status"),
    path("signup", signup.signup, name="signup"),
    path("signup/check-inbox", signup.check_inbox, name="signup-check-inbox"),
    path("verify-email", signup.verify_email, name="verify-email"),
    path("login", login.login, name="login"),
    path("login/passkey/options", passkeys.passkey_login_options, name="passkey-login-options"),
    path("login/passkey", passkeys.passkey_log_in, name="passkey-login"),
    path("logout", login.logout, name="logout"),
    path("password-expired", login.password_expired, name="password-expired"),
    path("reset-password", reset.reset_password, name="reset-password"),
    path("reset-password/sent", reset.reset_sent, name="reset-password-sent"),
    path("reset-password/confirm", reset.reset_confirm, name="reset-password-confirm"),
    path("onboarding/details", onboarding.onboarding_details, name="onboarding-details"),
    path("account", account.account, name="account"),
    path("account/email", address.account_email, name="account-email"),
    path("confirm-email-change", address.confirm_email_change, name="confirm-email-change"),
    path("account/password", account.account_password, name="account-password"),
    path("account/terms", terms.account_terms, name="account-terms"),
    path("account/security", security.account_security, name="account-security"),
    path("account/security/passkeys/options", passkeys.passkey_options, name="passkey-options"),
    path("account/security/passkeys", passkeys.passkey_add, name="passkey-add"),
    path("account/security/passkeys/<id:user_passkey_id>/rename", passkeys.passkey_rename, name="passkey-rename"),
    path("account/security/passkeys/<id:user_passkey_id>/remove", passkeys.passkey_remove, name="passkey-remove"),
    path("sessions", sessions.sessions, name="sessions"),
    path("sessions/<uuid:session_id>/end", sessions.session_end, name="session-end"),
]
