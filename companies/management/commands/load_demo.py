"""``manage.py load_demo``: accounts and a company to look around with, in development only (api.md section 10)."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.selectors import find_by_email
from accounts.services.onboarding import DetailsInput, save_details
from accounts.services.signup import create_invited_account
from accounts.services.staff_accounts import create_staff
from auditing.services import business_transaction
from common.actors import Actor, system_actor
from common.context import RequestContext, bind
from common.tenancy import system_scope
from companies.models.codes import JoinedViaCode, UserCompanyRoleCode
from companies.selectors import choose_active_membership
from companies.services import BillingInput, CompanyInput, create_company, join

PASSWORD: Final = "Show-floor-2468"  # noqa: S105  (public on purpose; the command refuses to run in production)
COMMAND: Final = system_actor("load_demo")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demo company; ``role`` None is staff."""

    email: str
    first_name: str
    last_name: str
    role: UserCompanyRoleCode | None
    role_title: str


STAFF: Final = Person("sysadmin@eventlead.test", "Sydney", "Admin", None, "System administrator")
ADMIN: Final = Person(
    "admin@demo.eventlead.test", "Avery", "Stone", UserCompanyRoleCode.COMPANY_ADMIN, "Head of events"
)
MEMBERS: Final = (
    Person("user@demo.eventlead.test", "Uma", "Field", UserCompanyRoleCode.COMPANY_USER, "Event manager"),
    Person("viewer@demo.eventlead.test", "Vic", "Harper", UserCompanyRoleCode.COMPANY_VIEWER, "Analyst"),
)
COMPANY: Final = CompanyInput(
    company_name="Showground Demo Events",
    country_code="AU",
    billing=BillingInput(
        billing_address_line1="1 Showground Road",
        billing_city="Sydney",
        billing_state="NSW",
        billing_postal_code="2000",
    ),
)


class Command(BaseCommand):
    """Loads what is missing; safe to run again. The company has no ABN, so that it never meets anybody's data."""

    help = "Load demo accounts and a demo company (development only)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--print", action="store_true", help="only print the log-ins")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.IS_DEVELOPMENT:
            raise CommandError("Demo accounts have a public password; they are made in development only.")
        if not options["print"]:
            with bind(RequestContext(method="COMMAND", path="load_demo")), system_scope("load_demo"):
                _load()
        for person in (STAFF, ADMIN, *MEMBERS):
            what = person.role.value if person.role else "system_admin"
            self.stdout.write(f"{person.email} / {PASSWORD} ({what})")


def _load() -> None:
    if find_by_email(STAFF.email) is None:
        create_staff(
            email=STAFF.email,
            first_name=STAFF.first_name,
            last_name=STAFF.last_name,
            password=PASSWORD,
            actor=COMMAND,
        )
    admin = _account(ADMIN)
    membership = choose_active_membership(admin.user_id or 0)
    if membership is None:
        create_company(entered=COMPANY, actor=admin)
        membership = choose_active_membership(admin.user_id or 0)
    if membership is None:
        raise CommandError("The demo company is there, and its admin is not in it; start with an empty database.")
    for person in MEMBERS:
        _member(person, membership.company_id, admin)


def _account(person: Person) -> Actor:
    """The account of a person, made as an invited one is, with step 1 of onboarding done."""
    user = find_by_email(person.email)
    if user is None:
        with business_transaction(actor=COMMAND):
            user = create_invited_account(
                email=person.email, first_name=person.first_name, last_name=person.last_name, password=PASSWORD
            )
    actor = Actor(user_id=user.pk, email=user.email, name=user.full_name)
    if user.onboarding_step == 1:
        save_details(entered=_details(person), actor=actor)
    return actor


def _details(person: Person) -> DetailsInput:
    return DetailsInput(
        first_name=person.first_name,
        last_name=person.last_name,
        country_code="AU",
        timezone_identifier="Australia/Sydney",
        role_title=person.role_title,
    )


def _member(person: Person, company_id: int, admin: Actor) -> None:
    actor = _account(person)
    if actor.user_id is None or person.role is None or choose_active_membership(actor.user_id) is not None:
        return
    with business_transaction(actor=actor):
        join(
            user_id=actor.user_id,
            company_id=company_id,
            role_code=person.role.value,
            joined_via=JoinedViaCode.INVITATION,
            actor=actor,
            invited_by_user_id=admin.user_id,
            make_primary=True,
        )
    save_details(entered=_details(person), actor=actor)
