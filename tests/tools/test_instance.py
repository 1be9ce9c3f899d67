"""Ports, claims and the messages a developer sees."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import browser
from tools.bootstrap import STAMP_NAME, fingerprint, is_current
from tools.clean import clean
from tools.devservices.errors import SetupError
from tools.devservices.layout import Layout
from tools.devservices.locks import SharedUse
from tools.instance import (
    HOST,
    application_variables,
    claim_instance,
    remember_variables,
    require_port,
    running_variables,
)

ROOT = Path(__file__).resolve().parents[2]


def test_a_taken_port_is_said_with_a_free_one_to_use() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=rf"port {port} on 127.0.0.1 cannot be used(.|\n)*make run PORT=\d+"):
            require_port(port)
    require_port(port)


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools", "run", f"--port={port}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "PORT must be a number from 1 to 65535" in done.stderr


def test_dburl_prints_nothing_on_standard_output_when_nothing_runs(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    done = subprocess.run(
        [sys.executable, "-m", "tools", "dburl", "--var-dir", str(tmp_path / "var")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "make run" in done.stderr


def test_one_instance_for_each_folder(layout: Layout) -> None:
    first = claim_instance(layout)
    with pytest.raises(SetupError, match=f"runs already .* \\(process {os.getpid()}\\)"):
        claim_instance(layout)
    first.release()
    claim_instance(layout).release()


def test_variables_are_known_only_while_the_instance_runs(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PUBLIC_ORIGIN", "ABR_BASE_URL", "ABR_GUID"):
        monkeypatch.delenv(name, raising=False)
    variables = application_variables(8123, 9123)
    assert variables["PUBLIC_ORIGIN"] == "http://127.0.0.1:8123"
    assert variables["ABR_BASE_URL"] == "http://127.0.0.1:9123/json/"
    claim = claim_instance(layout)
    remember_variables(layout, variables)
    assert running_variables(layout) == variables
    claim.release()
    assert running_variables(layout) == {}


def test_a_named_register_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ABR_BASE_URL", "https://register.example/json/")
    assert "ABR_BASE_URL" not in application_variables(8000, 9000)


def test_clean_refuses_what_runs_or_is_not_ours(layout: Layout, tmp_path: Path) -> None:
    use = SharedUse(layout.run / "use.lock")
    assert clean(str(layout.root)) == 1
    use.leave()
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    (stranger / "letter.txt").write_text("keep me")
    assert clean(str(stranger)) == 1
    assert (stranger / "letter.txt").read_text() == "keep me"


def test_clean_removes_a_folder_of_ours_and_its_places(layout: Layout) -> None:
    SharedUse(layout.run / "use.lock").leave()
    elsewhere = layout.private_place("sockets")
    assert clean(str(layout.root)) == 0
    assert not layout.root.exists()
    assert not elsewhere.exists()


def test_a_changed_lock_makes_the_environment_stale(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    assert not is_current(venv)
    (venv / STAMP_NAME).write_text(fingerprint(venv))
    assert is_current(venv)
    (venv / STAMP_NAME).write_text(fingerprint(tmp_path / "elsewhere"))
    assert not is_current(venv)


def test_a_wrong_chromium_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SetupError, match="CHROMIUM=/nowhere/chromium"):
        browser.find_chromium()


def test_locks_hold_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text, lock.name
        assert "--index-url" not in text, lock.name
        assert "--find-links" not in text, lock.name
