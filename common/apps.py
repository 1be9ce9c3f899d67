from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Shared building blocks; holds no table."""

    name = "common"

    def ready(self) -> None:
        from common.db import expressions  # noqa: F401  registers the check lookups
