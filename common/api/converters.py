"""Path converter for row ids: ``<id:company_id>``."""

from __future__ import annotations

from django.urls import register_converter

from common.api.fields import BIGINT_MAX


class IdConverter:
    """Digits only; anything else is no route (404). Numbers beyond the range of ids become one that no row has."""

    regex = "[0-9]+"

    def to_python(self, value: str) -> int:
        return min(int(value), BIGINT_MAX)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(IdConverter, "id")
