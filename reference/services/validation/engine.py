"""The engine: normalise, then length, pattern and checksum of each rule; the first that accepts wins (CV-2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.text import is_email_shape
from reference.models import Country
from reference.selectors.lookups import active_rows, country
from reference.services.validation import forms
from reference.services.validation.checksums import has_valid_checksum
from reference.services.validation.normalising import normalise
from reference.services.validation.patterns import is_usable, matches
from reference.services.validation.results import EMAIL_EXAMPLE, NO_RULE, Validation
from settings_app.selectors import Rule, rules_for

_ERROR_CODES = {"phone": "phone_invalid", "postal_code": "postal_code_invalid", "email": "email_invalid"}
_CHECKSUM_CODES = {"au.abn": "abn_invalid", "au.acn": "acn_invalid"}


def validate(country_code: str, rule_type_code: str, value: str, company_id: int | None = None) -> Validation:
    """Test one value by the rules of a country and type, as the company has chosen them (CV-1 to CV-7).

    Never raises for what is entered and never writes. ``error_code`` is ``required``, ``no_rule``,
    ``phone_country_mismatch`` or the invalid code of the type.
    """
    rules = usable_rules(country_code, rule_type_code, company_id)
    text = value.strip()
    if not text:
        return _blank(rule_type_code, rules)
    if not rules:
        return _general_email(text) if rule_type_code == "email" else _no_rule(rule_type_code)
    found = _Trial(country(country_code), rule_type_code, rules).run(text)
    if found.is_valid and found.stored_value != text:
        # Only what the rules take again in the same form is stored (database.md 6.3).
        again = _Trial(country(country_code), rule_type_code, rules).run(str(found.stored_value))
        if again.stored_value != found.stored_value:
            return again if not again.is_valid else _refused(rule_type_code, rules[0])
    return found


def usable_rules(country_code: str, rule_type_code: str, company_id: int | None = None) -> list[Rule]:
    """Return the rules in force, in the order of trial; those with a broken pattern are skipped (CV-3, CV-6)."""
    return [rule for rule in rules_for(country_code, rule_type_code, company_id) if is_usable(rule.pattern)]


def validate_many(country_code: str, values: Mapping[str, str], company_id: int | None = None) -> dict[str, Validation]:
    """Test several values by their rule type."""
    return {code: validate(country_code, code, value, company_id) for code, value in values.items()}


def display_phone(e164: str | None, country_code: str | None = None) -> str | None:
    """Return the local form of a stored number (CV-5), or the number as it is when no active rule knows it.

    ``country_code`` decides between countries that share a prefix.
    """
    if not e164:
        return None
    owners = _owners(e164)
    for owner in sorted(owners, key=lambda row: row.country_code != country_code):
        found = _Trial(owner, "phone", usable_rules(owner.country_code, "phone")).run(e164)
        if found.is_valid and found.display_value:
            return found.display_value
    return e164


class _Trial:
    """One value against the rules of one type."""

    def __init__(self, place: Country | None, rule_type_code: str, rules: Sequence[Rule]) -> None:
        self.place, self.rule_type_code, self.rules = place, rule_type_code, rules
        self.prefix = place.phone_prefix if place is not None else ""

    def run(self, text: str) -> Validation:
        normal = normalise(self.rule_type_code, text, self.prefix)
        if self.rule_type_code == "phone":
            return self._mismatch(normal) or self._phone(normal)
        rule = self._first(normal)
        if rule is None:
            return self._refused()
        stored = self._spaced(rule, normal) if self.rule_type_code == "postal_code" else normal
        shown = forms.fill(forms.mask_of(rule), stored) if self.rule_type_code == "tax_id" else stored
        return _accepted(rule, stored, shown)

    def _first(self, *candidates: str) -> Rule | None:
        for rule in self.rules:
            if any(_accepts(rule, candidate) for candidate in candidates):
                return rule
        return None

    def _refused(self) -> Validation:
        return _refused(self.rule_type_code, self.rules[0]) if self.rules else _no_rule(self.rule_type_code)

    @staticmethod
    def _spaced(rule: Rule, code: str) -> str:
        spaced = forms.spaced_code(rule, code)
        return spaced if _accepts(rule, spaced) else code

    def _phone(self, number: str) -> Validation:
        if self.place is None:
            return self._refused()
        rule = self._first(number)
        if rule is not None:
            stored = self._international(rule, number)
            return _accepted(rule, stored, self._local(rule, stored))
        # A number stored by a local rule must pass even where no rule knows the international form.
        rule = self._first(*forms.national_forms(number, self.prefix))
        return _accepted(rule, number, self._local(rule, number)) if rule is not None else self._refused()

    def _international(self, rule: Rule, number: str) -> str:
        if number.startswith("+"):
            return number
        has_prefix = number.startswith(self.prefix[1:])
        if has_prefix and (_accepts(rule, f"+{number}") or not rule.is_prefix_stripped):
            return f"+{number}"
        return self.prefix + number.removeprefix(forms.TRUNK)

    def _local(self, rule: Rule, stored: str) -> str:
        if not stored.startswith(self.prefix):
            return stored
        if rule.is_prefix_stripped:
            local = forms.trunk_of(rule) + stored[len(self.prefix) :]
        else:
            written = forms.national_forms(stored, self.prefix)
            local = next((form for form in written if _accepts(rule, form)), stored)
        return forms.fill(forms.mask_of(rule), local)

    def _mismatch(self, number: str) -> Validation | None:
        """A prefix of other countries only (CV-5); those that share ours, such as US and CA, are no mismatch."""
        owners = _owners(number)
        if self.place is None or not self.rules or not owners:
            return None
        if self.place.country_code in {owner.country_code for owner in owners}:
            return None
        names, rule = " or ".join(owner.country_name for owner in owners), self.rules[0]
        message = (
            f"This number starts with {owners[0].phone_prefix} and belongs to {names}, not to {self.place.country_name}"
        )
        return _failed(self.rule_type_code, "phone_country_mismatch", message, rule)


def _owners(number: str) -> list[Country]:
    """Countries whose prefix the number has, the longest prefix winning, in their order."""
    countries: list[Country] = [row for row in active_rows("Country") if number.startswith(row.phone_prefix)]
    longest = max((len(row.phone_prefix) for row in countries), default=0)
    return [row for row in countries if len(row.phone_prefix) == longest]


def _accepts(rule: Rule, text: str) -> bool:
    if rule.min_length is not None and len(text) < rule.min_length:
        return False
    if rule.max_length is not None and len(text) > rule.max_length:
        return False
    if not matches(rule.pattern, text):
        return False
    return rule.checksum is None or has_valid_checksum(rule.checksum, text)


def _accepted(rule: Rule, stored: str, shown: str) -> Validation:
    return Validation(
        is_valid=True,
        rule_type_code=rule.rule_type_code,
        rule_key=rule.rule_key,
        stored_value=stored,
        display_value=shown,
        example=rule.example,
    )


def _blank(rule_type_code: str, rules: Sequence[Rule]) -> Validation:
    if rules:
        return _failed(rule_type_code, "required", "This is required", rules[0])
    example = EMAIL_EXAMPLE if rule_type_code == "email" else None
    message = f"This is required. Example: {example}." if example else "This is required."
    return Validation(False, rule_type_code, error_code="required", error_message=message, example=example)


def _refused(rule_type_code: str, rule: Rule) -> Validation:
    code = _CHECKSUM_CODES.get(rule.checksum or "") or _ERROR_CODES.get(rule_type_code, "pattern_mismatch")
    return _failed(rule_type_code, code, rule.message, rule)


def _failed(rule_type_code: str, code: str, message: str, rule: Rule) -> Validation:
    return Validation(
        is_valid=False,
        rule_type_code=rule_type_code,
        error_code=code,
        error_message=f"{message.rstrip('.')}. Example: {rule.display_example or rule.example}.",
        example=rule.example,
    )


def _no_rule(rule_type_code: str) -> Validation:
    message = "This cannot be checked for the chosen country yet."
    return Validation(False, rule_type_code, error_code=NO_RULE, error_message=message)


def _general_email(text: str) -> Validation:
    address = text.lower()
    if is_email_shape(address):
        return Validation(True, "email", stored_value=address, display_value=address, example=EMAIL_EXAMPLE)
    return Validation(
        is_valid=False,
        rule_type_code="email",
        error_code="email_invalid",
        error_message=f"This is not a valid e-mail address. Example: {EMAIL_EXAMPLE}.",
        example=EMAIL_EXAMPLE,
    )
