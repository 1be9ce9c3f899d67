"""Asks the Australian Business Register one question; never raises for what the register does (abr.md section 3)."""

from __future__ import annotations

import hashlib
import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from abr_cache.client import metrics, protocol
from abr_cache.client.answers import Outcome, Reason, RegisterAnswer, SearchKey, SearchType, unavailable
from abr_cache.client.transport import LOOKUP_SECONDS, Transport, TransportError
from common.outbound.breaker import Breaker, Patience
from common.outbound.store import Store

logger = logging.getLogger(__name__)

CALLS_PER_MINUTE = 100
_MINUTE_MS = 60_000
# A probe lasts no longer than a whole look-up.
_PATIENCE = Patience(failures_to_open=5, open_ms=30_000, probe_ms=7_000)
_KEY_REFUSED_MS = 600_000


@dataclass(frozen=True, slots=True)
class ClientConfig:
    base_url: str
    guid: str = ""
    calls_per_minute: int = CALLS_PER_MINUTE

    @property
    def scope(self) -> str:
        """Prefix of the shared state. Another register or a corrected key starts with a closed breaker."""
        return hashlib.sha256(f"{self.base_url} {self.guid}".encode()).hexdigest()[:16]

    def __repr__(self) -> str:
        return f"ClientConfig(base_url={self.base_url!r})"


class RegisterClient:
    """`on_key_refused` is told once per opening of the breaker, not once per look-up."""

    def __init__(
        self,
        config: ClientConfig,
        store: Store,
        transport: Transport | None = None,
        on_key_refused: Callable[[], None] = lambda: None,
    ) -> None:
        self._config = config
        self._store = store
        self._transport = transport or Transport(config.base_url)
        self._on_key_refused = on_key_refused
        self.breaker = Breaker(store, config.scope, _PATIENCE)

    def ask(self, key: SearchKey, deadline: float | None = None) -> RegisterAnswer:
        """One of the three outcomes, by `deadline` (time.monotonic(); at most 6.5 s from now).

        `key` has passed its checksum. A refused or missing key of ours is *unavailable* with Reason.KEY_REFUSED.
        """
        started = time.monotonic()
        deadline = min(deadline or started + LOOKUP_SECONDS, started + LOOKUP_SECONDS)
        if not self.breaker.allows_call():
            answer = unavailable(Reason.BREAKER_OPEN)
        else:
            answer = self._call(key, deadline) if self._config.guid else unavailable(Reason.KEY_REFUSED)
            self._report(key, answer)
        metrics.observe(key.search_type, answer, time.monotonic() - started)
        return answer

    def _call(self, key: SearchKey, deadline: float) -> RegisterAnswer:
        page, parameters = protocol.request_for(key)
        try:
            body = self._transport.fetch(page, parameters | {"guid": self._config.guid}, deadline, self._take_place)
            payload = protocol.unwrap(self._without_guid(body))
        except TransportError as failure:
            return unavailable(failure.reason)
        except protocol.MalformedAnswerError:
            return unavailable(Reason.MALFORMED)
        return protocol.interpret(key, payload)

    def _without_guid(self, body: bytes) -> bytes:
        # The service does not echo the key; if it ever does, it goes into no cached body.
        return body.replace(self._config.guid.encode(), b"")

    def _take_place(self) -> bool:
        """One of the outbound calls a minute allowed to the whole installation."""
        return self._store.take(
            f"{self._config.scope}:calls", self._config.calls_per_minute, _MINUTE_MS, uuid.uuid4().hex
        )

    def _report(self, key: SearchKey, answer: RegisterAnswer) -> None:
        if answer.reason is Reason.KEY_REFUSED:
            if self.breaker.open_for(_KEY_REFUSED_MS):
                metrics.key_refused()
                logger.critical("abr_key_refused")
                self._on_key_refused()
        elif answer.reason is Reason.QUOTA:
            # We did not ask; that says nothing about the register.
            self.breaker.withdraw_probe()
            logger.warning("abr_call_quota_used_up")
        elif answer.outcome is Outcome.UNAVAILABLE:
            self.breaker.report_failure()
            logger.warning("abr_unavailable", extra=_log_fields(key, answer))
        else:
            self.breaker.report_answer()
            if answer.reason is Reason.TEXT_REFUSED:
                logger.warning("abr_refused_a_checked_number", extra=_log_fields(key, answer))


def _log_fields(key: SearchKey, answer: RegisterAnswer) -> dict[str, object]:
    """A name is personal information: logged as type and length only."""
    shown = len(key.value) if key.search_type is SearchType.NAME else key.value
    return {"search_type": str(key.search_type), "search_value": shown, "reason": str(answer.reason)}
