"""The configured register client of this process, and how its answers cross processes."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from abr_cache.client.client import ClientConfig, RegisterClient
from abr_cache.client.flight import SingleFlight
from abr_cache.services.outcomes import CODEC, LookUp
from common.errors import hook
from common.outbound.shared_state import SharedState

logger = logging.getLogger(__name__)


class RegisterKeyRefusedError(Exception):
    """The business register does not accept ABR_GUID, or none is configured: our fault, not the user's (AB-2)."""

    severity = "critical"

    def __init__(self) -> None:
        super().__init__("The business register does not accept the configured key (ABR_GUID).")


@dataclass(frozen=True, slots=True)
class Register:
    """Client and single flight over one shared store."""

    client: RegisterClient
    flight: SingleFlight[LookUp]


def register() -> Register:
    return _register(settings.ABR_BASE_URL, settings.ABR_GUID)


@lru_cache(maxsize=8)
def _register(base_url: str, guid: str) -> Register:
    config, store = ClientConfig(base_url, guid), SharedState("abr")
    client = RegisterClient(config, store, on_key_refused=_alert)
    return Register(client, SingleFlight(store, config.scope, CODEC))


def _alert() -> None:
    """A critical error row (ER-2); if it cannot be written, the look-up goes on and the log has the line."""
    try:
        recorder = hook("ERROR_RECORDER")
        if recorder is not None:
            recorder(RegisterKeyRefusedError())
    except Exception:
        logger.exception("the refused register key could not be recorded")
