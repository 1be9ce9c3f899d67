"""Cookies, headers, origins."""

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import IS_PRODUCTION, PUBLIC_ORIGIN, env

_IS_TLS = PUBLIC_ORIGIN.startswith("https://")
if IS_PRODUCTION and not _IS_TLS:
    # Cookies would lack Secure, and mailed links would carry their secrets over an open line (section 26).
    raise ImproperlyConfigured("PUBLIC_ORIGIN must start with https:// in production, such as https://app.example.com")

ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [PUBLIC_ORIGIN]

AUTHENTICATION_BACKENDS = ["accounts.backends.AccountBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "dashboard"

SESSION_ENGINE = "common.web.session_store"
SESSION_COOKIE_NAME = "eventlead_session"
# Of visitors, who have a session once they open a mailed link; that of a log-in says itself when it ends (SE-9).
SESSION_COOKIE_AGE = 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _IS_TLS
CSRF_COOKIE_NAME = "eventlead_csrf"
CSRF_COOKIE_SECURE = _IS_TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_SSL_REDIRECT = IS_PRODUCTION and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if IS_PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_TLS_PROXY", default=False) else None
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/backoffice/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# The product's own origin is always one of the allowed ones.
CORS_ALLOWED_ORIGINS: list[str] = list(dict.fromkeys([PUBLIC_ORIGIN, *env.list("CORS_ALLOWED_ORIGINS", default=[])]))
CORS_ALLOW_CREDENTIALS = True
CORS_URLS_REGEX = r"^/api/"
CORS_PREFLIGHT_MAX_AGE = 3600
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-match", "if-none-match", "x-request-id"]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "X-Request-ID",
    "X-Truncated",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
