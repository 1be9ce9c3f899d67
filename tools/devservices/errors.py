"""Failures a developer can act on, and progress lines."""

from __future__ import annotations

import sys


class SetupError(Exception):
    """A step failed. `message` says what happened, `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}\n  what to do: {hint}")
        self.message = message
        self.hint = hint


def say(text: str) -> None:
    """Print one progress line on standard error; standard output carries results only."""
    print(f"==> {text}", file=sys.stderr, flush=True)
