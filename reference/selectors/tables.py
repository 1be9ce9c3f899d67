"""The 20 reference tables under their public names, with their rows as clients see them (api.md section 7)."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.db import models

from common.history import AUDIT_COLUMNS
from reference.selectors.lookups import active_rows

TABLES: Final = {
    "countries": "Country",
    "languages": "Language",
    "industries": "Industry",
    "user-statuses": "UserStatus",
    "user-invitation-statuses": "UserInvitationStatus",
    "user-roles": "UserRole",
    "user-company-roles": "UserCompanyRole",
    "user-company-statuses": "UserCompanyStatus",
    "setting-categories": "SettingCategory",
    "setting-types": "SettingType",
    "rule-types": "RuleType",
    "customer-tiers": "CustomerTier",
    "joined-via": "JoinedVia",
    "company-relationship-types": "CompanyRelationshipType",
    "company-relationship-statuses": "CompanyRelationshipStatus",
    "company-switch-request-types": "CompanySwitchRequestType",
    "company-switch-request-statuses": "CompanySwitchRequestStatus",
    "theme-preferences": "ThemePreference",
    "layout-densities": "LayoutDensity",
    "font-sizes": "FontSize",
}
_TEMPLATE = frozenset({"description", "is_active", "sort_order", *AUDIT_COLUMNS})


def table_totals() -> list[dict[str, Any]]:
    """Return every table with the number of its active rows."""
    return [{"table": name, "total": len(active_rows(model))} for name, model in TABLES.items()]


def own_columns(model_name: str) -> list[models.Field[Any, Any]]:
    """Return the columns a table has beyond the template of lookups."""
    model: Any = apps.get_model("reference", model_name)
    hidden = _TEMPLATE | {model._meta.pk.name, model.code_field, model.name_field}
    return [field for field in model._meta.concrete_fields if field.name not in hidden]


def table_rows(model_name: str) -> list[dict[str, Any]]:
    """Return the active rows of a lookup table, in order; a table without descriptions has null there."""
    names = [field.name for field in own_columns(model_name)]
    return [
        {
            "id": row.pk,
            "code": row.code,
            "name": row.name,
            "description": getattr(row, "description", None),
            "sort_order": row.sort_order,
            **{name: getattr(row, name) for name in names},
        }
        for row in active_rows(model_name)
    ]
