"""What every endpoint below ``/auth`` does beyond ``ApiView``."""

from __future__ import annotations

from typing import Any

from accounts.services import limits
from common.api.views import ApiView
from common.problems import Problem
from logging_app.services import record_auth_event


class AuthView(ApiView):
    """Limits that services count become RateLimit headers; any limit reached here is recorded (section 21)."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        with limits.observed() as self._states:
            return super().dispatch(request, *args, **kwargs)

    def handle_exception(self, exc: Exception) -> Any:
        reached = isinstance(exc, Problem) and exc.code == "RATE_LIMIT_EXCEEDED"
        if reached and not isinstance(exc, limits.LimitReached):
            user_id = self.principal.user_id if self.principal is not None else None
            record_auth_event(event_type="RATE_LIMIT_EXCEEDED", is_success=False, user_id=user_id, reason="API")
        return super().handle_exception(exc)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        self.meter.verdicts += self._states
        return super().finalize_response(request, response, *args, **kwargs)
