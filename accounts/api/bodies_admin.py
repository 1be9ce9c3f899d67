"""Bodies and shapes of what staff do with accounts (api.md section 9)."""

from __future__ import annotations

from accounts.models.codes import IdentityProof, UserRoleCode, UserStatusCode
from common.api.account_shapes import UserShape
from common.api.fields import BooleanField, ChoiceField, EmailField, IdField, InstantField, IntegerField, TextField
from common.api.pagination import PageQuery
from common.api.serializers import Serializer, Shape
from common.reasons import REASON_MAX_LENGTH

_PROOFS = [code.value for code in IdentityProof]
_ROLES = [code.value for code in UserRoleCode]
_STATUSES = [code.value for code in UserStatusCode]


class UsersQuery(PageQuery):
    """``email`` is an address or its beginning; ``isClosed`` finds closed accounts instead of live ones."""

    email = TextField(max_length=254, required=False, example="dana@")
    status_code = ChoiceField(_STATUSES, required=False)
    is_closed = BooleanField(required=False, default=False)


class StaffReasonBody(Serializer):
    reason = TextField(max_length=REASON_MAX_LENGTH, example="Reported by the owner on the phone")


class IdentifiedReasonBody(StaffReasonBody):
    """``identityProof`` says how staff made sure who asks; name in the reason whom they spoke to."""

    identity_proof = ChoiceField(_PROOFS)


class StaffEmailChangeBody(IdentifiedReasonBody):
    new_email = EmailField()


class LockBody(StaffReasonBody):
    """Without ``lockedUntil`` the lock stays until staff lift it."""

    locked_until = InstantField(required=False)


class SystemRoleBody(StaffReasonBody):
    system_role_code = ChoiceField(_ROLES)


class PersonCompanyShape(Shape):
    company_id = IdField()
    company_name = TextField()
    role_code = TextField()
    status_code = ChoiceField(("active", "suspended", "removed"))


class StaffUserShape(UserShape):
    """Read from ``accounts.selectors.staff.StaffUserView``."""

    is_locked = BooleanField()
    locked_until = InstantField(allow_null=True)
    locked_reason = TextField(allow_null=True)
    failed_login_attempts = IntegerField(min_value=0)
    companies = PersonCompanyShape(many=True)
