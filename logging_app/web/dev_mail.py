"""Mail page of development mode (api.md section 10, MA-5); does not exist elsewhere."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from common.api.encoding import format_instant
from logging_app.mail.renderer import RenderedMail, render_mail
from logging_app.models import EmailDelivery
from logging_app.selectors import caught_mail, caught_message


def _require_development() -> None:
    if not settings.IS_DEVELOPMENT or settings.EMAIL_TRANSPORT != "catcher":
        raise Http404


def _rendered(delivery: EmailDelivery) -> RenderedMail:
    return render_mail(delivery.email_type, delivery.template_data)


@require_safe
def messages(request: HttpRequest) -> JsonResponse:
    """``GET /dev/mail/messages?to=``: the latest 100, newest first, with their links."""
    _require_development()
    found = [_document(delivery) for delivery in caught_mail(request.GET.get("to"))]
    return JsonResponse(found, safe=False, headers={"Cache-Control": "no-store"})


def _document(delivery: EmailDelivery) -> dict[str, Any]:
    mail = _rendered(delivery)
    return {
        "id": delivery.pk,
        "to": delivery.recipient_email,
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "links": mail.links,
        "sentAt": format_instant(delivery.sent_at) if delivery.sent_at else None,
    }


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """``GET /dev/mail``: the list, or with ``?id=`` one message."""
    _require_development()
    if "id" in request.GET:
        return _message_page(request, _find(request.GET["id"]))
    recipient = request.GET.get("to", "")
    mails = [_summary(delivery) for delivery in caught_mail(recipient)]
    return render(request, "pages/dev_mail.html", {"mails": mails, "recipient": recipient})


@require_safe
@xframe_options_sameorigin
def html_part(request: HttpRequest, email_delivery_id: int) -> HttpResponse:
    """The HTML of one message, shown in a sandboxed frame: its inline styles may apply, no script may run."""
    _require_development()
    response = HttpResponse(_rendered(_find(str(email_delivery_id))).html)
    response["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
    )
    response["Cache-Control"] = "no-store"
    return response


def _find(key: str) -> EmailDelivery:
    delivery = caught_message(int(key)) if key.isascii() and key.isdigit() and len(key) < 19 else None
    if delivery is None:
        raise Http404
    return delivery


def _summary(delivery: EmailDelivery) -> dict[str, Any]:
    return {
        "id": delivery.pk,
        "to": delivery.recipient_email,
        "subject": delivery.subject,
        "sent_at": delivery.sent_at,
    }


def _message_page(request: HttpRequest, delivery: EmailDelivery) -> HttpResponse:
    mail = _rendered(delivery)
    shown = _summary(delivery) | {
        "text": mail.text,
        "links": mail.links,
        "html_url": reverse("dev-mail-html", args=[delivery.pk]),
    }
    return render(request, "pages/dev_mail_message.html", {"mail": shown})
