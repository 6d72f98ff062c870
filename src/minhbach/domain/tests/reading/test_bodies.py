"""Names of bodies as plans list them, split as the hand-checked truth splits them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.reading.body.bodies import bodies_of_leaders, looks_like_bodies, read_bodies
from minhbach.domain.reading.body.sentences import read_bracket_roles, read_channel, read_roles, read_subject

LISTS = [
    ("Sở Tư pháp.", ["Sở Tư pháp"]),
    ("Sở Nội vụ, các cơ quan, đơn vị khác có liên quan.", ["Sở Nội vụ", "các cơ quan, đơn vị khác có liên quan"]),
    ("UBND cấp huyện, cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
    ("Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã", ["Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã"]),
    ("Văn phòng HĐND và UBND phường", ["Văn phòng HĐND và UBND phường"]),
    ("Văn phòng và các phòng chuyên môn", ["Văn phòng", "các phòng chuyên môn"]),
    ("Các phòng chuyên môn và cơ quan, đơn vị có liên quan", ["Các phòng chuyên môn và cơ quan, đơn vị có liên quan"]),
    ("Sở Tài chính và cơ quan, địa phương liên quan", ["Sở Tài chính", "cơ quan, địa phương liên quan"]),
    ("Bộ Văn hóa, Thể thao và Du lịch, Đài Mẫu", ["Bộ Văn hóa, Thể thao và Du lịch", "Đài Mẫu"]),
    ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", ["các bộ", "cơ quan ngang bộ", "cơ quan thuộc Chính phủ"]),
    ("Các Sở, ngành, đơn vị, UBND cấp xã", ["Các Sở, ngành", "đơn vị", "UBND cấp xã"]),
    ("Các Sở, Ban, ngành; UBND các xã", ["Các Sở, Ban, ngành", "UBND các xã"]),
    ("Hội đồng nhân dân, Ủy ban nhân dân quận, huyện", ["Hội đồng nhân dân, Ủy ban nhân dân quận, huyện"]),
    ("Mặt trận Tổ quốc và Hội Cựu chiến binh các cấp", ["Mặt trận Tổ quốc và Hội Cựu chiến binh các cấp"]),
    ("Sở Tài chính, Sở Nội vụ và Ủy ban nhân dân các cấp", ["Sở Tài chính", "Sở Nội vụ", "Ủy ban nhân dân các cấp"]),
    ("Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp", ["Báo và Phát thanh, Truyền hình tỉnh", "Sở Tư pháp"]),
    ("Các Sở: Tư pháp, Nội vụ, Khoa học và Công nghệ", ["Sở Tư pháp", "Sở Nội vụ", "Sở Khoa học và Công nghệ"]),
    ("Sở Tư pháp (làm đầu mối tổng hợp kết quả)", ["Sở Tư pháp"]),
    ("Sở Tư pháp tham mưu tổ chức Hội nghị của Ủy ban nhân dân thành phố", ["Sở Tư pháp"]),
    ("Cơ quan, đơn vị có trách nhiệm cung cấp tin", ["Cơ quan, đơn vị có trách nhiệm cung cấp tin"]),
    ("Bộ Ngoại giao, Sở Xây dựng", ["Bộ Ngoại giao", "Sở Xây dựng"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), LISTS, ids=[text or "nothing" for text, _ in LISTS])
def test_list_is_split_into_single_bodies(text: str, bodies: list[str]) -> None:
    assert list(read_bodies(text)) == bodies


def test_leaders_stand_for_their_bodies() -> None:
    named = ("Thủ trưởng các sở, ban, ngành", "Giám đốc Công an tỉnh", "Sở Y tế", "Bộ trưởng Bộ Mẫu mực")
    assert bodies_of_leaders(named) == ("các sở, ban, ngành", "Công an tỉnh", "Sở Y tế", "Bộ Mẫu mực")


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("Sở Tư pháp", True), ("Các sở, ngành; UBND các xã, phường:", True), ("Đề nghị Hội Nông dân tỉnh", True)]
    + [("Tổ chức thực hiện", False), ("Rà soát văn bản", False), ("Sở Tư pháp rà soát văn bản", False)],
)
def test_heading_of_bodies_is_told_from_other_headings(text: str, is_name: bool) -> None:
    assert looks_like_bodies(text) is is_name


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinating"),
    [
        ("Thanh tra Sở chủ trì, phối hợp với các phòng, trung tâm căn cứ", ["Thanh tra Sở"], ["các phòng, trung tâm"]),
        ("Giao Sở Y tế chủ trì phối hợp với Sở Nội vụ giúp Chủ tịch UBND tỉnh", ["Sở Y tế"], ["Sở Nội vụ"]),
        ("UBND các xã, phường chủ trì; Sở Xây dựng phối hợp.", ["UBND các xã, phường"], ["Sở Xây dựng"]),
        ("Hồ sơ do Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thẩm định", ["Sở Nội vụ"], ["Sở Tài chính"]),
        ("Chủ trì, phối hợp với Sở Y tế xây dựng quy chế", [], ["Sở Y tế"]),
    ],
)  # fmt: skip
def test_roles_are_read_from_a_sentence(sentence: str, lead: list[str], coordinating: list[str]) -> None:
    roles = read_roles(sentence)
    assert roles is not None
    assert (list(roles.lead), list(roles.coordinating)) == (lead, coordinating)


def test_focal_point_as_a_thing_is_no_role() -> None:
    assert read_roles("Rà soát, bố trí đơn vị, bộ phận hoặc người làm đầu mối cung cấp thông tin") is None


def test_roles_in_brackets_leave_the_title() -> None:
    found = read_bracket_roles("Thành lập Đoàn kiểm tra (Giao Công an tỉnh tham mưu).")
    assert found is not None
    assert (found.before, found.roles.lead) == ("Thành lập Đoàn kiểm tra", ("Công an tỉnh",))


def test_channel_of_a_report_is_the_body_whose_unit_takes_it() -> None:
    assert read_channel("gửi về UBND tỉnh (qua Phòng An ninh, Công an tỉnh) trước ngày 28/02/2026") == ("Công an tỉnh",)


def test_subject_after_an_opening_is_found() -> None:
    bodies, action = read_subject("Căn cứ nội dung Kế hoạch, các sở, ban, ngành xây dựng kế hoạch chi tiết")
    assert (bodies, action) == (("các sở, ban, ngành",), "xây dựng kế hoạch chi tiết")


@given(st.text(max_size=300))
def test_any_text_gives_names_once_each(text: str) -> None:
    for sentence in (False, True):
        bodies = read_bodies(text, sentence=sentence)
        assert len(bodies) == len(set(bodies))
        assert all(body.strip() for body in bodies)
