"""Domains of mail addresses: which one an address has, and which give out throw-away addresses."""

from __future__ import annotations

import disposable_email_domains


def domain_of(email: str) -> str:
    """The whole domain of an address, in lower case."""
    return email.rpartition("@")[2].strip().rstrip(".").lower()


def parents_of(domain: str) -> frozenset[str]:
    """The domain and all domains above it, without the top one: providers give out addresses below their own, too."""
    labels = domain.split(".")
    return frozenset(".".join(labels[start:]) for start in range(len(labels) - 1))


def is_disposable(domain: str) -> bool:
    """Whether throw-away addresses are given out at the domain, or at one above it."""
    return not parents_of(_ascii_form(domain)).isdisjoint(disposable_email_domains.blocklist)


def _ascii_form(domain: str) -> str:
    """An international domain as the list has it: ``bücher.example`` is ``xn--bcher-kva.example``."""
    try:
        return domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
