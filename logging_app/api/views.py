"""Endpoints of the logs."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import Problem
from logging_app.api.shapes import DiagnosticsShape
from logging_app.selectors import trace_of_request
from logging_app.services.diagnostics import record_look


class DiagnosticsView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.LOGS_READ

    @documented(
        "Everything known of one request",
        description="Oldest first, at most 200 rows of a kind. Requests are logged a few seconds after their answer.",
        response=DiagnosticsShape,
        problems=["NOT_FOUND"],
    )
    def get(self, request: Request, request_id: str) -> Any:
        trace = trace_of_request(request_id)
        if trace.is_empty:
            raise Problem("NOT_FOUND", "Nothing is known of this request id. It may be too old, or seconds too young.")
        record_look(trace, actor=self.actor)
        return self.respond(DiagnosticsShape, trace)
