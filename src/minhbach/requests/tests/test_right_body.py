"""The right body first: for people's own words about places of a made-up country, the body that holds it today."""

from datetime import date

import pytest

from minhbach.agencies.actions.record_succession import record_succession
from minhbach.agencies.models import Body, TerritoryVersion
from minhbach.domain.access import system_actor
from minhbach.domain.units.values import Extent, Level, UnitKind
from minhbach.register.tests.conftest import make_territory
from minhbach.requests.suggesting import suggestions_for
from minhbach.requests.tests.conftest import NOW, TODAY, World

CHANGE = date(2026, 1, 1)
TEST = system_actor("test")

# Words, and the name of the body that holds it, by hand. "Mẫu Ba" was a ward until the change and came to xã Mẫu Một;
# "Mẫu Tư" was divided, its main part is in phường Mẫu Hai; tỉnh Ví Von has a phường Mẫu Hai and a phường Mẫu Ba.
COUNTRY = [
    ("Bảng giá đất của UBND phường Mẫu Hai tỉnh Thí Dụ", "Ủy ban nhân dân phường Mẫu Hai, tỉnh Thí Dụ"),
    ("xin lịch tiếp dân xã Mẫu Một", "Ủy ban nhân dân xã Mẫu Một"),
    ("lich tiep dan xa mau mot", "Ủy ban nhân dân xã Mẫu Một"),
    ("LỊCH TIẾP DÂN XÃ MẪU MỘT", "Ủy ban nhân dân xã Mẫu Một"),
    ("đền bù làm đường ở x. Mẫu Một", "Ủy ban nhân dân xã Mẫu Một"),
    ("ở Mẫu Một bao giờ thu gom rác", "Ủy ban nhân dân xã Mẫu Một"),
    ("nhà tôi ở phường Mẫu Ba cũ, tỉnh Thí Dụ, muốn xem bản đồ quy hoạch", "Ủy ban nhân dân xã Mẫu Một"),
    ("phuong mau ba cu tinh thi du co quy hoach gi", "Ủy ban nhân dân xã Mẫu Một"),
    ("hồ sơ đất của UBND phường Mẫu Ba (cũ), tỉnh Thí Dụ", "Ủy ban nhân dân xã Mẫu Một"),
    ("phường Mẫu Ba, tỉnh Thí Dụ, năm 2024 thu những khoản gì", "Ủy ban nhân dân xã Mẫu Một"),
    ("quyết toán năm 2025 của xã Mẫu Tư", "Ủy ban nhân dân phường Mẫu Hai, tỉnh Thí Dụ"),
    ("xã Mẫu Tư cũ giờ thuộc đâu, ai giữ sổ hộ nghèo", "Ủy ban nhân dân phường Mẫu Hai, tỉnh Thí Dụ"),
    ("phường Mẫu Ba tỉnh Ví Von có trường mầm non nào", "Ủy ban nhân dân phường Mẫu Ba, tỉnh Ví Von"),
    ("ubnd p. mẫu hai, tỉnh ví von", "Ủy ban nhân dân phường Mẫu Hai, tỉnh Ví Von"),
    ("nghị quyết của HĐND xã Mẫu Một", "Hội đồng nhân dân xã Mẫu Một"),
    ("biên bản họp hội đồng nhân dân phường Mẫu Hai tỉnh Thí Dụ", "Hội đồng nhân dân phường Mẫu Hai, tỉnh Thí Dụ"),
    ("Sở Tư pháp tỉnh Thí Dụ có bao nhiêu công chứng viên", "Sở Tư pháp"),
    ("bảng giá đất toàn tỉnh Thí Dụ", "Sở Nông nghiệp và Môi trường"),
    ("tinh thi du o nhiem khong khi ra sao", "Sở Nông nghiệp và Môi trường"),
    ("học phí trường cấp ba của tỉnh Thí Dụ", "Sở Giáo dục và Đào tạo"),
    ("viện phí các bệnh viện tỉnh Thí Dụ", "Sở Y tế"),
    ("danh sách nhà ở xã hội tỉnh Thí Dụ", "Sở Xây dựng"),
    ("tỉnh Thí Dụ tiếp khách nước nào năm nay", "Ủy ban nhân dân tỉnh Thí Dụ"),
]


