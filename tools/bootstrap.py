"""Create the virtual environment and install the pinned dependencies (standard library only).

Runs under the machine's own Python, before anything is installed. A stamp inside the virtual environment names the
locks it was made from, so that a second start does nothing; a lock file keeps two starts from installing at once.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
LOCKS = ("dev.txt",)
STAMP_NAME = ".installed"
PROGRESS_EVERY = 20


class BootstrapError(Exception):
    """A step failed; the message says what to do."""


def say(text: str) -> None:
    """Print one progress line (standard error, so that standard output stays usable in pipes)."""
    print(f"==> {text}", file=sys.stderr, flush=True)


def venv_python(venv: Path) -> Path:
    """The interpreter inside the virtual environment."""
    return venv / "bin" / "python"


def fingerprint(venv: Path) -> str:
    """What the environment was made from: the locks, the interpreter and the place (scripts hold absolute paths)."""
    digest = hashlib.sha256()
    for name in LOCKS:
        digest.update((REQUIREMENTS / name).read_bytes())
    digest.update(repr((sys.version_info[:2], str(venv.absolute()))).encode())
    return digest.hexdigest()


def is_current(venv: Path) -> bool:
    """True when the stamp matches the locks and the interpreter is still there."""
    stamp = venv / STAMP_NAME
    return venv_python(venv).exists() and stamp.exists() and stamp.read_text().strip() == fingerprint(venv)


def create_venv(venv: Path) -> None:
    """Make the environment; one whose interpreter has gone or changed is replaced."""
    if venv_python(venv).exists() and _same_interpreter(venv):
        return
    if venv.exists():
        if not (venv / "pyvenv.cfg").exists():
            raise BootstrapError(f"{venv} exists but is no virtual environment. Move it away and try again.")
        say(f"replacing {venv}: it was made for another Python or another place")
        shutil.rmtree(venv)
    say(f"creating the virtual environment {venv} (Python {sys.version.split()[0]})")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(venv)],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if made.returncode != 0:
        shutil.rmtree(venv, ignore_errors=True)
        raise BootstrapError(
            f"Python could not make a virtual environment:\n{made.stdout.strip()}\n"
            "On Debian and Ubuntu: install the package python3-venv, then try again."
        )


def _same_interpreter(venv: Path) -> bool:
    asked = f"import sys; print(sys.version_info[:2] == {tuple(sys.version_info[:2])!r})"
    answer = subprocess.run([str(venv_python(venv)), "-c", asked], stdout=subprocess.PIPE, text=True, check=False)
    if answer.returncode != 0 or answer.stdout.strip() != "True":
        return False
    script = venv / "bin" / "pip"
    # A moved checkout leaves scripts that point at the old place.
    return script.exists() and str(venv.absolute()) in script.read_text(errors="replace").splitlines()[0]


def install(venv: Path) -> None:
    """Install every locked package with pip, hashes required. Uses whatever package index pip is set up for."""
    for name in LOCKS:
        lock = REQUIREMENTS / name
        total = sum(1 for line in lock.read_text().splitlines() if "==" in line and not line.startswith((" ", "#")))
        say(f"installing {total} pinned packages from requirements/{name} (the first time takes a minute or two)")
        _run_pip(venv, lock, total)
    (venv / STAMP_NAME).write_text(fingerprint(venv) + "\n")


def _run_pip(venv: Path, lock: Path, total: int) -> None:
    command = [str(venv_python(venv)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    # The lock is complete, so nothing is resolved: pip would look for extras it names without a pin (coverage[toml]).
    command += ["--progress-bar", "off", "--no-color", "--require-hashes", "--no-deps", "-r", str(lock)]
    seen = 0
    output: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            output.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied:")):
                seen += 1
                if seen % PROGRESS_EVERY == 0:
                    say(f"  {min(seen, total)} of {total} packages")
            elif line.startswith("Installing collected packages"):
                say("  unpacking them")
    if pip.returncode != 0:
        raise BootstrapError(
            "pip failed. Its last lines:\n  "
            + "\n  ".join(output[-15:])
            + "\nIs the package index reachable (proxy, PIP_INDEX_URL)? Try again; what was fetched is kept."
        )


def bootstrap(venv: Path) -> None:
    """Bring the virtual environment up to date; does nothing when it is. Raises BootstrapError."""
    if is_current(venv):
        return
    with open(f"{venv}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_current(venv):
            return
        create_venv(venv)
        install(venv)
        say("dependencies are in place")


def main() -> int:
    """Command line: `python3 tools/bootstrap.py [VENV]`."""
    venv = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".venv")
    try:
        bootstrap(venv)
    except BootstrapError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
