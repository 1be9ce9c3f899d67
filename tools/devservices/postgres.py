"""Start, adopt and stop an embedded PostgreSQL that listens on a Unix socket only."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from tools.devservices.binaries import postgres_bin, reachable_place
from tools.devservices.errors import SetupError, say
from tools.devservices.layout import Layout
from tools.devservices.osaccount import OsAccount, server_account

PORT = "5432"  # names the socket file; no TCP port is opened
START_TIMEOUT_SECONDS = 60.0
STOP_TIMEOUT_SECONDS = 30.0
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "password_encryption": "scram-sha-256",
}
_THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


@dataclass
class PostgresServer:
    """One data folder and its server. `throwaway` trades durability for speed (test data)."""

    layout: Layout
    throwaway: bool = False
    _child: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def log_file(self) -> Path:
        return self.layout.log / "postgres.log"

    @property
    def data_dir(self) -> Path:
        """Under VAR_DIR, or where a former start had to put it."""
        elsewhere = self.layout.places().get("postgres_data")
        return Path(elsewhere) if elsewhere else self.layout.root / "postgres" / "data"

    def socket_dir(self) -> Path:
        elsewhere = self.layout.places().get("postgres_socket")
        return Path(elsewhere) if elsewhere else self.layout.socket_folder("pg")

    def url(self, role: str, database: str) -> str:
        """Connection URL for a role; works with psql and psycopg."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_dir()), safe='/')}"

    def is_ready(self) -> bool:
        """True when the server answers a query of its superuser."""
        try:
            with psycopg.connect(self.url("postgres", "postgres"), connect_timeout=3) as connection:
                connection.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def pid(self) -> int | None:
        """The process id of the live server of this data folder, else None. Never another program's id."""
        try:
            pid = int((self.data_dir / "postmaster.pid").read_text().split("\n", 1)[0])
            os.kill(pid, 0)
        except (FileNotFoundError, ValueError, ProcessLookupError):
            return None
        except PermissionError:
            pass
        return pid if self._is_our_server(pid) else None

    def _is_our_server(self, pid: int) -> bool:
        answer = (
            subprocess.run(["ps", "-o", "args=", "-p", str(pid)], stdout=subprocess.PIPE, text=True, check=False)
            if not Path("/proc/self").exists()
            else None
        )
        if answer is not None:
            return str(self.data_dir) in answer.stdout
        try:
            return os.fsencode(str(self.data_dir)) in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    def start(self) -> bool:
        """Make sure the server runs; True when it had to be started. Raises SetupError."""
        if self.pid() is not None:
            self._wait_until_ready()
            return False
        account = self._prepare_data()
        binaries = postgres_bin(self.layout, account)
        if not (self.data_dir / "PG_VERSION").exists():
            self._initialise(binaries, account)
        self._remove_stale_locks()
        self.socket_dir().mkdir(exist_ok=True)
        account.give(self.socket_dir())
        self.socket_dir().chmod(0o700)
        self._launch(binaries, account)
        return True

    def _prepare_data(self) -> OsAccount:
        account = server_account(self.data_dir)
        if self.data_dir.exists():
            return account
        if "postgres_data" in self.layout.places():
            say(f"the former data folder {self.data_dir} is gone; starting with an empty one")
        place = reachable_place(self.layout, account)
        if place != self.layout.root:
            say(f"the account that runs PostgreSQL cannot reach {self.layout.root}; the data goes to {place}")
            self.layout.remember("postgres_data", str(place / "data"))
            self.layout.remember("postgres_socket", str(place / "pg"))
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        self.data_dir.parent.chmod(0o711)
        self.data_dir.mkdir(mode=0o700)
        account.give(self.data_dir)
        return account

    def _initialise(self, binaries: Path, account: OsAccount) -> None:
        say("creating the PostgreSQL data folder")
        fixed = ["-D", str(self.data_dir), "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--no-instructions"]
        if self.throwaway:
            fixed.append("--no-sync")
        output = ""
        # glibc knows C.UTF-8 by that name; elsewhere PostgreSQL's own provider does.
        for locale in (["--locale=C.UTF-8"], ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]):
            made = subprocess.run(
                [str(binaries / "initdb"), *fixed, *locale],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
                cwd="/",
                env=_plain_environment(),
                **account.popen_options(),
            )
            if made.returncode == 0:
                return
            output = made.stdout
        raise SetupError(f"initdb failed:\n{output.strip()}", "is the disk full? Else set DATABASE_URL to a server")

    def _remove_stale_locks(self) -> None:
        """Locks of a killed server whose process id another program has now would keep the server from starting."""
        lock = self.socket_dir() / f".s.PGSQL.{PORT}"
        for path in (self.data_dir / "postmaster.pid", lock, lock.with_name(lock.name + ".lock")):
            path.unlink(missing_ok=True)

    def _launch(self, binaries: Path, account: OsAccount) -> None:
        settings = {**_SETTINGS, **(_THROWAWAY_SETTINGS if self.throwaway else {})}
        command = [str(binaries / "postgres"), "-D", str(self.data_dir), "-k", str(self.socket_dir()), "-p", PORT]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        deadline = time.monotonic() + START_TIMEOUT_SECONDS
        with open(self.log_file, "ab") as log:
            while True:
                self._child = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd="/",
                    env=_plain_environment(),
                    start_new_session=True,
                    **account.popen_options(),
                )
                try:
                    self._wait_until_ready()
                    return
                except SetupError:
                    # After kill -9 the old server's backends hold its shared memory for a moment.
                    if self._child.poll() is None or "shared memory block" not in self._log_tail():
                        raise
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.5)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_SECONDS
        while not self.is_ready():
            died = self._child is not None and self._child.poll() is not None
            if died or time.monotonic() > deadline:
                raise SetupError(
                    f"PostgreSQL did not start. The end of {self.log_file}:\n{self._log_tail()}",
                    "if the data may go: `make clean`, then start again; or set DATABASE_URL to another server",
                )
            time.sleep(0.05)

    def _log_tail(self) -> str:
        if not self.log_file.exists():
            return "(empty)"
        return "\n".join(self.log_file.read_text(errors="replace").splitlines()[-12:])

    def stop(self) -> None:
        """Stop the server (fast shutdown); kills it after the time limit. Does nothing when it is down."""
        pid = self.pid()
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if pid is None:
                break
            os.kill(pid, number)
            deadline = time.monotonic() + STOP_TIMEOUT_SECONDS
            while self.pid() is not None and time.monotonic() < deadline:
                if self._child is not None:
                    self._child.poll()  # reaps it
                time.sleep(0.05)
            pid = self.pid()
        if self._child is not None:
            self._child.wait(timeout=STOP_TIMEOUT_SECONDS)
            self._child = None


def _plain_environment() -> dict[str, str]:
    """PostgreSQL must not see the developer's PG… variables or language settings."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TZ": "UTC", "LC_ALL": "C", "TMPDIR": "/tmp"}
