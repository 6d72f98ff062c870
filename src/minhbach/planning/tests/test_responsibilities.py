"""The organising part of a plan names everybody once."""

import pytest

from minhbach.planning.responsibilities import Asked, asked_of


@pytest.mark.parametrize(
    ("bodies", "text", "expected"),
    [
        (["Phòng Mẫu"], "Phòng Mẫu: Tham mưu bố trí.", Asked("Phòng Mẫu", "Tham mưu bố trí.")),
        (["Hội Mẫu"], "Đề nghị Hội Mẫu: Phối hợp.", Asked("Đề nghị Hội Mẫu", "Phối hợp.")),
        (["Sở Mẫu"], "Sở Mẫu theo dõi: đôn đốc.", Asked("Sở Mẫu", " theo dõi: đôn đốc.", is_heading=False)),
        (["Sở A", "Sở B"], "SỞ A, Sở B lo.", Asked("SỞ A", ", Sở B lo.", is_heading=False)),
        (["các phòng"], "Trên đây là Kế hoạch, yêu cầu các phòng làm.", None),
        ([], "Tổ chức: làm.", Asked("", "Tổ chức: làm.")),
    ],
)
def test_a_body_is_named_once(bodies: list[str], text: str, expected: Asked | None) -> None:
    assert asked_of({"body": bodies, "text": text}) == (expected or Asked("; ".join(bodies), text))
