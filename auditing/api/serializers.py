"""Queries and shapes of the audit trail."""

from __future__ import annotations

from auditing.models.roles import ROLE_TYPES
from common.api.fields import ChoiceField, IdField, InstantField, TextField
from common.api.pagination import CursorQuery
from common.api.serializers import Shape


class RoleAuditQuery(CursorQuery):
    """``from`` and ``to`` are instants; both belong to the period."""

    role_type = ChoiceField(ROLE_TYPES, required=False)
    user_id = IdField(required=False)
    company_id = IdField(required=False)
    from_ = InstantField(required=False)
    to = InstantField(required=False)


class RoleChangeShape(Shape):
    audit_role_id = IdField(source="pk")
    created_date = InstantField()
    role_type = ChoiceField(ROLE_TYPES)
    user_id = IdField()
    company_id = IdField(allow_null=True)
    old_role_code = TextField(allow_null=True)
    new_role_code = TextField(allow_null=True)
    change_reason = TextField(allow_null=True)
    changed_by_user_id = IdField(allow_null=True)
    changed_by_email = TextField(allow_null=True)
    ip_address = TextField(allow_null=True)
    user_agent = TextField(allow_null=True)
    request_id = TextField(allow_null=True)
