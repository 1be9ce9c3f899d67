"""Base of Celery tasks: request id, scope, recorded failures (LO-2, ER-1)."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from celery import shared_task

from common import context
from common.tasks import Job
from common.tenancy import current_scope

pytestmark = pytest.mark.django_db  # a task looks after the connections that tests before it opened

seen: list[tuple[context.RequestContext, Any]] = []


@shared_task(base=Job, name="tests.look_around")
def look_around() -> None:
    seen.append((context.current(), current_scope()))


@shared_task(base=Job, name="tests.fail")
def fail() -> None:
    raise RuntimeError("broken")


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    seen.clear()


def test_lo2_the_request_id_travels_with_the_message() -> None:
    bound = context.bind(context.RequestContext("id-of-the-request"))
    with bound, mock.patch("celery.app.task.Task.apply_async") as sent:
        look_around.apply_async(countdown=1)
    assert sent.call_args.kwargs == {"headers": {"x_request_id": "id-of-the-request"}, "countdown": 1}
    look_around.apply(headers={"x_request_id": "id-of-the-request"})
    ((found, scope),) = seen
    assert (found.request_id, found.method, found.path) == ("id-of-the-request", "TASK", "tests.look_around")
    assert scope.system == "task tests.look_around"


def test_lo2_scheduled_work_gets_an_id_of_its_own() -> None:
    look_around.apply()
    look_around.apply()
    assert len({bound.request_id for bound, _ in seen}) == 2
    assert context.current().request_id == ""
    assert current_scope() is None


def test_er1_a_failing_task_is_recorded_and_still_fails() -> None:
    with mock.patch("common.tasks.hook") as hook, pytest.raises(RuntimeError):
        fail()
    (error,) = hook.return_value.call_args.args
    assert str(error) == "broken"
