"""Problems: every refusal the product can answer, by code (api.md section 2).

Services raise ``Problem`` and ``ValidationFailed``; the API renders them as RFC 9457 problem documents, pages as
messages and field errors. A code that is not registered here cannot be raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.problem_types import PROBLEM_TYPES, ProblemType

__all__ = ["PROBLEM_TYPES", "FieldError", "FieldErrors", "Problem", "ProblemType", "ValidationFailed"]

_RESERVED_MEMBERS = frozenset({"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})


@dataclass(frozen=True, slots=True)
class FieldError:
    """One bad field: JSON path (``billingDetails.billingState``, ``""`` for the whole body), item code, message."""

    field: str
    code: str
    message: str

    def as_dict(self) -> dict[str, str]:
        return {"field": self.field, "code": self.code, "message": self.message}


class Problem(Exception):
    """A refusal with a registered code.

    ``extra`` holds further members of the document under their JSON names, such as ``retryAfter`` (seconds);
    ``headers`` are further HTTP headers for the API, such as ``RateLimit-Reset``.

    Raises:
        KeyError: the code is not registered.
    """

    errors: tuple[FieldError, ...] = ()

    def __init__(
        self,
        code: str,
        detail: str | None = None,
        *,
        title: str | None = None,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        self.type = PROBLEM_TYPES[code]
        if clash := _RESERVED_MEMBERS & extra.keys():
            raise ValueError(f"reserved problem members: {sorted(clash)}")
        self.code = code
        self.status = self.type.status
        self.title = title or self.type.title
        self.detail = detail or self.type.detail
        self.extra = extra
        self.headers = dict(headers or {})
        super().__init__(f"{code}: {self.detail}")

    @property
    def retry_after(self) -> int | None:
        """Seconds until another attempt makes sense, where the problem says so."""
        value = self.extra.get("retryAfter")
        return value if isinstance(value, int) else None


class ValidationFailed(Problem):
    """422 VALIDATION_ERROR naming every bad field in one answer (GEN-5)."""

    def __init__(self, errors: Sequence[FieldError], detail: str | None = None) -> None:
        super().__init__("VALIDATION_ERROR", detail)
        self.errors = tuple(errors)

    @classmethod
    def of(cls, field: str, code: str, message: str) -> ValidationFailed:
        """The common case of one bad field."""
        return cls([FieldError(field, code, message)])


class FieldErrors:
    """Collects field errors so that a service can report all of them at once (GEN-5)."""

    def __init__(self) -> None:
        self.items: list[FieldError] = []

    def add(self, field: str, code: str, message: str) -> None:
        self.items.append(FieldError(field, code, message))

    def extend(self, errors: Iterable[FieldError]) -> None:
        self.items.extend(errors)

    def __bool__(self) -> bool:
        return bool(self.items)

    def raise_if_any(self) -> None:
        """Raise ``ValidationFailed`` when anything was added."""
        if self.items:
            raise ValidationFailed(self.items)
