from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CommonConfig(AppConfig):
    """Shared building blocks; holds no table."""

    name = "common"

    def ready(self) -> None:
        from common.db import expressions  # noqa: F401  registers the check lookups
        from common.db.postgresql.grants import apply_after_migrate

        post_migrate.connect(apply_after_migrate, sender=self, dispatch_uid="common.grants")
