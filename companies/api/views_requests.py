"""Access requests: asking and withdrawing, and deciding for a company (api.md sections 5 and 6.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import page_of, take_page
from common.api.rate_limiting import By, RateLimit
from common.api.views import ApiView
from common.permissions import Permission
from common.tenancy import system_scope
from companies import selectors, services
from companies.api import bodies, shapes
from companies.models import CompanySwitchRequest


class AskView(ApiView):
    access = Access.USER
    rate_limits = (RateLimit("RATE_LIMIT_ACCESS_REQUEST_PER_DAY", By.USER),)

    @documented(
        "Ask a company for access",
        description="The admins decide. Until then the register's name of the company is shown, else its ABN.",
        request=bodies.AccessRequestBody,
        response=shapes.AccessRequestShape,
        status=201,
        problems=["COMPANY_NOT_FOUND", "ALREADY_MEMBER", "ACCESS_REQUEST_PENDING", "ACCESS_REQUEST_COOLDOWN"],
    )
    def post(self, request: Request) -> Any:
        row = services.request_access(**self.validate(bodies.AccessRequestBody), actor=self.actor)
        return self.respond(shapes.AccessRequestShape, selectors.describe_own(row), status=201)


class OwnRequestsView(ApiView):
    access = Access.USER

    @documented(
        "List the own access requests",
        description="Newest first.",
        query=bodies.OwnAccessRequestsQuery,
        response=page_of(shapes.AccessRequestShape),
    )
    def get(self, request: Request) -> Any:
        query = self.query(bodies.OwnAccessRequestsQuery)
        # The requester is in no scope of the companies asked.
        with system_scope("companies.api.own_access_requests"):
            rows = selectors.own_access_requests(self.caller.user_id, query.get("status_code"))
            page = take_page(rows, query["page"], query["page_size"])
        described = replace(page, items=[selectors.describe_own(row) for row in page.items])
        return self.respond(page_of(shapes.AccessRequestShape), described)


class CancelView(ApiView):
    access = Access.USER

    @documented(
        "Withdraw an access request",
        response=shapes.AccessRequestShape,
        problems=["NOT_FOUND", "ACCESS_REQUEST_NOT_PENDING"],
    )
    def post(self, request: Request, company_switch_request_id: int) -> Any:
        row = services.cancel_request(company_switch_request_id=company_switch_request_id, actor=self.actor)
        return self.respond(shapes.AccessRequestShape, selectors.describe_own(row))


class _DecidingView(ApiView):
    access = Access.ADMIN
    permission = Permission.ACCESS_REQUESTS_DECIDE

    def answer(self, row: CompanySwitchRequest) -> Any:
        return self.respond(shapes.AdminAccessRequestShape, selectors.describe_request(row))


class AccessRequestsView(_DecidingView):
    @documented(
        "List the access requests",
        description="Oldest first; pending ones unless another status is asked for.",
        query=bodies.AccessRequestsQuery,
        response=page_of(shapes.AdminAccessRequestShape),
    )
    def get(self, request: Request, company_id: int) -> Any:
        query = self.query(bodies.AccessRequestsQuery)
        rows = selectors.access_requests(self.company_id, query["status_code"])
        page = take_page(rows, query["page"], query["page_size"])
        described = replace(page, items=[selectors.describe_request(row) for row in page.items])
        return self.respond(page_of(shapes.AdminAccessRequestShape), described)


class ApproveView(_DecidingView):
    @documented(
        "Approve an access request",
        request=bodies.ApproveRequestBody,
        response=shapes.AdminAccessRequestShape,
        problems=["NOT_FOUND", "ACCESS_REQUEST_NOT_PENDING", "ROLE_CEILING"],
    )
    def post(self, request: Request, company_id: int, company_switch_request_id: int) -> Any:
        role = self.validate(bodies.ApproveRequestBody)["role_code"]
        key = company_switch_request_id
        row = services.approve(company_id=self.company_id, company_switch_request_id=key, role=role, actor=self.actor)
        return self.answer(row)


class RejectView(_DecidingView):
    @documented(
        "Reject an access request",
        description="The reason is shown to the requester.",
        request=bodies.RejectRequestBody,
        response=shapes.AdminAccessRequestShape,
        problems=["NOT_FOUND", "ACCESS_REQUEST_NOT_PENDING"],
    )
    def post(self, request: Request, company_id: int, company_switch_request_id: int) -> Any:
        reason = self.validate(bodies.RejectRequestBody).get("reason")
        key = company_switch_request_id
        row = services.reject(
            company_id=self.company_id, company_switch_request_id=key, reason=reason, actor=self.actor
        )
        return self.answer(row)
