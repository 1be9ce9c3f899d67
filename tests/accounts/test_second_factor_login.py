"""Log-in of people whose second factor is on (SF-1, SF-3, SF-4)."""

from __future__ import annotations

import pytest

from accounts.models import UserRefreshToken
from accounts.services import second_factor_login
from common.problems import Problem
from tests.accounts.second_factor_steps import challenge, enrol, first_step, has_factor, wrong_code
from tests.factories.accounts import make_user
from tests.support.api import ApiClient

usual = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]


class TestServices:
    pytestmark = usual

    def test_code_opens_a_session_with_the_factor(self, api: ApiClient) -> None:
        person = enrol(make_user())
        sessions = UserRefreshToken.objects.count()
        token = challenge(api, person.user)
        with pytest.raises(Problem, match="SECOND_FACTOR_INVALID"):
            second_factor_login.answer(challenge_token=token, code=wrong_code(person.key))
        assert UserRefreshToken.objects.count() == sessions
        issued = second_factor_login.answer(challenge_token=token, code=person.code())
        assert has_factor(issued.session_id)

    def test_page_log_in_asks_too(self, api: ApiClient) -> None:
        """No way in by page without the factor."""
        from tests.factories.accounts import PASSWORD

        person = enrol(make_user())
        sessions = UserRefreshToken.objects.count()
        api.http.post("/login", {"email": person.user.email, "password": PASSWORD})
        assert "_auth_user_id" not in api.http.session
        assert UserRefreshToken.objects.count() == sessions
        assert first_step(api, make_user()).status_code == 200
