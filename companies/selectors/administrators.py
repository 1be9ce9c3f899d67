"""Companies that depend on one person (ME-3), and the memberships of people as staff see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from common.db.row_locks import taking_turns
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.models.codes import UserCompanyRoleCode
from companies.selectors.recipients import admin_recipients
from reference.selectors import lookup


@dataclass(frozen=True, slots=True)
class PersonMembership:
    """A membership, whatever its state, for staff who look at the person."""

    company_id: int
    company_name: str
    role_code: str
    status_code: str


def lock_companies_without_other_admin(user_id: int) -> list[str]:
    """Names of the live companies whose only active admin the person is (ME-3).

    Locks the rows of the companies they administer to the end of the transaction, so that of two admins who go at once
    the second one is seen as the last. The caller holds the lock on the person's row.
    """
    with system_scope("companies.selectors.lock_companies_without_other_admin"):
        administered = UserCompany.all_companies.filter(
            user_id=user_id,
            user_company_role__user_company_role_code=UserCompanyRoleCode.COMPANY_ADMIN,
            user_company_status__allow_access=True,
            removed_date__isnull=True,
            is_deleted=False,
        )
        keys = list(administered.values_list("company_id", flat=True))
        rows = taking_turns(Company.all_companies.filter(pk__in=keys, is_deleted=False))
        return [
            company.company_name
            for company in rows.order_by("pk")
            if not any(admin.user_id != user_id for admin in admin_recipients(company.pk))
        ]


def memberships_of_people(user_ids: Collection[int]) -> dict[int, list[PersonMembership]]:
    """Memberships of several people in live companies, the oldest first; removed ones too."""
    found: dict[int, list[PersonMembership]] = defaultdict(list)
    with system_scope("companies.selectors.memberships_of_people"):
        rows = UserCompany.all_companies.filter(
            user_id__in=list(user_ids), is_deleted=False, company__is_deleted=False
        ).select_related("company")
        for row in rows.order_by("joined_date", "pk"):
            found[row.user_id].append(
                PersonMembership(
                    company_id=row.company_id,
                    company_name=row.company.company_name,
                    role_code=str(lookup("UserCompanyRole", row.user_company_role_id).code),
                    status_code=str(lookup("UserCompanyStatus", row.user_company_status_id).code),
                )
            )
    return found
