"""Back office of people: their data is shown, accounts are cared for; secrets are never shown."""

from accounts.admin import people, tokens, users

__all__ = ["people", "tokens", "users"]
