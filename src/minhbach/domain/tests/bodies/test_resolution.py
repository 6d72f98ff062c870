"""Names as plans write them, in the made-up province Thí Dụ."""

import datetime as dt
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.resolution import Resolution, find_issuer, resolve
from minhbach.domain.bodies.values import Body, DatedName, Kind
from minhbach.domain.tests.bodies.sample import BEFORE, NOW, REGISTRY, TERRITORIES
from minhbach.domain.units.values import Level

WORDS = (
    *("các", "sở", "ban", "ngành", "UBND", "HĐND", "cấp", "xã", "phường", "tỉnh", "có liên quan", "Văn phòng"),
    *(",", "và", ";", "-", "&", "P.", "(x)", "TP"),
)


def ask(name: str, within: str = "p1/ubnd", on: dt.date = NOW) -> Resolution:
    return resolve(name, REGISTRY, within=within, on=on)


@pytest.mark.parametrize(
    ("name", "within", "body"),
    [
        ("Văn phòng HĐND và UBND", "p1/ubnd", "p1/vp"),
        ("Văn phòng HĐND và UBND phường", "p1/ubnd", "p1/vp"),
        ("VP HĐND&UBND phường Mẫu Một", "p1/ubnd", "p1/vp"),
        ("VP. HĐND - UBND", "p1/ubnd", "p1/vp"),
        ("Văn phòng HĐND và UBND phường Mẫu Hai", "p1/ubnd", "p2/vp"),
        ("Phòng Văn hóa - Xã hội", "p1/ubnd", "p1/vhxh"),
        ("Phòng Văn hoá và Xã hội phường", "p1/ubnd", "p1/vhxh"),
        ("P. VH-XH", "p1/ubnd", "p1/vhxh"),
        ("Phòng VHXH", "p1/ubnd", "p1/vhxh"),
        ("Phòng Kinh tế", "p1/ubnd", "p1/kt"),
        ("Phòng KT, HT&ĐT", "p1/ubnd", "p1/kt"),
        ("Ủy ban nhân dân phường", "p1/ubnd", "p1/ubnd"),
        ("UBND", "p1/ubnd", "p1/ubnd"),
        ("Chủ tịch UBND phường", "p1/ubnd", "p1/ubnd"),
        ("Ủy ban nhân dân tỉnh", "p1/ubnd", "td/ubnd"),
        ("UBND thành phố", "p9/ubnd", "vm/ubnd"),
        ("Sở Tư pháp", "p1/ubnd", "td/tp"),
        ("Sở Tư pháp", "p9/ubnd", "vm/tp"),
        ("Sở Tư pháp thành phố Ví Mẫu", "p1/ubnd", "vm/tp"),
        ("Sở Tư pháp Ví Mẫu", "p1/ubnd", "vm/tp"),
        ("Sở Tư pháp (làm đầu mối tổng hợp)", "td/ubnd", "td/tp"),
        ("SỞ TƯ PHÁP;", "td/ubnd", "td/tp"),
        ("Sở KH&CN", "td/ubnd", "td/khcn"),
        ("Sở KHCN tỉnh", "td/ubnd", "td/khcn"),
        ("Sở NN&MT", "td/ubnd", "td/nnmt"),
        ("Sở VHTTDL", "td/ubnd", "td/vhttdl"),
        ("Văn phòng UBND tỉnh", "td/ubnd", "td/vp"),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "td/ubnd", "td/vpdbqh"),
        ("Chánh Thanh tra tỉnh", "td/ubnd", "td/tt"),
        ("Bộ CHQS tỉnh", "td/ubnd", "td/qs"),
        ("CA tỉnh", "td/ubnd", "td/ca"),
        ("Công an phường", "p1/ubnd", "p1/ca"),
        ("Trưởng Công an phường", "p1/ubnd", "p1/ca"),
        ("UB MTTQ VN phường", "p1/ubnd", "p1/mttq"),
        ("Mặt trận Tổ quốc phường", "p1/ubnd", "p1/mttq"),
        ("Uỷ ban MTTQ phường", "p1/ubnd", "p1/mttq"),
        ("Hội Phụ nữ phường", "p1/ubnd", "p1/pn"),
        ("UBND P. Mẫu Hai", "td/ubnd", "p2/ubnd"),
        ("UBND phường Mẫu Một, thành phố Ví Mẫu", "td/ubnd", "p9/ubnd"),
        ("UBND phường Mẫu Một", "td/ubnd", "p1/ubnd"),  # the one of the issuer's own province
        ("Văn phòng Sở", "td/nvu", "td/nvu/vp"),
        ("Văn phòng", "td/nvu", "td/nvu/vp"),
        ("Thanh tra Sở", "td/nvu", "td/nvu/tt"),
        ("Trung tâm Xúc tiến viện trợ", "td/nvu", "td/nvu/xt"),
        ("Tổ trưởng các tổ dân phố", "p1/ubnd", "p1/tdp"),
    ],
)
def test_a_name_means_one_body(name: str, within: str, body: str) -> None:
    answer = ask(name, within)
    assert (answer.bodies, answer.sure) == ((body,), True), answer
    assert answer.why


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Sở Thông tin và Truyền thông", "td/tttt"),
        ("Sở TT&TT", "td/tttt"),
        ("Sở LĐTBXH", "td/ldtbxh"),
        ("Sở LĐ-TB&XH", "td/ldtbxh"),
        ("Sở NN&PTNT", "td/nnptnt"),
        ("Sở KH&ĐT", "td/khdt"),
        ("UBND thành phố Thí Dụ", "tp/ubnd"),
        ("UBND huyện Mẫu Cũ", "quan/ubnd"),
    ],
)
def test_an_old_plan_means_the_bodies_of_its_day(name: str, body: str) -> None:
    assert ask(name, "td/ubnd", BEFORE).bodies == (body,)
    assert ask(name, "td/ubnd", BEFORE).sure


