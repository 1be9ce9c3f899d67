"""manage.py abr_simulator: the register's protocol with sample entities and failure switches (abr.md section 4)."""

from __future__ import annotations

import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from abr_cache.simulator.server import Simulator


def _leave(signal_number: int, frame: object) -> None:
    sys.exit(0)


class Command(BaseCommand):
    help = "Serve a simulated business register until SIGTERM or Ctrl-C."
    requires_system_checks: list[str] = []  # it needs neither database nor models

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8701)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, **options: Any) -> None:
        server = Simulator(options["port"], options["host"])
        signal.signal(signal.SIGTERM, _leave)
        self.stdout.write(f"business register simulator: {server.base_url}")
        self.stdout.flush()
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass
        finally:
            server.stopping.set()
            server.server_close()
