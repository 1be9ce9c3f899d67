"""`make test`, `make e2e` and `make bench`: each with services of its own, beside whatever else runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tools.browser import find_chromium
from tools.devservices.errors import SetupError, say
from tools.devservices.layout import Layout
from tools.devservices.locks import Claim
from tools.devservices.roles import APPLICATION, allow_tests
from tools.devservices.stack import Stack, running_stack
from tools.instance import HOST, free_port
from tools.preparation import ROOT, collect_static
from tools.readiness import wait_until_ready

PYTEST_PROCESSES = "2"
# Names a developer may have set for `make run`; tests start from the defaults.
_SETTINGS = (
    *("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "EVENTLEAD_ENV", "PUBLIC_ORIGIN", "ALLOWED_HOSTS"),
    *("CORS_ALLOWED_ORIGINS", "TRUSTED_PROXY_COUNT", "EMAIL_TRANSPORT", "EMAIL_URL", "DEFAULT_FROM_EMAIL"),
    *("ABR_BASE_URL", "ABR_GUID", "LOG_LEVEL", "WEB_CONCURRENCY", "STATIC_ROOT", "CELERY_BROKER_URL", "PORT"),
    *("SECRET_KEY", "JWT_SIGNING_KEY", "LINK_SIGNING_KEY", "IP_HASH_KEY", "AUDIT_DIGEST_KEY", "VAR_DIR"),
    *("SECOND_FACTOR_KEY", "SECOND_FACTOR_OLD_KEYS", "SECOND_FACTOR_STAFF_REQUIRED"),
    *("BACKUP_DIR", "BACKUP_ENCRYPTION_KEY", "BACKUP_DATABASE_URL", "PG_BIN"),
    *("BREACHED_PASSWORDS_URL", "METRICS_TOKEN", "PROMETHEUS_MULTIPROC_DIR"),
    *("MAKEFLAGS", "MAKELEVEL", "MFLAGS"),
)


def clear_settings() -> None:
    """Forget settings of the developer's environment: tests and checks start from the defaults."""
    for name in _SETTINGS:
        os.environ.pop(name, None)


@contextmanager
def suite_stack(var_dir: str) -> Iterator[Stack]:
    """Throw-away services; one suite at a time for each VAR_DIR. Raises SetupError."""
    clear_settings()
    layout = Layout.at(var_dir)
    layout.create()
    claim = Claim(layout.run / "suite.lock")
    if not claim.take():
        raise SetupError(
            f"another suite runs in {layout.root} (process {claim.holder()}).", "wait for it, or set VAR_DIR=…"
        )
    try:
        with running_stack(layout, throwaway=True, embedded=True) as stack:
            collect_static(stack, kind="test")
            yield stack
    finally:
        claim.release()


def _pytest(stack: Stack, arguments: Sequence[str], extra: dict[str, str] | None = None) -> int:
    # Tests create their own database, so they connect as the owner and act as the application role where it matters.
    environment = {**stack.owner_environment("test"), "TEST_APP_ROLE": APPLICATION, **(extra or {})}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], env=environment, cwd=ROOT, check=False
    ).returncode


def run_tests(var_dir: str, arguments: Sequence[str]) -> int:
    """Run pytest on everything but the browser tests; further arguments go to pytest."""
    with suite_stack(var_dir) as stack:
        chosen = any(argument == "-n" or argument.startswith(("-n", "--numprocesses", "-p")) for argument in arguments)
        parallel = [] if chosen else ["-n", PYTEST_PROCESSES]
        return _pytest(stack, [*parallel, *arguments])


def run_browser_tests(var_dir: str, arguments: Sequence[str]) -> int:
    """Run the tests marked `browser` against a whole running product, in headless Chromium."""
    chromium = find_chromium()
    with suite_stack(var_dir) as stack, served_product(var_dir) as origin:
        extra = {"CHROMIUM": chromium, "EVENTLEAD_BASE_URL": origin}
        return _pytest(stack, ["-m", "browser", "tests/browser", *arguments], extra)


@contextmanager
def served_product(var_dir: str) -> Iterator[str]:
    """`make run` in a folder of its own on a free port; yields its origin. Raises SetupError."""
    layout = Layout.at(f"{var_dir}/product")
    layout.create()
    port = free_port()
    say(f"starting the product for the browser on port {port}")
    command = [sys.executable, "-m", "tools", "run", "--var-dir", str(layout.root), "--port", str(port)]
    # Browsers tie passkeys to a host name and refuse addresses of numbers.
    origin = f"http://localhost:{port}"
    environment = {**os.environ, "PUBLIC_ORIGIN": origin}
    with open(layout.log / "run.log", "wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            problem = _wait(process, port)
            if problem:
                tail = "\n".join((layout.log / "run.log").read_text(errors="replace").splitlines()[-25:])
                raise SetupError(f"the product did not start ({problem}):\n{tail}", "try `make run`")
            yield origin
        finally:
            process.terminate()
            process.wait(timeout=60)


def _wait(process: subprocess.Popen[bytes], port: int) -> str:
    for _ in range(90):
        problem = wait_until_ready(HOST, port, timeout=2)
        if not problem:
            return ""
        if process.poll() is not None:
            return f"it ended with code {process.returncode}"
    return problem


def run_benchmarks(var_dir: str, arguments: Sequence[str]) -> int:
    """Run `python -m bench` with durable services of its own, so that its numbers are real."""
    layout = Layout.at(var_dir)
    with running_stack(layout, embedded=True) as stack:
        if stack.postgres is not None:
            allow_tests(stack.postgres)
        collect_static(stack, kind="test")
        return subprocess.run(
            [sys.executable, "-m", "bench", *arguments], env=stack.owner_environment("test"), cwd=ROOT, check=False
        ).returncode
