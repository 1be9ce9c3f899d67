"""REST layer and its document."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["common.api.renderers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.api.parsers.JsonParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "common.api.exceptions.handler",
    "UNAUTHENTICATED_USER": None,
}

# Dotted paths by which the common layer reaches the apps it may not import.
API_AUTHENTICATION = "accounts.api.authentication.BearerAuthentication"
COMPANY_GATE = "companies.selectors.path_company_state"
CROSS_COMPANY_RECORDER = "companies.services.record_cross_company_attempt"
ERROR_RECORDER = "logging_app.services.record_error"
INTEGER_SETTING = "settings_app.selectors.get_int"

SPECTACULAR_SETTINGS = {
    "TITLE": "EventLead Platform API",
    "DESCRIPTION": "Identity, companies, teams and configuration. Behaviour and errors: docs/api.",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
}