@pytest.fixture
def country(world: World) -> World:
    """Two provinces, wards of one name in both, a ward that was merged and a commune that was divided."""
    make_territory("mau-ba", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Ba", "thi-du")
    make_territory("mau-tu", Level.COMMUNE, UnitKind.XA, "Mẫu Tư", "thi-du")
    make_territory("vi-von", Level.PROVINCE, UnitKind.TINH, "Ví Von")
    make_territory("mau-hai-vv", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "vi-von")
    make_territory("mau-ba-vv", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Ba", "vi-von")
    came_to(committee("mau-ba"), world.ward, Extent.WHOLE)
    came_to(committee("mau-tu"), world.other_ward, Extent.PART, main=True)
    came_to(committee("mau-tu"), world.ward, Extent.PART)
    ended = ("mau-ba", "mau-tu")
    Body.objects.filter(territory__key__in=ended).update(exists_until=CHANGE)
    TerritoryVersion.objects.filter(territory__key__in=ended).update(until_on=CHANGE)
    return world


def committee(key: str) -> Body:
    return Body.objects.get(territory__key=key, kind="committee")


def came_to(older: Body, newer: Body, extent: Extent, *, main: bool = False) -> None:
    record_succession(older_id=older.pk, newer_id=newer.pk, on=CHANGE, extent=extent, main=main, actor=TEST, now=NOW)


def first_for(words: str) -> str:
    """Return the full name of the body that is proposed first."""
    found = suggestions_for(words, first=None, on=TODAY).agencies
    return found[0].full_name if found else ""


def test_the_body_that_holds_it_is_proposed_first(country: World) -> None:
    wrong = [(words, body, first_for(words)) for words, body in COUNTRY if body not in first_for(words)]
    assert wrong == []


def test_a_ward_that_ended_is_never_proposed_itself(country: World) -> None:
    offered = suggestions_for("phường Mẫu Ba cũ tỉnh Thí Dụ", first=None, on=TODAY).agencies
    assert committee("mau-ba").pk not in {one.id for one in offered}


def test_of_wards_of_one_name_all_are_offered_and_that_of_the_page_somebody_comes_from_first(country: World) -> None:
    both = {country.other_ward.pk, committee("mau-hai-vv").pk}
    offered = suggestions_for("giá đất phường Mẫu Hai", first=None, on=TODAY).agencies
    assert both <= {one.id for one in offered}
    near = suggestions_for("giá đất phường Mẫu Hai", first=committee("vi-von").pk, on=TODAY).agencies
    assert [one.id for one in near][:2] == [committee("vi-von").pk, committee("mau-hai-vv").pk]


def test_the_department_that_keeps_a_matter_is_offered_beside_the_commune(country: World) -> None:
    offered = suggestions_for("xã Mẫu Một nước thải đổ ra sông", first=None, on=TODAY).agencies
    names = [one.full_name for one in offered]
    assert names[0].startswith("Ủy ban nhân dân xã Mẫu Một")
    assert any("Sở Nông nghiệp và Môi trường" in name and "Thí Dụ" in name for name in names)


def test_without_a_place_the_department_of_the_only_province_is_offered(world: World) -> None:
    assert "Sở Giáo dục và Đào tạo" in first_for("học phí trường cấp ba năm nay")


@pytest.mark.parametrize("words", ["", "   ", "xin thông tin", "phường", "'; DROP TABLE --", "🙂", "Xã " * 3_000])
def test_words_that_name_nothing_propose_nothing_wrong(world: World, words: str) -> None:
    assert len(suggestions_for(words, first=None, on=TODAY).agencies) <= 4
