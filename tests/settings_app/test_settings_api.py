"""GET /config and /admin/settings over HTTP (CF-3 to CF-5, api.md sections 7 and 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from auditing.models import ActivityLog
from settings_app.models import AppSetting
from settings_app.selectors import get_bool, get_int, get_json
from tests.support.api import field_codes, problem_code

if TYPE_CHECKING:
    from tests.support.api import ApiClient

pytestmark = pytest.mark.django_db
SETTING = {
    "settingKey", "value", "defaultValue", "settingTypeCode", "settingCategoryCode", "description", "isEditable",
    "minValue", "maxValue", "validationRegex", "updatedDate", "updatedByEmail",
}  # fmt: skip
PATH = "/admin/settings/MAX_LOGIN_ATTEMPTS"
CHANGE = {"value": 7, "reason": "More patience"}


def message(response: Any, field: str = "value") -> str:
    return next(str(item["message"]) for item in response.json()["errors"] if item["field"] == field)


def trace() -> tuple[str, int, int]:
    """What a change would touch: value, snapshots and activity."""
    row = AppSetting.objects.get(setting_key="MAX_LOGIN_ATTEMPTS")
    return row.setting_value, row.history.count(), ActivityLog.all_companies.count()


def test_config_is_exactly_the_public_subset(api: ApiClient) -> None:
    """CF-5."""
    assert api.get("/config").json() == {
        "passwordPolicy": {
            "minLength": 8,
            "maxLength": 128,
            "requireUppercase": False,
            "requireNumber": True,
            "expiryDays": 90,
        },
        "accessTokenExpiryMinutes": 15,
        "emailVerificationExpiryHours": 24,
        "passwordResetExpiryHours": 1,
        "invitationExpiryDays": 7,
        "sessionTimeoutMinutes": 30,
        "companyNameMinLength": 2,
        "companyNameMaxLength": 200,
        "termsVersion": "2025-10",
        "supportEmail": "support@eventlead.example",
    }


def test_list_holds_all_settings_in_two_queries_beside_the_callers(staff: ApiClient) -> None:
    staff.get("/admin/settings")
    with CaptureQueriesContext(connection) as queries:
        response = staff.get("/admin/settings")
    body = response.json()
    assert body["total"] == len(body["items"]) == AppSetting.objects.count()
    assert all(set(item) == SETTING for item in body["items"])
    assert sum('"config"."AppSetting"' in query["sql"] for query in queries) == 1
    assert len(queries) <= 6


def test_list_by_category(staff: ApiClient) -> None:
    items = staff.get("/admin/settings?settingCategoryCode=email").json()["items"]
    assert [item["settingKey"] for item in items] == ["EMAIL_RETRY_ATTEMPTS", "WELCOME_EMAIL_ENABLED", "SUPPORT_EMAIL"]
    assert field_codes(staff.get("/admin/settings?settingCategoryCode=none")) == {
        "settingCategoryCode": "invalid_choice"
    }


def test_one_setting_with_its_version(staff: ApiClient) -> None:
    response = staff.get(PATH)
    body = response.json()
    assert set(body) == SETTING
    assert (body["value"], body["defaultValue"], body["minValue"], body["maxValue"]) == (5, 5, 3, 10)
    assert (body["settingTypeCode"], body["settingCategoryCode"], body["isEditable"]) == ("integer", "security", True)
    assert body["updatedByEmail"] is None
    assert staff.get(PATH, if_none_match=response["ETag"]).status_code == 304
    assert problem_code(staff.get("/admin/settings/NO_SUCH")) == "NOT_FOUND"


def test_change_is_stored_with_who_and_why_and_takes_effect(staff: ApiClient) -> None:
    """CF-3: old, new, who, why."""
    assert get_int("MAX_LOGIN_ATTEMPTS") == 5
    before = staff.get(PATH)["ETag"]
    response = staff.patch(PATH, CHANGE, if_match=before)
    assert response.status_code == 200, response.content
    body = response.json()
    assert (body["value"], body["updatedByEmail"]) == (7, "officer@people.example")
    assert body["updatedDate"].endswith("Z")
    assert response["ETag"] == staff.get(PATH)["ETag"] != before
    assert get_int("MAX_LOGIN_ATTEMPTS") == 7
    activity = ActivityLog.all_companies.get(action="SETTING_UPDATED")
    assert activity.old_value == {"settingKey": "MAX_LOGIN_ATTEMPTS", "settingValue": "5"}
    assert activity.new_value == {"settingKey": "MAX_LOGIN_ATTEMPTS", "settingValue": "7"}
    assert (activity.entity_type, activity.reason) == ("config.AppSetting", "More patience")
    assert activity.user_email == "officer@people.example"


def test_history_lists_the_changes_newest_first(staff: ApiClient) -> None:
    for value in (7, 8, None):
        staff.patch(PATH, {"value": value, "reason": f"to {value}"})
    body = staff.get(f"{PATH}/history?pageSize=2").json()
    assert (body["total"], body["page"], body["pageSize"], body["totalPages"]) == (3, 1, 2, 2)
    assert [(item["oldValue"], item["newValue"], item["changeReason"]) for item in body["items"]] == [
        (8, 5, "to None"),
        (7, 8, "to 8"),
    ]
    first = body["items"][0]
    assert set(first) == {"changedAt", "changedByEmail", "oldValue", "newValue", "changeReason", "requestId"}
    assert first["changedByEmail"] == "officer@people.example"
    assert len(first["requestId"]) == 36
    assert problem_code(staff.get("/admin/settings/NO_SUCH/history")) == "NOT_FOUND"


def test_null_restores_the_default(staff: ApiClient) -> None:
    staff.patch(PATH, CHANGE)
    assert staff.patch(PATH, {"value": None, "reason": "Back"}).json()["value"] == 5
    assert get_int("MAX_LOGIN_ATTEMPTS") == 5


def test_the_same_value_again_writes_nothing(staff: ApiClient) -> None:
    """AU-3."""
    tag, before = staff.get(PATH)["ETag"], trace()
    response = staff.patch(PATH, {"value": 5, "reason": "None"})
    assert (response.status_code, response["ETag"], trace()) == (200, tag, before)


@pytest.mark.parametrize(
    ("key", "value", "code", "says"),
    [
        ("MAX_LOGIN_ATTEMPTS", 2, "too_small", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", 11, "too_large", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", 10**18, "too_large", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", 10**400, "too_large", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", -(10**18), "too_small", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", "7", "wrong_type", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", True, "wrong_type", "from 3 to 10"),
        ("MAX_LOGIN_ATTEMPTS", 7.0, "wrong_type", "from 3 to 10"),
        ("WELCOME_EMAIL_ENABLED", 1, "wrong_type", "true or false"),
        ("WELCOME_EMAIL_ENABLED", "true", "wrong_type", "true or false"),
        ("TERMS_VERSION", "soon", "pattern_mismatch", "Example: 2025-10"),
        ("TERMS_VERSION", "2025-13", "pattern_mismatch", "Example: 2025-10"),
        ("TERMS_VERSION", "2025-10.123456789012345", "pattern_mismatch", "Example: 2025-10"),
        ("TERMS_VERSION", 2025, "wrong_type", "text of one line"),
        ("SUPPORT_EMAIL", "nobody", "pattern_mismatch", "support@eventlead.example"),
        ("SUPPORT_EMAIL", "", "pattern_mismatch", "support@eventlead.example"),
        ("LOGGING_EXCLUDED_ENDPOINTS", {"a": 1}, "pattern_mismatch", "/api/v1/health"),
        ("LOGGING_EXCLUDED_ENDPOINTS", [5], "pattern_mismatch", 'a list of path prefixes that start with "/"'),
        ("LOGGING_EXCLUDED_ENDPOINTS", ["api"], "pattern_mismatch", 'start with "/"'),
        ("LOGGING_EXCLUDED_ENDPOINTS", ["/api", ""], "pattern_mismatch", 'start with "/"'),
        ("LOGGING_EXCLUDED_ENDPOINTS", ["/api?x=1"], "pattern_mismatch", 'start with "/"'),
        ("LOGGING_EXCLUDED_ENDPOINTS", [["/api"]], "pattern_mismatch", 'start with "/"'),
        ("RETENTION_AUDIT_DAYS", 30, "too_small", "from 2557 to 7305"),
    ],
)
def test_values_outside_the_limits_are_refused(staff: ApiClient, key: str, value: Any, code: str, says: str) -> None:
    """CF-3: refused with the allowed range."""
    path, before = f"/admin/settings/{key}", trace()
    stored = AppSetting.objects.get(setting_key=key).setting_value
    response = staff.patch(path, {"value": value, "reason": "Try"})
    assert field_codes(response) == {"value": code}
    assert says in message(response)
    assert (AppSetting.objects.get(setting_key=key).setting_value, trace()) == (stored, before)


def test_other_types_are_stored_as_their_text(staff: ApiClient) -> None:
    assert (
        staff.patch("/admin/settings/WELCOME_EMAIL_ENABLED", {"value": False, "reason": "x"}).json()["value"] is False
    )
    assert get_bool("WELCOME_EMAIL_ENABLED") is False
    paths = ["/api/v1/health", "/api/v1/config"]
    for value in (paths, []):
        response = staff.patch("/admin/settings/LOGGING_EXCLUDED_ENDPOINTS", {"value": value, "reason": "x"})
        assert response.json()["value"] == get_json("LOGGING_EXCLUDED_ENDPOINTS") == value


def test_every_bad_field_is_named_in_one_answer(staff: ApiClient) -> None:
    """GEN-5."""
    assert field_codes(staff.patch(PATH, {"extra": 1})) == {
        "value": "required",
        "reason": "required",
        "extra": "unknown_field",
    }
    assert field_codes(staff.patch(PATH, {"value": 7, "reason": "  "})) == {"reason": "blank"}
    assert field_codes(staff.patch(PATH, {"value": 7, "reason": "x" * 501})) == {"reason": "too_long"}
    assert AppSetting.objects.get(setting_key="MAX_LOGIN_ATTEMPTS").setting_value == "5"


def test_locked_settings_stay(staff: ApiClient) -> None:
    """Invariant 33."""
    AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS").update(is_editable=False)
    before = trace()
    assert problem_code(staff.patch(PATH, CHANGE)) == "SETTING_LOCKED"
    assert trace() == before


def test_a_stale_version_gets_412(staff: ApiClient) -> None:
    """CF-5: of two edits from the same version the later one is refused."""
    tag = staff.get(PATH)["ETag"]
    assert staff.patch(PATH, CHANGE, if_match=tag).status_code == 200
    before = trace()
    late = staff.patch(PATH, {"value": 9, "reason": "Later"}, if_match=tag)
    assert (late.status_code, problem_code(late)) == (412, "STALE_RESOURCE")
    assert trace() == before


def test_reload_is_recorded_and_reads_again(staff: ApiClient) -> None:
    """CF-3: reload forces what was changed past the service."""
    assert get_int("MAX_LOGIN_ATTEMPTS") == 5
    AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS").update(setting_value="6")
    response = staff.post("/admin/settings/reload")
    assert response.json() == {"settingsLoaded": AppSetting.objects.count()}
    assert get_int("MAX_LOGIN_ATTEMPTS") == 6
    assert ActivityLog.all_companies.filter(action="SETTINGS_RELOADED").count() == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/admin/settings", None),
        ("GET", PATH, None),
        ("PATCH", PATH, CHANGE),
        ("GET", f"{PATH}/history", None),
        ("POST", "/admin/settings/reload", None),
    ],
)
def test_only_system_administrators(
    api: ApiClient, person: ApiClient, staff: ApiClient, method: str, path: str, body: Any
) -> None:
    """Permission matrix, row "Settings": visitor 401, others 403, nothing changed; unknown keys tell nothing."""
    before = trace()
    assert problem_code(api.send(method, path, body)) == "AUTHENTICATION_REQUIRED"
    assert problem_code(person.send(method, path, body)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(person.send(method, path.replace("MAX_LOGIN", "NO"), body)) == "INSUFFICIENT_PERMISSIONS"
    assert trace() == before
    assert staff.send(method, path, body).status_code == 200
