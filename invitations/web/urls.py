"""Addresses of invitation pages; included at the root of the site."""

from __future__ import annotations

from django.urls import path

from invitations.web import invitee, team

urlpatterns = [
    path("invitations/accept", invitee.invitation_accept, name="invitation-accept"),
    path("invitations/decline", invitee.invitation_decline, name="invitation-decline"),
    path("team/invitations", team.team_invitations, name="team-invitations"),
    path("team/invitations/<int:user_invitation_id>/resend", team.invitation_resend, name="invitation-resend"),
    path("team/invitations/<int:user_invitation_id>/cancel", team.invitation_cancel, name="invitation-cancel"),
]
