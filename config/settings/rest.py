"""REST layer and its document."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["common.api.renderers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.api.parsers.JsonParser"],
    "DEFAULT_SCHEMA_CLASS": "common.api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "common.api.exceptions.handler",
    "UNAUTHENTICATED_USER": None,
}

# Dotted paths by which the common layer reaches the apps it may not import.
API_AUTHENTICATION = "accounts.api.authentication.BearerAuthentication"
COMPANY_GATE = "companies.selectors.path_company_state"
CROSS_COMPANY_RECORDER = "companies.services.record_cross_company_attempt"
REGISTER_HOLDERS = "companies.selectors.register_holders"
ROLE_FLAGS = "reference.selectors.roles.flags"
ERROR_RECORDER = "logging_app.services.record_error"
INTEGER_SETTING = "settings_app.selectors.get_int"

SPECTACULAR_SETTINGS = {
    "TITLE": "EventLead Platform API",
    "DESCRIPTION": "Identity, companies, teams and configuration. Behaviour and errors: docs/api.",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "PATH_CONVERTER_OVERRIDES": {"id": {"type": "integer", "format": "int64", "minimum": 0}},
    "GET_LIB_DOC_EXCLUDES": "common.api.schema.get_doc_barriers",
    "POSTPROCESSING_HOOKS": ["common.api.schema.finish_document"],
}
