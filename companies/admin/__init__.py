"""Back office of companies: opening a row is recorded, every change asks for a reason."""

from companies.admin import companies, links, members

__all__ = ["companies", "links", "members"]
