"""Find a Chromium for the browser tests, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess

from tools.devservices.errors import SetupError, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HINT = "install Chromium (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium make e2e"


def find_chromium() -> str:
    """The path of a Chromium: CHROMIUM, else the path, else (as root on Debian) a fresh install. Raises SetupError."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise SetupError(f"CHROMIUM={named} is no program.", HINT)
        return found
    return _on_path() or _installed_by_apt()


def _on_path() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


def _installed_by_apt() -> str:
    if os.getuid() != 0 or shutil.which("apt-get") is None:
        raise SetupError("there is no Chromium on this machine.", HINT)
    say("installing Debian's Chromium")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"])
    for step in steps:
        done = subprocess.run(
            step, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode != 0:
            raise SetupError(f"{' '.join(step)} failed:\n{done.stdout[-1500:]}", HINT)
    found = _on_path()
    if found is None:
        raise SetupError("Debian's Chromium was installed but is not on the path.", HINT)
    return found
