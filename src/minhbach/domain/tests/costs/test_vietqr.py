"""The text of a VietQR, taken apart by hand, and its checksum against the value that its standard publishes."""

import pytest

from minhbach.domain.costs import Account, AccountRefused, vietqr_payload
from minhbach.domain.costs.vietqr import checksum

MADE_UP = Account(bank="970400", number="0011012345678")


def test_checksum_is_that_of_the_standard() -> None:
    assert checksum("123456789") == 0x29B1


def test_payload_names_bank_account_sum_and_purpose() -> None:
    payload = vietqr_payload(MADE_UP, amount=45_000, purpose="Yêu cầu 2026-00412")
    assert payload[:-4] == (
        "000201"
        "010212"
        "38570010A000000727"
        "0127"
        "0006970400"
        "01130011012345678"
        "0208QRIBFTTA"
        "5303704"
        "540545000"
        "5802VN"
        "6222"
        "0818YEU CAU 2026-00412"
        "6304"
    )
    assert payload[-4:] == f"{checksum(payload[:-4]):04X}"


def test_the_sample_of_the_standards_publisher_has_our_checksum() -> None:
    sample = (
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
        "530370454061800005802VN62340107NPS68690819thanh toan don hang6304"
    )
    assert f"{checksum(sample):04X}" == "2E2E"


@pytest.mark.parametrize("amount", [0, -1])
def test_without_a_sum_there_is_no_code(amount: int) -> None:
    with pytest.raises(ValueError, match="sum"):
        vietqr_payload(MADE_UP, amount=amount, purpose="x")


@pytest.mark.parametrize(
    ("bank", "number"), [("97040", "0011012345678"), ("970400", "001"), ("970400", "0011 0123"), ("abcdef", "00110123")]
)
def test_what_no_code_can_hold_is_refused(bank: str, number: str) -> None:
    with pytest.raises(AccountRefused):
        Account(bank=bank, number=number)


def test_a_long_purpose_is_cut_to_what_banks_show() -> None:
    payload = vietqr_payload(MADE_UP, amount=1000, purpose="Chi phí in sao chụp thông tin theo yêu cầu 2026-00412")
    assert "0825CHI PHI IN SAO CHUP THONG" in payload
