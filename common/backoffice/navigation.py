"""Navigation by function (behaviour.md section 23), made from the tables and pages that are registered."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from common.backoffice.identity import may


class Section(StrEnum):
    """Functions of the back office in the order of the menu; the text is the heading."""

    SETTINGS = "Settings"
    REFERENCE = "Reference data"
    LOOKUPS = "System lookups"
    RULES = "Validation rules"
    USERS = "Users"
    COMPANIES = "Companies"
    CACHE = "Register cache"
    MAIL = "Mail"
    LOGS = "Diagnostics"
    AUDIT = "Audit"
    HISTORY = "History"
    RETENTION = "Retention"


_FOLDED = {Section.LOOKUPS, Section.HISTORY}


def function_groups(site: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """Sections with the tables and pages the person may see: title, ``entries`` of title, link, icon and purpose."""
    groups: dict[Section, list[dict[str, Any]]] = {section: [] for section in Section}
    for model, model_admin in site._registry.items():
        section = getattr(model_admin, "section", None)
        if section is not None and model_admin.has_view_permission(request):
            groups[section].append(_item(model, model_admin))
    for page in site.menu_pages():
        if may(request, page.permission):
            groups[page.section].append(_page_item(page))
    return [
        {
            "title": section.value,
            "entries": sorted(items, key=lambda item: (item["order"], item["title"])),
            "key": section,
        }
        for section, items in groups.items()
        if items
    ]


def _item(model: Any, model_admin: Any) -> dict[str, Any]:
    options = model._meta
    return {
        "title": model_admin.menu_title or str(options.verbose_name_plural).capitalize(),
        "link": reverse(f"admin:{options.app_label}_{options.model_name}_changelist"),
        "icon": model_admin.icon,
        "order": model_admin.menu_order,
        "purpose": options.db_table_comment,
    }


def _page_item(page: Any) -> dict[str, Any]:
    return {
        "title": page.title,
        "link": reverse(f"admin:{page.name}"),
        "icon": page.icon,
        "order": page.order,
        "purpose": page.purpose,
    }


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    """Menu for unfold; an entry is marked when its own list or one of its rows is open."""
    from django.contrib import admin

    entries: list[dict[str, Any]] = []
    for group in function_groups(admin.site, request):
        items = [
            {
                "title": item["title"],
                "link": item["link"],
                "icon": item["icon"],
                "active": request.path.startswith(item["link"]),
            }
            for item in group["entries"]
        ]
        folded = group["key"] in _FOLDED
        entries.append({"title": group["title"], "items": items, "collapsible": folded, "separator": True})
    return entries


def logo(request: HttpRequest) -> str:
    return static("img/logo.svg")


def favicon(request: HttpRequest) -> str:
    return static("img/favicon.svg")


def styles(request: HttpRequest) -> str:
    return static("css/backoffice.css")


def site_address(request: HttpRequest) -> str:
    return reverse("dashboard")


def password_address(request: HttpRequest) -> str:
    return reverse("account-password")
