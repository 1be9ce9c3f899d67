"""Answers of the invitation endpoints (api.md section 3)."""

from __future__ import annotations

from common.api.account_shapes import AccessGrantShape, SessionShape
from common.api.fields import BooleanField, ChoiceField, IdField, InstantField, IntegerField, TextField
from common.api.serializers import Shape
from invitations.selectors import INVITATION_STATUSES


class InviterShape(Shape):
    user_id = IdField()
    name = TextField()


class InvitationShape(Shape):
    user_invitation_id = IdField()
    company_id = IdField()
    invited_email = TextField()
    first_name = TextField()
    last_name = TextField()
    role_code = TextField()
    status_code = ChoiceField(INVITATION_STATUSES)
    invited_by = InviterShape()
    invited_at = InstantField()
    expires_at = InstantField()
    accepted_at = InstantField(allow_null=True)
    declined_at = InstantField(allow_null=True)
    decline_reason = TextField(allow_null=True)
    cancelled_at = InstantField(allow_null=True)
    cancellation_reason = TextField(allow_null=True)
    resend_count = IntegerField()
    last_resent_at = InstantField(allow_null=True)
    can_resend = BooleanField()
    can_cancel = BooleanField()


class InvitationPreviewShape(Shape):
    user_invitation_id = IdField()
    company_name = TextField()
    role_code = TextField()
    role_name = TextField()
    inviter_name = TextField()
    invited_email = TextField()
    first_name = TextField()
    last_name = TextField()
    status_code = ChoiceField(INVITATION_STATUSES)
    expires_at = InstantField()
    next_step = ChoiceField(("signup", "login", "accept", "wrong_account", "none"))


class InvitedSessionShape(SessionShape):
    user_company_id = IdField()


class AcceptedShape(AccessGrantShape):
    user_company_id = IdField()


class DeclinedShape(Shape):
    status_code = ChoiceField(("declined",))
