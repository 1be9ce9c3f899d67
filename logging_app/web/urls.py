"""Addresses of development mode; included at the root of the site."""

from __future__ import annotations

from django.urls import path

from logging_app.web import dev_mail

urlpatterns = [
    path("dev/mail", dev_mail.page, name="dev-mail"),
    path("dev/mail/messages", dev_mail.messages, name="dev-mail-messages"),
    path("dev/mail/<int:email_delivery_id>/html", dev_mail.html_part, name="dev-mail-html"),
]
