"""Back office of schema ref."""

from reference.admin import lookups, stewards

__all__ = ["lookups", "stewards"]
