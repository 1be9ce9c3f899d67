"""Back office of companies: view only in this release; opening a row is recorded."""

from companies.admin import companies, links, members

__all__ = ["companies", "links", "members"]
