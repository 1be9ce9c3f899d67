"""Endpoints of the audit trail."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from auditing.api.serializers import RoleAuditQuery, RoleChangeShape
from auditing.selectors import role_trail
from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import cursor_page_of
from common.api.views import ApiView
from common.permissions import Permission
from common.tenancy import system_scope


class RoleAuditView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.LOGS_READ

    @documented(
        "List the changes of roles",
        description="Newest first: system roles of people, and their roles in companies.",
        query=RoleAuditQuery,
        response=cursor_page_of(RoleChangeShape),
    )
    def get(self, request: Request) -> Any:
        query = self.query(RoleAuditQuery)
        # Staff read the trail of all companies.
        with system_scope("auditing.api.role_audit"):
            rows = role_trail(
                role_type=query.get("role_type"),
                user_id=query.get("user_id"),
                company_id=query.get("company_id"),
                since=query.get("from_"),
                until=query.get("to"),
            )
            return self.cursor_page(rows, RoleChangeShape, query)
