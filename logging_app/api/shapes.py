"""What is known of one request; mail is shown without its variables, which hold what links are derived from."""

from __future__ import annotations

from common.api.containers import JsonField
from common.api.fields import BooleanField, IdField, InstantField, IntegerField, TextField
from common.api.serializers import Shape


class LoggedRequestShape(Shape):
    api_request_id = IdField(source="pk")
    created_date = InstantField()
    method = TextField()
    path = TextField()
    query_params = JsonField(allow_null=True)
    status_code = IntegerField()
    duration_ms = IntegerField()
    user_id = IdField(allow_null=True)
    company_id = IdField(allow_null=True)
    user_agent = TextField(allow_null=True)


class AuthEventShape(Shape):
    auth_event_id = IdField(source="pk")
    created_date = InstantField()
    event_type = TextField()
    is_success = BooleanField()
    user_id = IdField(allow_null=True)
    email = TextField(allow_null=True)
    reason = TextField(allow_null=True)
    details = JsonField(allow_null=True)
    ip_address = TextField(allow_null=True)
    user_agent = TextField(allow_null=True)


class ErrorShape(Shape):
    application_error_id = IdField(source="pk")
    created_date = InstantField()
    severity = TextField()
    error_type = TextField()
    error_message = TextField()
    stack_trace = TextField(allow_null=True)
    method = TextField(allow_null=True)
    path = TextField(allow_null=True)
    user_id = IdField(allow_null=True)
    company_id = IdField(allow_null=True)
    additional_data = JsonField(allow_null=True)


class DeliveryShape(Shape):
    email_delivery_id = IdField(source="pk")
    created_date = InstantField()
    email_type = TextField()
    recipient_email = TextField()
    subject = TextField()
    status = TextField()
    retry_count = IntegerField()
    error_message = TextField(allow_null=True)
    sent_at = InstantField(allow_null=True)
    user_id = IdField(allow_null=True)
    company_id = IdField(allow_null=True)


class ActivityShape(Shape):
    activity_log_id = IdField(source="pk")
    created_date = InstantField()
    action = TextField()
    entity_type = TextField()
    entity_id = IdField(allow_null=True)
    user_id = IdField(allow_null=True)
    user_name = TextField(source="actor_name", allow_null=True)
    user_email = TextField(allow_null=True)
    old_value = JsonField(allow_null=True)
    new_value = JsonField(allow_null=True)
    request_id = TextField(allow_null=True)


class DiagnosticsShape(Shape):
    request_id = TextField()
    api_requests = LoggedRequestShape(many=True)
    auth_events = AuthEventShape(many=True)
    errors = ErrorShape(many=True)  # type: ignore[assignment]  # the name of a property of Django REST framework
    emails = DeliveryShape(many=True)
    activity = ActivityShape(many=True)
