"""Endpoints of the run-time configuration."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.etag import etag_of
from common.api.pagination import PageQuery, list_of, page_of
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import Problem, ValidationFailed
from reference.selectors import find_active
from settings_app import services
from settings_app.api.serializers import (
    ConfigShape,
    ReloadShape,
    SettingBody,
    SettingChangeShape,
    SettingShape,
    SettingsQuery,
)
from settings_app.selectors import settings as selectors


class ConfigView(ApiView):
    access = Access.PUBLIC

    @documented("The public part of the configuration", response=ConfigShape)
    def get(self, request: Request) -> Any:
        return self.respond(ConfigShape, selectors.public_configuration())


class SettingsView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.SETTINGS_MANAGE

    @documented("List the settings", query=SettingsQuery, response=list_of(SettingShape))
    def get(self, request: Request) -> Any:
        category = self.query(SettingsQuery).get("setting_category_code")
        if category is not None and find_active("SettingCategory", category) is None:
            raise ValidationFailed.of("settingCategoryCode", "invalid_choice", "There is no such category.")
        return self.plain_list(selectors.settings_list(category), SettingShape)


class SettingView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.SETTINGS_MANAGE

    @documented("Read a setting", response=SettingShape, etag=True)
    def get(self, request: Request, setting_key: str) -> Any:
        return self._answer(selectors.setting(setting_key))

    @documented(
        "Change a setting",
        description="Takes effect in every process within 5 seconds, for what is issued afterwards.",
        request=SettingBody,
        response=SettingShape,
        problems=["SETTING_LOCKED", "STALE_RESOURCE", "VALIDATION_ERROR"],
        etag=True,
    )
    def patch(self, request: Request, setting_key: str) -> Any:
        body = self.validate(SettingBody)
        row = services.update_setting(key=setting_key, **body, actor=self.actor, if_match=self.precondition())
        return self._answer(selectors.setting(row.setting_key))

    def _answer(self, found: selectors.SettingView | None) -> Any:
        if found is None:
            raise Problem("NOT_FOUND", "There is no such setting.")
        return self.respond(SettingShape, found, etag=etag_of(found.row))


class SettingHistoryView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.SETTINGS_MANAGE

    @documented("List the changes of a setting", query=PageQuery, response=page_of(SettingChangeShape))
    def get(self, request: Request, setting_key: str) -> Any:
        changes = selectors.setting_changes(setting_key)
        if changes is None:
            raise Problem("NOT_FOUND", "There is no such setting.")
        return self.page(changes, SettingChangeShape)


class SettingsReloadView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.SETTINGS_MANAGE

    @documented("Make every process read the settings again", response=ReloadShape)
    def post(self, request: Request) -> Any:
        return self.respond(ReloadShape, {"settings_loaded": services.reload_settings(actor=self.actor)})
