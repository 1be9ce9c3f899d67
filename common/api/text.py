"""Text fields: trimmed text, secrets, addresses of mail and web, codes (GEN-4)."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from rest_framework.fields import empty

from common.api.strict import StrictField
from common.text import is_host_name, is_seen

_MULTILINE = frozenset("\n\r\t")
_MAILBOX = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}")
_SHORTEST_TOP_DOMAIN = 2


def has_control_characters(text: str, *, multiline: bool = False) -> bool:
    """Tell whether ``text`` holds control characters or lone surrogates (GEN-4)."""
    allowed = _MULTILINE if multiline else frozenset()
    return any(unicodedata.category(char) in {"Cc", "Cs"} and char not in allowed for char in text)


class TextField(StrictField):
    """Trimmed text; control characters are refused, line breaks allowed with ``multiline``. Lengths in characters.

    An empty text is ``blank`` unless ``allow_blank``; where ``allow_null`` is set an empty text clears like null.
    """

    trim = True
    default_error_messages = {
        "wrong_type": "This must be text.{example}",
        "blank": "Enter a value.{example}",
        "too_short": "Use at least {limit} characters.{example}",
        "too_long": "Use at most {limit} characters.{example}",
        "invalid_characters": "This holds characters that cannot be used, such as control characters.{example}",
        "pattern_mismatch": "This does not have the expected form.{example}",
    }

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        allow_blank: bool = False,
        multiline: bool = False,
        pattern: str | None = None,
        **kwargs: Any,
    ) -> None:
        self.min_length, self.max_length = min_length, max_length
        self.allow_blank, self.multiline = allow_blank, multiline
        self.pattern = re.compile(pattern) if pattern else None
        super().__init__(**kwargs)

    def run_validation(self, data: Any = empty) -> Any:
        if isinstance(data, str) and self.allow_null and not self.allow_blank and self.trim and not is_seen(data):
            data = None
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("wrong_type")
        text: str = data
        if self.trim:
            text = data.strip() if is_seen(data) else ""
        self.check_characters(text)
        if not text and not self.allow_blank:
            self.fail("blank")
        self.check_length(text)
        if self.pattern and not self.pattern.fullmatch(text):
            self.fail("pattern_mismatch")
        return self.clean(text)

    def check_characters(self, text: str) -> None:
        if has_control_characters(text, multiline=self.multiline):
            self.fail("invalid_characters")

    def check_length(self, text: str) -> None:
        if self.max_length is not None and len(text) > self.max_length:
            self.fail("too_long", limit=self.max_length)
        if text and self.min_length is not None and len(text) < self.min_length:
            self.fail("too_short", limit=self.min_length)

    def clean(self, text: str) -> str:
        """Last step, for subclasses."""
        return text

    def to_representation(self, value: Any) -> str:
        return str(value)


class SecretField(TextField):
    """Password or token, taken exactly as sent; only text that has no UTF-8 form is refused."""

    trim = False

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4096)
        kwargs.setdefault("write_only", True)
        super().__init__(**kwargs)

    def check_characters(self, text: str) -> None:
        if any(unicodedata.category(char) == "Cs" for char in text):
            self.fail("invalid_characters")


class EmailField(TextField):
    """E-mail address, trimmed and lower-cased (GEN-4), at most 254 characters."""

    default_error_messages = {"email_invalid": "This is not a valid e-mail address.{example}"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault("example", "name@company.example")
        super().__init__(**kwargs)

    def clean(self, text: str) -> str:
        address = text.lower()
        # Some letters grow: the lower case of İ is two characters.
        self.check_length(address)
        local, _, domain = address.rpartition("@")
        if not _is_mailbox(local) or not is_host_name(domain) or len(domain.rpartition(".")[2]) < _SHORTEST_TOP_DOMAIN:
            self.fail("email_invalid")
        return address


def _is_mailbox(local: str) -> bool:
    dots = local.startswith(".") or local.endswith(".") or ".." in local
    return _MAILBOX.fullmatch(local) is not None and not dots and all(map(is_seen, local))


class UrlField(TextField):
    """Web address with http or https and a host."""

    default_error_messages = {
        "url_invalid": "This is not a valid web address starting with http:// or https://.{example}"
    }
    _shape = re.compile(
        r"https?://(?:[^\s/?#@:<>\"\\]+|\[[0-9a-fA-F:.]+\])(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE
    )

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("example", "https://www.company.example")
        super().__init__(**kwargs)

    def clean(self, text: str) -> str:
        if not self._shape.fullmatch(text):
            self.fail("url_invalid")
        return text


class CodeField(TextField):
    """Code of a reference row; whether it exists is the service's question (``invalid_choice``)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 50)
        super().__init__(**kwargs)
