"""Start, adopt and stop a private Redis on a Unix socket. It keeps nothing on disk: nothing may depend on that."""

from __future__ import annotations

import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools.devservices.binaries import redis_server
from tools.devservices.errors import SetupError
from tools.devservices.layout import Layout

START_TIMEOUT_SECONDS = 20.0


@dataclass
class RedisServer:
    """The Redis of one instance."""

    layout: Layout
    _child: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def socket_file(self) -> Path:
        return self.layout.socket_folder("redis") / "redis.sock"

    def url(self) -> str:
        """URL in the form Celery reads; Django's cache takes the same with the scheme `unix`."""
        return f"redis+socket://{self.socket_file}"

    def is_ready(self) -> bool:
        """True when it answers a PING."""
        return self._ask(b"PING") == b"+PONG"

    def _ask(self, command: bytes) -> bytes:
        """Say one inline command; returns the answer's line, empty when there is no server."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            try:
                connection.connect(str(self.socket_file))
                connection.sendall(command + b"\r\n")
                return connection.recv(200).strip()
            except OSError:
                return b""

    def start(self) -> bool:
        """Make sure it runs; True when it had to be started. Raises SetupError."""
        if self.is_ready():
            return False
        self.socket_file.parent.chmod(0o700)
        self.socket_file.unlink(missing_ok=True)
        log = self.layout.log / "redis.log"
        command = [redis_server(), "--port", "0", "--unixsocket", str(self.socket_file), "--unixsocketperm", "700"]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self.socket_file.parent), "--daemonize", "no"]
        with open(log, "ab") as output:
            self._child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
            )
        deadline = time.monotonic() + START_TIMEOUT_SECONDS
        while not self.is_ready():
            if self._child.poll() is not None or time.monotonic() > deadline:
                raise SetupError(
                    f"Redis did not start; see {log}.", "install redis-server, or set REDIS_URL to a running Redis"
                )
            time.sleep(0.02)
        return True

    def stop(self) -> None:
        """Stop it. Does nothing when it is down."""
        self._ask(b"SHUTDOWN NOSAVE")
        if self._child is not None:
            try:
                self._child.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
            self._child = None
        deadline = time.monotonic() + 5
        while self.is_ready() and time.monotonic() < deadline:
            time.sleep(0.05)
