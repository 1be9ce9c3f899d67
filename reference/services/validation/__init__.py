"""Country validation by rules in the database: phones, postcodes, tax numbers and more (CV-1 to CV-7)."""

from reference.services.validation.engine import display_phone, validate, validate_many
from reference.services.validation.patterns import pattern_problems
from reference.services.validation.results import Validation
from reference.services.validation.saving import rule_problems
from reference.services.validation.summary import RuleSummary, first_example, rule_summaries

__all__ = [
    "RuleSummary",
    "Validation",
    "display_phone",
    "first_example",
    "pattern_problems",
    "rule_problems",
    "rule_summaries",
    "validate",
    "validate_many",
]
