"""What is known of one kind of mail.

Its texts are ``templates/mail/<code>/subject.txt``, ``message.txt`` and ``message.html``; every variable is written
there as in the register, in camelCase. ``name``, ``productName`` and ``supportEmail`` are known to all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SAMPLE_INSTANT = "2026-01-15T03:04:05.123456+00:00"


@dataclass(frozen=True, slots=True)
class EmailType:
    """One kind of mail.

    ``action`` is the variable of the link behind its button. ``optional`` variables may be absent and are then None;
    ``instants`` hold ISO instants and are shown in the recipient's time zone. ``sample`` serves previews and tests.
    """

    code: str
    action: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    instants: tuple[str, ...] = ()
    sample: dict[str, Any] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[str, ...]:
        return ("name", *self.required, *self.optional)

    @property
    def full_sample(self) -> dict[str, Any]:
        """Sample values of every variable."""
        return {"name": "Anna O'Neil"} | self.sample
