"""Back office of people: view only; secrets are never shown."""

from accounts.admin import people, tokens

__all__ = ["people", "tokens"]
