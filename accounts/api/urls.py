"""Routes of accounts below ``/api/v1``."""

from __future__ import annotations

from django.urls import path

from accounts.api import (
    views_admin,
    views_email,
    views_entry,
    views_industries,
    views_passkeys,
    views_password_reset,
    views_profile,
    views_second_factor,
    views_session,
)

_second_factor = [
    path("auth/second-factor", views_second_factor.SecondFactorView.as_view(), name="api-factor"),
    path(
        "auth/second-factor/passkey/options",
        views_second_factor.FactorPasskeyOptionsView.as_view(),
        name="api-factor-passkey-begin",
    ),
    path("auth/second-factor/passkey", views_second_factor.FactorPasskeyView.as_view(), name="api-factor-passkey"),
    path("auth/second-factor/authenticator", views_second_factor.AuthenticatorView.as_view(), name="api-factor-app"),
    path(
        "auth/second-factor/authenticator/confirm",
        views_second_factor.ConfirmAuthenticatorView.as_view(),
        name="api-factor-app-confirm",
    ),
    path(
        "auth/second-factor/authenticator/remove",
        views_second_factor.RemoveAuthenticatorView.as_view(),
        name="api-factor-app-end",
    ),
    path("auth/second-factor/passkeys", views_second_factor.FactorByPasskeysView.as_view(), name="api-factor-passkeys"),
    path("auth/second-factor/recovery-codes", views_second_factor.RecoveryCodesView.as_view(), name="api-factor-codes"),
    path("auth/second-factor/remove", views_second_factor.RemoveSecondFactorView.as_view(), name="api-factor-end"),
]

urlpatterns = [
    path("auth/signup", views_entry.SignupView.as_view(), name="api-signup"),
    path("auth/verify-email", views_entry.VerifyEmailView.as_view(), name="api-verify-email"),
    path("auth/resend-verification", views_entry.ResendVerificationView.as_view(), name="api-resend-verification"),
    path("auth/login", views_entry.LoginView.as_view(), name="api-login"),
    path("auth/refresh", views_entry.RefreshView.as_view(), name="api-refresh"),
    path("auth/logout", views_session.LogoutView.as_view(), name="api-logout"),
    path("auth/logout-all", views_session.LogoutAllView.as_view(), name="api-logout-all"),
    path("auth/me", views_session.MeView.as_view(), name="api-me"),
    path("auth/change-password", views_session.ChangePasswordView.as_view(), name="api-change-password"),
    path("auth/password-reset/request", views_password_reset.RequestResetView.as_view(), name="api-reset-request"),
    path("auth/password-reset/validate", views_password_reset.ValidateResetView.as_view(), name="api-reset-validate"),
    path("auth/password-reset/confirm", views_password_reset.ConfirmResetView.as_view(), name="api-reset-confirm"),
    path("auth/email-change/confirm", views_email.ConfirmEmailChangeView.as_view(), name="api-email-change-confirm"),
    path("auth/email-change/stop", views_email.StopEmailChangeView.as_view(), name="api-email-change-stop"),
    path("auth/sessions", views_session.SessionsView.as_view(), name="api-sessions"),
    path("auth/sessions/revoke-others", views_session.RevokeOthersView.as_view(), name="api-sessions-revoke-others"),
    path("auth/sessions/<uuid:session_id>", views_session.SessionView.as_view(), name="api-session"),
    path("auth/passkeys", views_passkeys.PasskeysView.as_view(), name="api-passkeys"),
    path("auth/passkeys/<id:user_passkey_id>", views_passkeys.PasskeyView.as_view(), name="api-passkey"),
    path(
        "auth/passkeys/<id:user_passkey_id>/remove", views_passkeys.RemovePasskeyView.as_view(), name="api-passkey-end"
    ),
    path("auth/passkeys/register/options", views_passkeys.RegisterOptionsView.as_view(), name="api-passkey-begin"),
    path("auth/passkeys/register", views_passkeys.RegisterView.as_view(), name="api-passkey-add"),
    path("auth/passkeys/login/options", views_passkeys.LoginOptionsView.as_view(), name="api-passkey-login-begin"),
    path("auth/passkeys/login", views_passkeys.PasskeyLoginView.as_view(), name="api-passkey-login"),
    *_second_factor,
    path("users/me", views_profile.ProfileView.as_view(), name="api-profile"),
    path("users/me/onboarding-details", views_profile.OnboardingDetailsView.as_view(), name="api-onboarding-details"),
    path("users/me/accept-terms", views_profile.AcceptTermsView.as_view(), name="api-accept-terms"),
    path("users/me/email-change", views_email.EmailChangeView.as_view(), name="api-email-change"),
    path("users/me/email-change/cancel", views_email.CancelEmailChangeView.as_view(), name="api-email-change-cancel"),
    path("users/me/industries", views_industries.IndustriesView.as_view(), name="api-industries"),
    path("users/me/industries/<id:user_industry_id>", views_industries.IndustryView.as_view(), name="api-industry"),
    path("users/me/preferences", views_profile.PreferencesView.as_view(), name="api-preferences"),
    path("admin/users", views_admin.UsersView.as_view(), name="api-users"),
    path("admin/users/<id:user_id>", views_admin.UserView.as_view(), name="api-user"),
    path("admin/users/<id:user_id>/lock", views_admin.LockView.as_view(), name="api-user-lock"),
    path("admin/users/<id:user_id>/unlock", views_admin.UnlockView.as_view(), name="api-user-unlock"),
    path("admin/users/<id:user_id>/suspend", views_admin.SuspendView.as_view(), name="api-user-suspend"),
    path("admin/users/<id:user_id>/reactivate", views_admin.ReactivateView.as_view(), name="api-user-reactivate"),
    path("admin/users/<id:user_id>/reopen", views_admin.ReopenView.as_view(), name="api-user-reopen"),
    path(
        "admin/users/<id:user_id>/reset-second-factor",
        views_admin.ResetSecondFactorView.as_view(),
        name="api-user-reset-factor",
    ),
    path("admin/users/<id:user_id>/change-email", views_admin.ChangeEmailView.as_view(), name="api-user-change-email"),
    path(
        "admin/users/<id:user_id>/cancel-email-change",
        views_admin.CancelUserEmailChangeView.as_view(),
        name="api-user-cancel-email-change",
    ),
    path("admin/users/<id:user_id>/system-role", views_admin.SystemRoleView.as_view(), name="api-user-system-role"),
]