def test_a_merged_department_named_today_is_its_one_successor() -> None:
    answer = ask("Sở KH&ĐT", "td/ubnd")
    assert (answer.bodies, answer.sure) == (("td/tc",), True)
    assert "01/03/2025" in answer.why


def test_a_department_whose_tasks_were_divided_is_asked_the_main_successor_first() -> None:
    answer = ask("Sở Lao động - Thương binh và Xã hội", "td/ubnd")
    assert (answer.bodies, answer.sure) == ((), False)
    assert [candidate.body for candidate in answer.candidates] == ["td/nv", "td/yt"]


def test_a_department_that_was_not_there_yet_is_asked() -> None:
    answer = ask("Sở Nông nghiệp và Môi trường", "td/ubnd", BEFORE)
    assert not answer.sure
    assert [candidate.body for candidate in answer.candidates] == ["td/nnmt"]


@pytest.mark.parametrize(
    ("name", "within", "on", "bodies"),
    [
        ("UBND cấp xã", "td/ubnd", NOW, {"p1/ubnd", "p2/ubnd", "x1/ubnd", "dk/ubnd"}),
        ("Ủy ban nhân dân cấp huyện", "td/ubnd", BEFORE, {"quan/ubnd", "tp/ubnd"}),
        ("UBND cấp huyện, cấp xã", "td/ubnd", BEFORE, {"quan/ubnd", "tp/ubnd", "cu/ubnd"}),
        ("Chủ tịch UBND các huyện, thành phố", "td/ubnd", BEFORE, {"quan/ubnd", "tp/ubnd"}),
        ("Phòng Tư pháp các huyện, thành phố", "td/ubnd", BEFORE, {"quan/tp", "tp/tp"}),
        ("UBND các phường", "td/ubnd", NOW, {"p1/ubnd", "p2/ubnd"}),
        ("UBND xã, phường, đặc khu", "td/ubnd", NOW, {"p1/ubnd", "p2/ubnd", "x1/ubnd", "dk/ubnd"}),
        ("HĐND, UBND các xã, phường, đặc khu", "vm/ubnd", NOW, None),
        ("HĐND, UBND cấp xã", "vm/ubnd", NOW, {"p9/hdnd", "p9/ubnd"}),
        ("UBND cấp xã", "p1/ubnd", NOW, {"p1/ubnd"}),
        ("Công an cấp xã", "vm/ubnd", NOW, {"p9/ca"}),
        ("Ủy ban nhân dân các cấp", "vm/ubnd", NOW, {"vm/ubnd", "p9/ubnd"}),
        ("các phòng chuyên môn", "p1/ubnd", NOW, {"p1/vp", "p1/vhxh", "p1/kt"}),
        ("Các phòng chuyên môn thuộc UBND phường", "p1/ubnd", NOW, {"p1/vp", "p1/vhxh", "p1/kt"}),
        ("các tổ chức chính trị - xã hội", "p1/ubnd", NOW, {"p1/dtn", "p1/pn"}),
        ("các ban, ngành, đoàn thể phường", "p1/ubnd", NOW, None),
        ("Các phòng, trung tâm", "td/nvu", NOW, {"td/nvu/vp", "td/nvu/tt", "td/nvu/ht", "td/nvu/xt"}),
        ("Các phòng chuyên môn", "td/nvu", NOW, {"td/nvu/vp", "td/nvu/tt", "td/nvu/ht"}),
        (
            "Giám đốc các Sở",
            "vm/ubnd",
            NOW,
            {"vm/tp"},
        ),
        (
            "Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội",
            "p1/ubnd",
            NOW,
            {"p1/mttq", "p1/dtn", "p1/pn"},
        ),
        ("Sở Tư pháp, Sở Nội vụ và Sở Tài chính", "td/ubnd", NOW, {"td/tp", "td/nv", "td/tc"}),
    ],
)
def test_a_collective_name_means_every_member(name: str, within: str, on: dt.date, bodies: set[str] | None) -> None:
    answer = ask(name, within, on)
    assert answer.sure, answer
    if bodies is not None:
        assert set(answer.bodies) == bodies
    assert len(set(answer.bodies)) == len(answer.bodies)


