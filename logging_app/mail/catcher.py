"""Mail backend of development: nothing leaves, ``/dev/mail`` renders the sent outbox rows again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class CatcherBackend(BaseEmailBackend):
    """Accepts every message and keeps none: the outbox row holds all that is needed to show it."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        return len(email_messages)
