"""Lines of standard output: no secret and no personal data beyond ids, whatever an exception quotes (ER-3, LO-4)."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from common.redaction import redact

# Starts at the start of a word, so that long input costs linear time.
_ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PERSON = "[address]"


def without_secrets(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Processor of structlog: redact every value of a line, traces and nested facts included."""
    return {name: _without_addresses(value) for name, value in redact(line).items()}


def _without_addresses(value: Any) -> Any:
    if isinstance(value, str):
        return _ADDRESS.sub(_PERSON, value)
    if isinstance(value, dict):
        return {name: _without_addresses(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_addresses(item) for item in value]
    return value