def test_departments_boards_and_branches_are_those_of_the_province_without_the_councils_office() -> None:
    answer = ask("Các sở, ban, ngành tỉnh", "td/ubnd")
    assert answer.collective
    assert {"td/tp", "td/tt", "td/vp", "td/ca", "td/qs"} <= set(answer.bodies)
    assert not {"td/vpdbqh", "td/tttt", "td/mttq", "td/nvu/vp", "td/ubnd"} & set(answer.bodies)
    # Asked from a ward they are the same ones.
    assert set(ask("các sở, ban, ngành").bodies) == set(answer.bodies)


def test_boards_and_branches_alone_are_not_departments() -> None:
    assert set(ask("Thủ trưởng các ban, ngành", "td/ubnd").bodies) == {"td/tt", "td/vp", "td/ca", "td/qs"}


def test_a_list_of_kinds_that_leaves_one_out_proposes_and_asks() -> None:
    answer = ask("UBND các xã, phường", "td/ubnd")
    assert set(answer.bodies) == {"p1/ubnd", "p2/ubnd", "x1/ubnd"}
    assert not answer.sure
    assert [candidate.body for candidate in answer.candidates] == ["dk/ubnd"]
    assert "đặc khu" in answer.why


@pytest.mark.parametrize(
    ("name", "within", "proposed"),
    [
        ("các cơ quan, đơn vị có liên quan", "p1/ubnd", set()),
        ("Cơ quan liên quan", "td/ubnd", set()),
        ("Các cơ quan, đơn vị có trách nhiệm cung cấp thông tin theo quy định của Luật", "td/ubnd", set()),
        ("các Sở, ban, ngành có liên quan", "td/ubnd", set()),
        ("Các phòng chuyên môn và cơ quan, đơn vị có liên quan", "p1/ubnd", {"p1/vp", "p1/vhxh", "p1/kt"}),
    ],
)
def test_who_is_concerned_is_asked_with_candidates(name: str, within: str, proposed: set[str]) -> None:
    answer = ask(name, within)
    assert not answer.sure
    assert answer.collective
    assert set(answer.bodies) == proposed
    assert answer.candidates


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Bộ Tư pháp", "td/ubnd"),
        ("Văn phòng Chính phủ", "td/ubnd"),
        ("Thông tấn xã Việt Nam", "td/ubnd"),
        ("các bộ, ngành", "td/ubnd"),
        ("Ủy ban nhân dân các tỉnh", "td/ubnd"),
        ("Sở Du lịch", "td/ubnd"),
        ("Thanh tra Sở", "td/tp"),  # its own inspectorate, not the province's
        ("Thanh tra", "td/tp"),
        ("Văn phòng Sở", "td/tp"),
        ("Phòng Hợp tác quốc tế", "p1/ubnd"),  # inside another body
        ("UBND phường Mẫu Mười", "td/ubnd"),
        ("UBND cấp huyện", "td/ubnd"),
        ("theo tiến độ", "td/ubnd"),
        ("", "td/ubnd"),
        ("x" * 500, "td/ubnd"),
    ],
)
def test_what_fits_nobody_is_asked_and_not_guessed(name: str, within: str) -> None:
    answer = ask(name, within)
    assert (answer.bodies, answer.sure) == ((), False), answer
    assert answer.why


