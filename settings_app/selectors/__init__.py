"""Reads of the run-time configuration."""

from settings_app.selectors.values import get_bool, get_int, get_json, get_str, invalidate, reload, typed_value

__all__ = ["get_bool", "get_int", "get_json", "get_str", "invalidate", "reload", "typed_value"]
