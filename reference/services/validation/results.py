"""What a validation answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NO_RULE: Final = "no_rule"
EMAIL_EXAMPLE: Final = "name@company.example"


@dataclass(frozen=True, slots=True)
class Validation:
    """Outcome for one value (api.md section 3).

    A valid one has ``stored_value`` and ``display_value``; an invalid one ``error_code`` (an item code, or ``no_rule``)
    and ``error_message``. ``example`` is one of the rule that matched, else of the first rule.
    """

    is_valid: bool
    rule_type_code: str
    rule_key: str | None = None
    stored_value: str | None = None
    display_value: str | None = None
    error_code: str | None = None
    error_message: str | None = None
    example: str | None = None
