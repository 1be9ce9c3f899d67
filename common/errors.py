"""Recording of server failures (ER-1): to the error log through a configured hook, and to standard output always.

``settings.ERROR_RECORDER`` is the dotted path of a callable ``record(error: BaseException) -> None``; ``common``
itself knows no app. A recorder that fails changes no answer.
"""

from __future__ import annotations

import logging
import time
import traceback
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from common import context
from common.problems import Problem
from common.redaction import redact_text

logger = logging.getLogger(__name__)

_SELDOM_SECONDS = 60.0


@cache
def load_hook(path: str) -> Any:
    """Import a configured hook once."""
    return import_string(path)


def hook(setting: str) -> Any | None:
    """Return the callable a setting names, or None while the setting is absent."""
    path = getattr(settings, setting, None)
    return load_hook(path) if path else None


def record_failure(error: BaseException, problem: Problem) -> None:
    """Log ``error`` with its trace and hand it to the recorder. Never raises."""
    request_id = context.current().request_id
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    logger.error(
        "request failed",
        extra={"code": problem.code, "request_id": request_id, "trace": redact_text(trace)},
    )
    _hand_over(error)


class Seldom:
    """Records failures of one kind once a minute at most in this process: what is away fails every request."""

    def __init__(self) -> None:
        self._recorded_at = float("-inf")

    def record(self, error: BaseException, problem: Problem) -> None:
        """As ``record_failure``, unless that was done within the last minute."""
        if time.monotonic() - self._recorded_at >= _SELDOM_SECONDS:
            self._recorded_at = time.monotonic()
            record_failure(error, problem)

    def forget(self) -> None:
        """Record the next failure whenever it comes; for tests."""
        self._recorded_at = float("-inf")


def record_refusal(problem: Problem) -> None:
    """Hand a refusal worth keeping to the recorder, which files it as a warning (ER-2). Never raises."""
    _hand_over(problem)


def _hand_over(error: BaseException) -> None:
    try:
        recorder = hook("ERROR_RECORDER")
        if recorder is not None:
            recorder(error)
    except Exception:
        logger.exception("the failure could not be recorded", extra={"request_id": context.current().request_id})
