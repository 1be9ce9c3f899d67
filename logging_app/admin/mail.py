"""Delivery log of mail, with the reason of a failure, and sending a failed one again (MA-2)."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from common.backoffice.confirming import confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.pages import own_page
from common.backoffice.paging import PeriodFilter
from common.permissions import Permission
from logging_app.models import EMAIL_STATUSES, EmailDelivery
from logging_app.services.resending import RESENDABLE, resend_email

_NEVER_SHOWN = "nonce"


class StatusFilter(admin.SimpleListFilter):
    """State of the delivery; the column is text without choices."""

    title, parameter_name = "status", "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(status, status) for status in EMAIL_STATUSES]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset if self.value() is None else queryset.filter(status=self.value())


@admin.register(EmailDelivery)
class EmailDeliveryAdmin(ReadOnlyAdmin):
    """Mails that wait, went out or failed."""

    section: ClassVar[Section | None] = Section.MAIL
    icon: ClassVar[str] = "mail"
    menu_title: ClassVar[str] = "Delivery log"
    permission: ClassVar[Permission] = Permission.LOGS_READ
    # The variables hold what links are derived from; they are shown without it.
    hidden: ClassVar[frozenset[str]] = frozenset({"template_data"})
    extra_columns: ClassVar[tuple[str, ...]] = ("variables",)
    ordering: Any = ("-created_date",)
    list_display = (
        "created_date",
        "email_type",
        "recipient_email",
        "status",
        "retry_count",
        "error_message",
        "sent_at",
    )
    list_filter = (PeriodFilter, StatusFilter)
    search_fields = ("recipient_email", "request_id", "provider_message_id", "user", "company")
    search_help_text = "Address, request id, the provider's id, or number of a user or company"
    actions_detail = ["send_again"]

    @admin.display(description="variables")
    def variables(self, row: EmailDelivery) -> str:
        return json.dumps(_without_secrets(row.template_data), ensure_ascii=False, indent=1)

    @own_page("Send again", "send-again", "forward_to_inbox")
    def send_again(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Put a failed or bounced mail back into the outbox."""
        if not self.has_view_permission(request):
            raise Http404
        row = self._row(request, object_id)

        def run(reason: str, version: str) -> None:
            resend_email(email_delivery_id=row.pk, reason=reason, actor=actor_of(request))

        states = " or ".join(RESENDABLE)
        return confirm_page(
            self,
            request,
            row,
            title=f"Send mail {row.pk} again",
            text=f"“{row.subject}” to {row.recipient_email} is {row.status}. Only {states} mails are sent again.",
            button="Send again",
            run=run,
            done="The mail is in the outbox again.",
            after=reverse("admin:logging_app_emaildelivery_change", args=[row.pk]),
        )


def _without_secrets(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_secrets(item) for name, item in value.items() if name != _NEVER_SHOWN}
    return [_without_secrets(item) for item in value] if isinstance(value, list) else value
