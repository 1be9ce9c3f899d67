"""The sample of the client guide that lets tabs refresh one after the other, run as two tabs by node (SE-4)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

NODE = shutil.which("node")
GUIDE = Path(settings.BASE_DIR) / "docs" / "api" / "client-guide.md"
STAGE = Path(__file__).with_name("client_guide_stage.mjs")

pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")


def sample() -> str:
    """The one block of the guide that refreshes."""
    blocks = re.findall(r"```js\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = [block for block in blocks if "/auth/refresh" in block]
    return str(block)


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Any]:
    """What the scenes of the stage saw."""
    assert NODE is not None
    done = subprocess.run([NODE, str(STAGE)], input=sample(), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_tabs_that_expire_together_never_reuse_a_token(outcomes: dict[str, Any]) -> None:
    """However late the message is: the cookie of the last refresh is sent, and both calls succeed."""
    for scene in ("together", "togetherWithoutMessages"):
        assert (outcomes[scene]["reused"], outcomes[scene]["statuses"]) == (0, [200, 200, 200, 200]), scene
    assert outcomes["togetherWithoutMessages"]["refreshes"] == 2, "two tabs, each once, one after the other"
    assert outcomes["togetherWithoutMessages"]["mostAtOnce"] == 1


def test_a_tab_takes_over_what_another_one_got(outcomes: dict[str, Any]) -> None:
    """The message saves the second refresh."""
    assert outcomes["oneAfterTheOther"] == {"refreshes": 1, "reused": 0, "statuses": [200, 200]}


def test_rights_that_changed_are_refreshed_once(outcomes: dict[str, Any]) -> None:
    """ACCESS_TOKEN_INVALID with a token that looks fresh: one refresh, and the request again."""
    assert outcomes["changedRights"] == {"refreshes": 1, "reused": 0, "statuses": [200]}


def test_the_end_of_a_session_is_told_to_every_tab(outcomes: dict[str, Any]) -> None:
    assert outcomes["ended"] == {"answers": [None], "logins": [1, 1]}


def test_an_outage_signs_nobody_out(outcomes: dict[str, Any]) -> None:
    """429 and 5xx are no end of the session."""
    assert outcomes["outage"] == {"error": "refresh: 503", "logins": [0, 0], "afterwards": 200}
