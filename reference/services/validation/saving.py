"""What a rule must obey before it is saved (CV-4, invariant 35)."""

from __future__ import annotations

from reference.services.validation.checksums import has_valid_checksum
from reference.services.validation.normalising import normalise
from reference.services.validation.patterns import matches, pattern_problems


def rule_problems(
    *,
    rule_type_code: str,
    pattern: str,
    example: str,
    min_length: int | None = None,
    max_length: int | None = None,
    checksum: str | None = None,
    phone_prefix: str | None = None,
) -> list[str]:
    """Return why a rule may not be saved: an unsafe pattern, or one that does not accept its own example.

    The example is normalised first, like an entry; ``phone_prefix`` is that of the rule's country.
    """
    problems = pattern_problems(pattern)
    if problems:
        return problems
    normal = normalise(rule_type_code, example.strip(), phone_prefix)
    if not matches(pattern, normal):
        return [f"The pattern does not accept its own example {example!r}."]
    if (min_length is not None and len(normal) < min_length) or (max_length is not None and len(normal) > max_length):
        return [f"The example {example!r} lies outside the lengths of its rule."]
    if checksum is not None and not has_valid_checksum(checksum, normal):
        return [f"The example {example!r} fails the checksum {checksum}."]
    return []
