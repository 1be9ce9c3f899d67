"""Turns the nested error detail of Django REST framework into the flat list of api.md section 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rest_framework.exceptions import ErrorDetail, ValidationError

from common.api.serializers import WHOLE
from common.problems import FieldError, ValidationFailed

_CODES = {
    "null": "null_not_allowed",
    "invalid": "wrong_type",
    "not_a_list": "wrong_type",
    "not_a_dict": "wrong_type",
    "empty": "too_short",
    "min_length": "too_short",
    "max_length": "too_long",
    "min_value": "too_small",
    "max_value": "too_large",
}


def to_validation_failed(error: ValidationError) -> ValidationFailed:
    """One ``FieldError`` per message, paths such as ``billingDetails.billingState`` and ``rules.0.ruleKey``."""
    return ValidationFailed(list(_flatten(error.detail, ())))


def _flatten(detail: Any, path: tuple[str, ...]) -> Iterator[FieldError]:
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            yield from _flatten(inner, path if name == WHOLE else (*path, str(name)))
    elif isinstance(detail, list | tuple):
        for index, inner in enumerate(detail):
            is_leaf = isinstance(inner, str)
            yield from _flatten(inner, path if is_leaf else (*path, str(index)))
    else:
        code = (detail.code if isinstance(detail, ErrorDetail) else None) or "invalid"
        yield FieldError(".".join(path), _CODES.get(code, code), str(detail))
