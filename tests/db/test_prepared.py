"""Statements that are built once (common.db.prepared)."""

from __future__ import annotations

import contextlib

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from accounts.models import User, UserRefreshToken
from common import clock
from common.db.ddl import offline_connection
from common.db.prepared import PreparedRead, append
from common.db.row_locks import taking_turns
from common.tenancy import NoTenantScope, company_scope
from companies.models import Company, UserCompany
from logging_app.models import AuthEvent
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.roles import as_application
from tests.support.sessions import session_of

pytestmark = pytest.mark.django_db


def test_models_are_those_of_the_query() -> None:
    read = PreparedRead(lambda email: User.objects.filter(email=email, is_deleted=False))
    first, second = make_user(), make_user()
    for person in (first, second):
        (found,) = read(person.email)
        assert {field.attname: getattr(found, field.attname) for field in User._meta.concrete_fields} == {
            field.attname: getattr(User.objects.get(pk=person.pk), field.attname)
            for field in User._meta.concrete_fields
        }
        assert not found._state.adding
    assert read("nobody@people.example") == []


def test_columns_left_out_are_read_when_they_are_asked_for() -> None:
    person = make_user()
    read = PreparedRead(lambda key: User.objects.filter(pk=key).only("email"))
    with CaptureQueriesContext(connection) as queries:
        (found,) = read(person.pk)
        assert found.email == person.email
    assert len(queries) == 1
    assert found.first_name == person.first_name


def test_values_keep_their_types() -> None:
    person = make_user()
    issued = session_of(person)
    read = PreparedRead(
        lambda user: UserRefreshToken.objects.filter(user_id=user).values_list("token_family_id", "created_date")
    )
    assert read(person.pk) == list(
        UserRefreshToken.objects.filter(user=person).values_list("token_family_id", "created_date")
    )
    assert str(read(person.pk)[0][0]) == issued.session_id


def test_several_values_go_where_they_belong() -> None:
    person, other = make_user(), make_user()
    company = make_company(person)
    make_member(other, company)
    read = PreparedRead(
        lambda company_id, user_id: UserCompany.all_companies.filter(
            user_id=user_id, company_id=company_id, is_deleted=False
        ).values_list("user_id", "company_id")
    )
    for one in (person, other):
        assert read(company.pk, one.pk) == [(one.pk, company.pk)]
    assert read(company.pk + 1, person.pk) == []


@pytest.mark.django_db(transaction=True)
def test_a_lock_needs_a_transaction() -> None:
    person = make_user()
    read = PreparedRead(lambda key: taking_turns(User.objects.filter(pk=key)))
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        assert read(person.pk) == [person]
    assert "FOR NO KEY UPDATE" in queries[0]["sql"] or "UPDLOCK" in queries[0]["sql"]
    with pytest.raises(TransactionManagementError):
        read(person.pk)


@pytest.mark.django_db(transaction=True)
def test_rows_of_other_companies_stay_hidden() -> None:
    """TI-5: the statement runs in the scope of whoever runs it, not of who ran it first."""
    person = make_user()
    companies = [make_company(person), make_company()]
    read = PreparedRead(lambda key: Company.all_companies.filter(pk=key).values_list("id"))
    with as_application():
        for own, other in (companies, reversed(companies)):
            with company_scope(own.pk):
                assert read(own.pk) == [(own.pk,)]
                assert read(other.pk) == []
        assert read(companies[0].pk) == []


def test_the_scope_of_the_first_caller_cannot_be_kept() -> None:
    """TI-5."""
    read = PreparedRead(lambda key: Company.objects.filter(pk=key))
    with company_scope(1), pytest.raises(NoTenantScope):
        read(1)


def test_joined_models_are_refused() -> None:
    read = PreparedRead(lambda key: UserCompany.all_companies.filter(pk=key).select_related("company"))
    with pytest.raises(TypeError, match="without joined ones"):
        read(1)


def test_an_appended_row_is_the_one_that_would_be_saved() -> None:
    person = make_user()
    values = {
        "event_type": "LOGIN_SUCCESS",
        "is_success": True,
        "user_id": person.pk,
        "details": {"method": "password", "tries": [1, None]},
        "created_date": clock.now(),
    }
    append(AuthEvent(**values))
    AuthEvent(**values).save(force_insert=True)
    names = [field.attname for field in AuthEvent._meta.concrete_fields if not field.primary_key]
    appended, saved = AuthEvent.objects.order_by("id").values_list(*names)
    assert appended == saved
    read = PreparedRead(lambda kind: AuthEvent.objects.filter(event_type=kind).values_list("details"))
    assert read("LOGIN_SUCCESS") == [(values["details"],)] * 2


@pytest.mark.django_db(transaction=True)
def test_a_refused_row_ends_its_transaction() -> None:
    """GEN-2: what was written before it goes with it, also when the refusal is caught."""
    event = {"is_success": True, "created_date": clock.now()}

    def write() -> None:
        with transaction.atomic():
            append(AuthEvent(event_type="LOGIN_SUCCESS", **event))
            with contextlib.suppress(IntegrityError):
                append(AuthEvent(event_type="NOTHING_KNOWN", **event))
            AuthEvent.objects.count()

    with pytest.raises(TransactionManagementError):
        write()
    assert not AuthEvent.objects.exists()


def test_sql_server_has_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The statement is what the backend compiles, places of values included."""
    server = offline_connection("mssql")
    monkeypatch.setattr(server, "get_autocommit", lambda: False)  # as inside of a transaction
    first = PreparedRead(lambda key: UserCompany.all_companies.filter(user_id=key).order_by("id").values_list("id")[:1])
    sql = first.compiled(server).sql
    assert "[dbo].[UserCompany]" in sql
    assert sql.count("%s") == len(first.compiled(server).parameters)
    assert first.compiled(server).filled((7,)).count(7) == 1
    locked = PreparedRead(lambda key: User.objects.select_for_update().filter(pk=key)).compiled(server)
    assert "UPDLOCK" in locked.sql
    assert locked.locks
