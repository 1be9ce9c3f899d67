"""Middleware of every request, outermost first: context, security headers, body limit, API failures."""

from common.middleware.api_failures import ApiFailureMiddleware
from common.middleware.body_limit import BodyLimitMiddleware
from common.middleware.request_context import RequestContextMiddleware
from common.middleware.security_headers import SecurityHeadersMiddleware

__all__ = [
    "ApiFailureMiddleware",
    "BodyLimitMiddleware",
    "RequestContextMiddleware",
    "SecurityHeadersMiddleware",
]
