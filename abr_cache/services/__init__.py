"""Business register: search, register facts and purge. Everything other apps may call."""

from abr_cache.client.answers import Outcome, RegisterEntity
from abr_cache.client.checksums import format_abn, format_acn, is_abn, is_acn, parse_abn, parse_acn
from abr_cache.services.facts import RegisterFacts, check_acn_agreement, is_register_resting, register_facts
from abr_cache.services.purge import PurgeResult, purge, purge_old
from abr_cache.services.search import ABN_MESSAGE, ACN_MESSAGE, SearchAnswer, search

__all__ = [
    "ABN_MESSAGE",
    "ACN_MESSAGE",
    "Outcome",
    "PurgeResult",
    "RegisterEntity",
    "RegisterFacts",
    "SearchAnswer",
    "check_acn_agreement",
    "format_abn",
    "format_acn",
    "is_abn",
    "is_acn",
    "is_register_resting",
    "parse_abn",
    "parse_acn",
    "purge",
    "purge_old",
    "register_facts",
    "search",
]
