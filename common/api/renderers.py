"""The one renderer of the API."""

from __future__ import annotations

from typing import Any

from rest_framework.renderers import BaseRenderer

from common.api.encoding import dump_json


class JsonRenderer(BaseRenderer):
    """``application/json; charset=utf-8``."""

    media_type = "application/json"
    format = "json"
    charset = "utf-8"

    def render(self, data: Any, media_type: str | None = None, renderer_context: Any = None) -> bytes:
        return b"" if data is None else dump_json(data)
