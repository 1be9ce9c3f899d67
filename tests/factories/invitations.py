"""Invitations."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory

from common import clock
from common.links import hash_token
from invitations.models import UserInvitation
from reference.selectors.lookups import code_id
from tests.factories.base import TenantFactory

_CLOSED = {"accepted": "accepted_at", "declined": "declined_at", "cancelled": "cancelled_at", "expired": "expired_at"}


class InvitationFactory(TenantFactory):
    """A pending invitation whose link secret is ``token``; ``status`` closes it, ``overdue`` lets its time be over."""

    class Meta:
        model = UserInvitation

    class Params:
        role = "company_user"
        status = "pending"
        overdue = False
        token = factory.Sequence(lambda n: f"token-{n}")

    invited_email = factory.Sequence(lambda n: f"invitee{n}@people.example")
    first_name = "Priya"
    last_name = "Shah"
    token_hash = factory.LazyAttribute(lambda o: hash_token(o.token))
    user_company_role_id = factory.LazyAttribute(lambda o: code_id("UserCompanyRole", o.role))
    user_invitation_status_id = factory.LazyAttribute(lambda o: code_id("UserInvitationStatus", o.status))
    invited_at = factory.LazyAttribute(lambda o: clock.now() - timedelta(days=8 if o.overdue else 0))
    expires_at = factory.LazyAttribute(lambda o: o.invited_at + timedelta(days=7))


def make_invitation(**values: Any) -> UserInvitation:
    """Typed short form of ``InvitationFactory``; needs ``company`` and ``invited_by_user``."""
    closed = _CLOSED.get(values.get("status", "pending"))
    if closed is not None:
        values.setdefault(closed, clock.now())
    row: UserInvitation = InvitationFactory(**values)
    return row
