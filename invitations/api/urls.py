"""Routes of invitations below ``/api/v1``."""

from __future__ import annotations

from django.urls import path

from invitations.api import views_company, views_invitee

_OF_COMPANY = "companies/<id:company_id>/invitations"

urlpatterns = [
    path(_OF_COMPANY, views_company.InvitationsView.as_view(), name="api-invitations"),
    path(
        f"{_OF_COMPANY}/<id:user_invitation_id>/resend",
        views_company.ResendInvitationView.as_view(),
        name="api-invitation-resend",
    ),
    path(
        f"{_OF_COMPANY}/<id:user_invitation_id>/cancel",
        views_company.CancelInvitationView.as_view(),
        name="api-invitation-cancel",
    ),
    path("invitations/preview", views_invitee.PreviewView.as_view(), name="api-invitation-preview"),
    path("invitations/signup", views_invitee.InvitedSignupView.as_view(), name="api-invitation-signup"),
    path("invitations/accept", views_invitee.AcceptView.as_view(), name="api-invitation-accept"),
    path("invitations/decline", views_invitee.DeclineView.as_view(), name="api-invitation-decline"),
    path("users/me/invitations", views_invitee.OwnInvitationsView.as_view(), name="api-own-invitations"),
]
