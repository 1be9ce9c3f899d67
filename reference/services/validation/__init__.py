"""Country validation by rules in the database: phones, postcodes, tax numbers and more (CV-1 to CV-7)."""

from reference.services.validation.engine import display_phone, validate, validate_many
from reference.services.validation.patterns import pattern_problems
from reference.services.validation.results import Validation
from reference.services.validation.saving import rule_problems

__all__ = ["Validation", "display_phone", "pattern_problems", "rule_problems", "validate", "validate_many"]
