"""Facts of a running `make run` that `make manage` and the tests need: port, simulator, process id."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

from tools.devservices.errors import SetupError
from tools.devservices.layout import Layout
from tools.devservices.locks import Claim, is_claimed

HOST = "127.0.0.1"
SIMULATOR_GUID = "11111111-1111-4111-8111-111111111111"  # the simulator's only valid caller (abr.md section 4)


def free_port() -> int:
    """A TCP port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def require_port(port: int) -> None:
    """Raise SetupError when somebody listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SetupError(
                f"port {port} on {HOST} cannot be used: {error.strerror}.",
                f"stop what listens there, or choose another: make run PORT={free_port()}",
            ) from error


def claim_instance(layout: Layout) -> Claim:
    """Make this process the only `make run` of a VAR_DIR. Raises SetupError when there is one."""
    layout.create()
    claim = Claim(layout.run / "instance.lock")
    if not claim.take():
        raise SetupError(
            f"EventLead runs already for VAR_DIR={layout.root} (process {claim.holder()}).",
            "use that one, stop it, or start a second with another folder and port: make run VAR_DIR=… PORT=…",
        )
    return claim


def application_variables(port: int, simulator_port: int) -> dict[str, str]:
    """Variables of one instance: own origin, and the register simulator unless another register is named."""
    variables = {"PUBLIC_ORIGIN": os.environ.get("PUBLIC_ORIGIN") or f"http://{HOST}:{port}"}
    if not os.environ.get("ABR_BASE_URL"):
        variables["ABR_BASE_URL"] = f"http://{HOST}:{simulator_port}/json/"
        variables["ABR_GUID"] = SIMULATOR_GUID
    return variables


def _file(layout: Layout) -> Path:
    return layout.run / "instance.json"


def remember_variables(layout: Layout, variables: dict[str, str]) -> None:
    """Keep them for commands that run beside the instance."""
    _file(layout).write_text(json.dumps(variables, indent=1) + "\n")


def running_variables(layout: Layout) -> dict[str, str]:
    """Those of the instance that runs now for this VAR_DIR, or nothing."""
    if not is_claimed(layout.run / "instance.lock") or not _file(layout).exists():
        return {}
    found: dict[str, str] = json.loads(_file(layout).read_text())
    return found
