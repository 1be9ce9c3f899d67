"""The tables of schema config (database.md 6.3)."""

from settings_app.models.rules import CompanyValidationRule, ValidationRule
from settings_app.models.settings import AppSetting

__all__ = ["AppSetting", "CompanyValidationRule", "ValidationRule"]
