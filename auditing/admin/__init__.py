"""Back office of schema audit: read-only, as the tables are."""

from auditing.admin import governance, histories, trail

__all__ = ["governance", "histories", "trail"]