def test_a_committee_without_its_level_is_a_question_where_others_are_below() -> None:
    answer = ask("Hội đồng nhân dân", "td/ubnd")
    assert (answer.bodies, answer.sure) == (("td/hdnd",), False)
    assert ask("Hội đồng nhân dân", "p1/ubnd").sure


def test_a_mistyped_name_gives_a_candidate_and_no_body() -> None:
    answer = ask("Phòng Văn hóa - Xã hôi")
    assert (answer.bodies, answer.sure) == ((), False)
    assert [candidate.body for candidate in answer.candidates] == ["p1/vhxh"]


def test_several_bodies_of_one_name_are_asked() -> None:
    twin = Body("td/tp2", Kind.DEPARTMENT, Level.PROVINCE, "td", (DatedName("Sở Tư pháp"),), "td/ubnd")
    registry = Registry.of(bodies=[*REGISTRY.bodies.values(), twin], territories=TERRITORIES)
    answer = resolve("Sở Tư pháp", registry, within="p1/ubnd", on=NOW)
    assert not answer.sure
    assert {candidate.body for candidate in answer.candidates} == {"td/tp", "td/tp2"}


@pytest.mark.parametrize(
    ("name", "place", "on", "body"),
    [
        ("Ủy ban nhân dân tỉnh Thí Dụ", "Thí Dụ", NOW, "td/ubnd"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG MẪU HAI", "Mẫu Hai", NOW, "p2/ubnd"),
        ("Sở Ngoại vụ", "Thí Dụ", NOW, "td/nvu"),
        ("Sở Tư pháp", "Ví Mẫu", NOW, "vm/tp"),
        ("Sở Tư pháp tỉnh Thí Dụ", "", NOW, "td/tp"),
        ("UBND huyện Mẫu Cũ", "Mẫu Cũ", BEFORE, "quan/ubnd"),
        ("Sở Tư pháp", "", NOW, None),
        ("Ủy ban nhân dân phường Mẫu Một", "Mẫu Một", NOW, None),  # there are two
        ("UBND huyện Mẫu Cũ", "Mẫu Cũ", NOW, None),
    ],
)
def test_the_issuer_is_found_from_the_head(name: str, place: str, on: dt.date, body: str | None) -> None:
    answer = find_issuer(name, REGISTRY, on=on, place=place)
    assert (answer.bodies, answer.sure) == (((body,), True) if body else ((), False)), answer


def test_a_committee_below_another_is_no_unit_inside_it() -> None:
    lower = [replace(b, parent="td/ubnd") if b.key in ("p1/ubnd", "p2/ubnd") else b for b in REGISTRY.bodies.values()]
    registry = Registry.of(bodies=lower, territories=TERRITORIES)
    assert resolve("UBND", registry, within="td/ubnd", on=NOW).bodies == ("td/ubnd",)
    assert "p1/ubnd" not in resolve("các phòng", registry, within="td/ubnd", on=NOW).bodies


@pytest.mark.parametrize(
    "piece", ["xã, ", "các ", "UBND và ", "cấp xã, ", "P. ", "có liên quan ", "(", "VP HĐND&", "Sở A-"]
)
def test_a_name_made_to_be_slow_is_not(piece: str) -> None:
    start = time.process_time()
    ask((piece * 400)[:400], "td/ubnd")
    assert time.process_time() - start < 1


def test_an_unknown_issuer_is_an_error() -> None:
    with pytest.raises(KeyError):
        ask("Sở Tư pháp", "nobody")


def test_a_registry_refuses_a_body_without_its_place() -> None:
    with pytest.raises(ValueError, match="no territory"):
        Registry.of(bodies=[REGISTRY.bodies["td/tp"]], territories=())


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(WORDS),
            max_size=14,
        ).map(" ".join),
    )
)
def test_any_text_gives_an_answer_whose_bodies_exist(name: str) -> None:
    for within in ("td/ubnd", "p1/ubnd", "td/nvu"):
        answer = ask(name, within)
        assert all(REGISTRY.bodies[key].exists_on(NOW) for key in answer.bodies)
        assert not answer.sure or answer.bodies
