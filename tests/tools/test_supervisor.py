"""The process manager restarts what crashes, gives up on what cannot run, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os, sys
from pathlib import Path
from tools.supervisor import Supervisor

folder = Path(sys.argv[1])
supervisor = Supervisor(folder, on_started=lambda: (folder / "started").touch())
for name in sys.argv[2:]:
    body = {
        "steady": f"open({str(folder / 'steady.pid')!r}, 'a').write(str(os.getpid()) + chr(10)); time.sleep(600)",
        "broken": "sys.exit(3)",
        "talker": "print('hello from the talker', flush=True); time.sleep(600)",
    }[name]
    supervisor.add(name, [sys.executable, "-c", "import os, sys, time; " + body], dict(os.environ), folder)
try:
    supervisor.loop()
finally:
    supervisor.close()
sys.exit(supervisor.returncode)
"""


class Managed:
    """A supervisor in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None

    def start(self, *names: str) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(self.folder), *names],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        return self.process

    def pids(self, count: int) -> list[int]:
        """The ids of the steady process, once it has started `count` times."""
        for _ in range(200):
            path = self.folder / "steady.pid"
            found = [int(line) for line in path.read_text().split()] if path.exists() else []
            if len(found) >= count:
                return found
            time.sleep(0.05)
        raise AssertionError("the process did not start")


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _assert_ends(pid: int) -> None:
    for _ in range(200):
        if not _is_alive(pid):
            return
        time.sleep(0.05)
    raise AssertionError(f"process {pid} is still there")


@pytest.fixture
def managed(tmp_path: Path) -> Iterator[Managed]:
    found = Managed(tmp_path)
    yield found
    if found.process is not None and found.process.poll() is None:
        found.process.kill()
        found.process.wait()


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_process(managed: Managed, number: signal.Signals) -> None:
    process = managed.start("steady", "talker")
    (pid,) = managed.pids(1)
    while not (managed.folder / "talker.log").exists():
        time.sleep(0.05)
    process.send_signal(number)
    output, _ = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert not _is_alive(pid)
    assert "hello from the talker" in output
    assert "hello from the talker" in (managed.folder / "talker.log").read_text()


def test_a_killed_process_is_started_again(managed: Managed) -> None:
    managed.start("steady")
    (first,) = managed.pids(1)
    os.kill(first, signal.SIGKILL)
    first_again, second = managed.pids(2)
    assert first_again == first
    assert _is_alive(second)


def test_a_process_that_cannot_run_stops_the_rest_with_its_code(managed: Managed) -> None:
    process = managed.start("steady", "broken")
    (pid,) = managed.pids(1)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 3
    assert output.count("starting it again") == 2
    assert not _is_alive(pid)


def test_kill_9_of_the_manager_takes_the_processes_along(managed: Managed) -> None:
    process = managed.start("steady")
    (pid,) = managed.pids(1)
    process.kill()
    process.wait()
    _assert_ends(pid)
