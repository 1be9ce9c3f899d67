"""ABN and ACN: cleaning, checksum, display (abr.md section 2)."""

from __future__ import annotations

import pytest

from abr_cache.client.checksums import format_abn, format_acn, is_abn, is_acn, parse_abn, parse_acn

VALID_ABNS = (
    "51 824 753 556", "53 004 085 616", "49 004 028 077", "48 123 123 124", "53 102 443 916", "28 864 970 579",
    "51824753556", "51.824.753.556", "51-824-753-556", "51/824/753/556", "  51824753556  ",
    "51\u00a0824\u00a0753\u00a0556", "51\u2009824\u2009753\u2009556", "51\u202f824\u202f753\u202f556",
    "51\u3000824 753 556", "51\u2011824\u2011753\u2011556", "51\u2013824\u2013753\u2013556", "51\t824\n753 556",
    "5 1 8 2 4 7 5 3 5 5 6", "\ufeff51824753556",
)  # fmt: skip
INVALID_ABNS = (
    "51 824 753 557", "53 004 085 617", "12 345 678 901", "99 999 999 999", "00 000 000 000", "10 000 000 000",
    "5182475355", "518247535566", "", "   ", "ABN 51824753556", "51824753S56", "51,824,753,556", "+51824753556",
    "５１824753556", "٥١824753556", "01 824 753 556", "15824753556", "51_824_753_556", "51824753556.0",
)  # fmt: skip
VALID_ACNS = (
    "004 085 616", "010 499 966", "102 443 916", "000 000 019", "123 456 780", "620 650 553",
    "004085616", "004.085.616", "004-085-616", "004/085/616", "004\u00a0085\u00a0616",
)  # fmt: skip
INVALID_ACNS = (
    "004 085 617", "123 456 789", "123 456 782", "000 000 000", "999 999 999", "12 345 678",
    "0040856166", "", "ACN 004085616", "00408561O", "824 753 556", "٠٠٤085616",
)  # fmt: skip


def test_there_are_at_least_sixty_vectors() -> None:
    assert len(VALID_ABNS + INVALID_ABNS + VALID_ACNS + INVALID_ACNS) >= 60


@pytest.mark.parametrize("text", VALID_ABNS)
def test_valid_abn_is_cleaned_to_digits(text: str) -> None:
    digits = parse_abn(text)
    assert digits is not None
    assert len(digits) == 11
    assert digits.isascii()
    assert digits.isdigit()


@pytest.mark.parametrize("text", INVALID_ABNS)
def test_invalid_abn_is_refused(text: str) -> None:
    assert parse_abn(text) is None
    assert not is_abn(text)


@pytest.mark.parametrize("text", VALID_ACNS)
def test_valid_acn_is_cleaned_to_digits(text: str) -> None:
    digits = parse_acn(text)
    assert digits is not None
    assert len(digits) == 9
    assert digits.isascii()
    assert digits.isdigit()


@pytest.mark.parametrize("text", INVALID_ACNS)
def test_invalid_acn_is_refused(text: str) -> None:
    assert parse_acn(text) is None
    assert not is_acn(text)


def test_a_companys_abn_ends_with_its_acn_but_not_the_reverse() -> None:
    assert is_abn("53004085616")
    assert is_acn("53004085616"[2:])
    assert is_abn("51824753556")
    assert not is_acn("51824753556"[2:])


def test_every_single_wrong_digit_of_an_abn_is_noticed() -> None:
    number = "51824753556"
    for index, right in enumerate(number):
        for wrong in set("0123456789") - {right}:
            assert not is_abn(number[:index] + wrong + number[index + 1 :])


def test_display() -> None:
    assert format_abn("51824753556") == "51 824 753 556"
    assert format_acn("004085616") == "004 085 616"
    assert format_abn("123") == "123"
    assert format_acn("") == ""
