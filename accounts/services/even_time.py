"""Neutral answers take neutral time (SU-2, SU-7, PW-5, PR-1)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# Above what the longest branch takes, so that its length does not tell which branch it was.
FLOOR_SECONDS: Final = {"signup": 0.3, "mail_request": 0.12, "email_change": 0.3}


@contextmanager
def even_time(action: str) -> Iterator[None]:
    """Let the block take at least its floor, also when it raises."""
    started = time.monotonic()
    try:
        yield
    finally:
        remaining = FLOOR_SECONDS[action] - (time.monotonic() - started)
        if remaining > 0:
            time.sleep(remaining)
