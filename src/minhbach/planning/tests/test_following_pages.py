"""The pages around the work over HTTP, without scripts, as each person walks them."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.planning.models import BudgetLine, Commendation, Difficulty, Remark
from minhbach.planning.tests.conftest import World
from minhbach.planning.tests.following import Around, make_around, person_of
from minhbach.planning.tests.test_pages import BACKEND, words

DIFFICULTIES = "/lam-viec/vuong-mac/"


@pytest.fixture
def around(world: World) -> Around:
    return make_around(world)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(person_of(actor), backend=BACKEND)
    return client


def plan_page(around: Around) -> str:
    return f"/lam-viec/ke-hoach/{around.plan.pk}/"


def task_page(around: Around) -> str:
    return f"{plan_page(around)}nhiem-vu/{around.first.pk}/"


def csv_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer["Content-Type"].startswith("text/csv")
    return answer.content.decode("utf-8-sig")


def test_a_remark_is_written_read_withdrawn_and_put_back(around: Around) -> None:
    economy, keeper = client_of(around.economy), client_of(around.keeper)
    empty = words(keeper.get(task_page(around)))
    assert "Chưa có ý kiến nào." in empty
    assert "Ghi kết quả kiểm tra" in empty
    sent = economy.post(f"{task_page(around)}y-kien/", {"body": around.world.economy.pk, "text": "Cần thêm số liệu."})
    assert sent["Location"] == f"{task_page(around)}#y-kien"
    assert "Cần thêm số liệu." in words(keeper.get(task_page(around)))
    remark = Remark.objects.get()
    assert economy.post(f"{task_page(around)}y-kien/{remark.pk}/rut/").status_code == 302
    page = words(keeper.get(task_page(around)))
    assert "Cần thêm số liệu." not in page
    assert "Đã rút" in page
    assert "Rút ý kiến" in page, "the history says it"
    again = economy.post(f"{task_page(around)}y-kien/{remark.pk}/rut/", follow=True)
    assert "Ý kiến này đã được rút." in words(again)
    economy.post(f"{task_page(around)}y-kien/{remark.pk}/dua-lai/")
    assert "Cần thêm số liệu." in words(keeper.get(task_page(around)))
    assert client_of(around.stranger).get(f"{task_page(around)}y-kien/").status_code == 404
    assert keeper.post(f"{task_page(around)}y-kien/{remark.pk}/rut/").status_code == 404


def test_an_inspection_keeps_what_was_typed_when_its_day_is_missing(around: Around) -> None:
    keeper = client_of(around.keeper)
    where = f"{task_page(around)}kiem-tra/"
    wrong = keeper.post(where, {"about": around.world.office.pk, "inspected_on": "31/02/2026", "text": "Có dự thảo"})
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "Có dự thảo" in page
    assert "Không có ngày 31/02/2026" in page
    assert "<title>Lỗi: " in page
    keeper.post(where, {"about": around.world.office.pk, "inspected_on": "1/10/2026", "text": "Có dự thảo"})
    assert f"Kiểm tra {around.world.office} ngày 01/10/2026" in words(keeper.get(task_page(around)))
    assert client_of(around.economy).get(where).status_code == 404


def test_a_difficulty_goes_up_and_its_answer_comes_down(around: Around) -> None:
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    above = client_of(around.world.officer(Role.FOCAL_POINT, body=province))
    economy, keeper = client_of(around.economy), client_of(around.keeper)
    assert "Chưa có vướng mắc nào." in words(keeper.get(DIFFICULTIES))
    question = f"{DIFFICULTIES}moi/?viec={around.first.pk}"
    assert "Xây dựng quy chế nội bộ" in words(economy.get(question))
    typed = {"body": around.world.economy.pk, "asked": around.world.ward.pk, "text": "Thiếu phần mềm"}
    missing = economy.post(question, {**typed, "text": "", "proposal": "Cấp kinh phí"})
    assert missing.status_code == 422
    assert "Cấp kinh phí" in missing.content.decode()
    assert "Ghi khó khăn, vướng mắc cần được trả lời." in missing.content.decode()
    below = economy.post(question, typed)["Location"]
    assert "1 vướng mắc chờ cơ quan trả lời" in words(keeper.get(DIFFICULTIES))
    keeper.post(f"{below}chuyen-len/", {"asked": province.pk, "text": "Xã hỏi về phần mềm"})
    upper = f"{DIFFICULTIES}{Difficulty.objects.get(asked=province).pk}/"
    page = words(above.get(upper))
    assert "vướng mắc của Phòng Kinh tế" in page
    assert above.get(below).status_code == 200, "the first words are read above as well"
    assert economy.get(upper).status_code == 404
    old = keeper.get(f"{below}tra-loi/", follow=True)
    assert "Việc này đã sang bước khác." in words(old)
    late = keeper.post(f"{below}tra-loi/", {"text": "Tự trả lời"})
    assert late.status_code == 422
    assert "Tự trả lời" in late.content.decode(), "nothing typed is lost"
    above.post(f"{upper}tra-loi/", {"text": "Tỉnh cấp phần mềm"})
    page = words(economy.get(below))
    assert "Đã trả lời" in page
    assert "Tỉnh cấp phần mềm" in page
    assert "Chuyển lên cấp trên" in page
    economy.post(f"{below}hoi-lai/", {"text": "Bao giờ cấp?"})
    page = words(keeper.get(below))
    assert page.index("Tỉnh cấp phần mềm") < page.rindex("Bao giờ cấp?")


def test_several_difficulties_go_up_as_one_question_in_two_steps(three: Around) -> None:
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    keeper, above = client_of(three.keeper), client_of(three.world.officer(Role.FOCAL_POINT, body=province))
    gather = f"{DIFFICULTIES}gop/"
    assert gather in keeper.get(DIFFICULTIES).content.decode()
    offered = words(keeper.get(gather))
    assert all(text in offered for text in ("Thiếu người", "Thiếu kinh phí"))
    assert "Thiếu phần mềm" not in offered, "what is answered waits for nothing"
    assert "Chọn ít nhất một" not in offered
    assert "Chọn ít nhất một" in words(keeper.get(f"{gather}?chon="))
    both = sorted(Difficulty.objects.filter(state="raised").values_list("pk", flat=True))
    question = f"{gather}?chon={both[0]}&chon={both[1]}&chon=x&chon={'9' * 30}"
    form = keeper.get(question).content.decode()
    assert re.search(r"- Phòng Kinh tế[^:\n]*: Thiếu người", unescape(form)), "the question begins with their words"
    missing = keeper.post(question, {"asked": province.pk, "text": "", "proposal": "Cấp kinh phí chung"})
    assert missing.status_code == 422
    assert "Cấp kinh phí chung" in missing.content.decode()
    upper = keeper.post(question, {"asked": province.pk, "text": "Xã thiếu người và kinh phí"})["Location"]
    page = words(above.get(upper))
    assert page.count("vướng mắc của Phòng Kinh tế") == 2, "the way back to each"
    assert "Câu trả lời tự về các cơ quan đã nêu: Phòng Kinh tế" in words(above.get(f"{upper}tra-loi/"))
    above.post(f"{upper}tra-loi/", {"text": "Tỉnh bổ sung"})
    assert [one.answer for one in Difficulty.objects.filter(pk__in=both)] == ["Tỉnh bổ sung"] * 2
    assert keeper.post(question, {"asked": province.pk, "text": "Lần nữa"}).status_code == 422, "answered already"
    for nobody in (client_of(three.economy), client_of(three.world.officer(Role.SUPERVISOR))):
        assert nobody.get(gather).status_code == 404


def test_the_sum_and_its_lists_are_those_of_an_earlier_day(three: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    then, moment = clock.today(), clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment + timedelta(days=17))
    monkeypatch.setattr(clock, "today", lambda: then + timedelta(days=17))
    keeper, open_one = client_of(three.keeper), Difficulty.objects.get(text="Thiếu người")
    keeper.post(f"{DIFFICULTIES}{open_one.pk}/tra-loi/", {"text": "Thêm một người"})
    summary = f"{DIFFICULTIES}tong-hop/"
    assert "Đã trả lời 2" in words(keeper.get(summary))
    before = keeper.get(f"{summary}?tinh_den={written(then)}")
    assert "Đã trả lời 1" in words(before)
    assert f"tình trạng ngày {written(then)}" in words(before)
    link = re.search(r'href="([^"]*tinh_trang=chua-tra-loi[^"]*)"', before.content.decode())
    assert link
    listed = words(keeper.get(unescape(link[1])))
    assert "Thiếu người" in listed
    assert "2 vướng mắc" in listed
    table = keeper.get(f"{DIFFICULTIES}?tinh_den={written(then)}&dang=csv").content.decode()
    assert "Thêm một người" not in table, "an answer that was not there yet"
    assert "Dùng chung" in table
    ahead = words(keeper.get(f"{summary}?tinh_den={written(then + timedelta(days=99))}"))
    assert f"tình trạng ngày {written(then + timedelta(days=17))}" in ahead, "what lies ahead is not known"


def test_a_difficulty_is_changed_withdrawn_and_corrected_from_its_page(around: Around) -> None:
    economy, keeper = client_of(around.economy), client_of(around.keeper)
    typed = {"body": around.world.economy.pk, "asked": around.world.ward.pk, "text": "Thiếu phần mềm"}
    first, second = (economy.post(f"{DIFFICULTIES}moi/?viec={around.first.pk}", typed)["Location"] for _ in "12")
    assert "Thiếu phần mềm" in economy.get(f"{first}sua/").content.decode()
    economy.post(f"{first}sua/", {"text": "Thiếu máy quét"})
    keeper.post(f"{first}tra-loi/", {"text": "Mượn xã bên"})
    keeper.post(f"{first}sua-tra-loi/", {"text": "Mượn phòng bên"})
    assert "Mượn phòng bên" in words(economy.get(first))
    economy.post(f"{second}rut/")
    assert "Đã rút" in words(economy.get(second))
    assert client_of(around.stranger).get(second).status_code == 404
    assert client_of(around.world.officer(Role.SUPERVISOR)).post(f"{first}rut/").status_code == 404, (
        "only who raised it takes it back"
    )


@pytest.fixture
def three(around: Around) -> Around:
    """One difficulty answered and one open on the task, one open on the whole plan."""
    economy, keeper = client_of(around.economy), client_of(around.keeper)
    given = {"body": around.world.economy.pk, "asked": around.world.ward.pk}
    for question, text in (
        (f"?viec={around.first.pk}", "Thiếu phần mềm"),
        (f"?viec={around.first.pk}", "Thiếu người"),
        (f"?ke-hoach={around.plan.pk}", "Thiếu kinh phí"),
    ):
        economy.post(f"{DIFFICULTIES}moi/{question}", {**given, "text": text})
    keeper.post(f"{DIFFICULTIES}{Difficulty.objects.get(text='Thiếu phần mềm').pk}/tra-loi/", {"text": "Dùng chung"})
    return around


TEXTS = ("Thiếu phần mềm", "Thiếu người", "Thiếu kinh phí")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", {0, 1, 2}),
        ("tinh_trang=da-tra-loi", {0}),
        ("tinh_trang=chua-tra-loi", {1, 2}),
        ("tinh_trang=khong-rut", {0, 1, 2}),
        ("chieu=den", {0, 1, 2}),
        ("chieu=di&xep=ngay", {0, 1, 2}),
        ("tim=nguoi", {1}),
        ("ke_hoach=chung", set()),
        ("viec=ca-ke-hoach", {2}),
        ("tu=1/1/2020&den=2/1/2020", set()),
        ("tinh_trang=vo-nghia&ke_hoach=x&xep=khong-co", {0, 1, 2}),
    ],
)
def test_the_list_and_its_csv_hold_the_same_rows(three: Around, question: str, expected: set[int]) -> None:
    keeper = client_of(three.keeper)
    page, file = words(keeper.get(f"{DIFFICULTIES}?{question}")), csv_of(keeper, f"{DIFFICULTIES}?{question}&dang=csv")
    assert {index for index, text in enumerate(TEXTS) if text in page} == expected
    assert {index for index, text in enumerate(TEXTS) if text in file} == expected


def test_each_figure_of_the_summary_opens_as_many_rows_as_it_says(three: Around) -> None:
    keeper = client_of(three.keeper)
    page = keeper.get(f"{DIFFICULTIES}tong-hop/").content.decode()
    figures = re.findall(r'href="(/lam-viec/vuong-mac/\?[^"]+)">(\d+)', page)
    assert len(figures) == 4 + 4 + 2 * 4, "the whole, the plan's sum, its task and the plan itself"
    for url, count in figures:
        rows = csv_of(keeper, f"{unescape(url)}&dang=csv").splitlines()[1:]
        assert len(rows) == int(count), url
    counts = [int(count) for _url, count in figures[:4]]
    assert counts == [3, 1, 0, 2], "raised, answered, passed up, open"
    assert "Cả kế hoạch,3" not in csv_of(keeper, f"{DIFFICULTIES}tong-hop/?dang=csv")
    own = client_of(three.economy).get(f"{DIFFICULTIES}tong-hop/?chieu=di").content.decode()
    assert [int(count) for _url, count in re.findall(r'href="(/lam-viec/vuong-mac/\?[^"]+)">(\d+)', own)][:4] == counts
    assert "Không có vướng mắc nào" in words(client_of(three.stranger).get(f"{DIFFICULTIES}tong-hop/"))


def test_money_is_typed_as_people_type_it_and_summed(around: Around) -> None:
    economy, keeper = client_of(around.economy), client_of(around.keeper)
    where = f"{plan_page(around)}kinh-phi/"
    assert "Chưa có kinh phí nào được ghi." in words(keeper.get(where))
    typed = {
        "task": around.first.pk,
        "body": around.world.economy.pk,
        "year": "2026",
        "estimate": "3 triệu",
        "allotted": "2.500.000",
        "supplement": "-500 nghìn",
        "spent": "1,2 triệu",
        "settled": "1.150.000 đồng",
    }
    wrong = economy.post(f"{where}moi/", {**typed, "spent": "ba triệu"})
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "ba triệu" in page
    assert "Ghi số tiền bằng đồng, ví dụ 3.000.000, 3 triệu hoặc 1,2 tỷ." in page
    assert economy.post(f"{where}moi/", typed)["Location"] == where
    economy.post(f"{where}moi/", {**typed, "task": "", "year": "2027", "settled": ""})
    twice = economy.post(f"{where}moi/", typed)
    assert "mở dòng đó để sửa" in twice.content.decode()
    page = words(keeper.get(where))
    assert "Cộng năm 2026 Dự toán 3.000.000 Giao 2.500.000 Bổ sung -500.000 Đã chi 1.200.000" in page
    assert "-50.000 so với chi" in page
    assert "Cộng các năm Dự toán 6.000.000" in page
    rows = csv_of(keeper, f"{where}?dang=csv&nam=2026").splitlines()
    assert len(rows) == 2
    assert ",3000000,2500000,'-500000,1200000,1150000,'-50000," in rows[1]


def test_a_line_shows_its_history_is_changed_and_removed(around: Around) -> None:
    economy, reader = client_of(around.economy), client_of(around.world.officer(Role.SUPERVISOR))
    where = f"{plan_page(around)}kinh-phi/"
    economy.post(f"{where}moi/", {"body": around.world.economy.pk, "year": "2026", "estimate": "3 triệu"})
    line = f"{where}{BudgetLine.objects.get().pk}/"
    assert 'value="3.000.000"' in economy.get(line).content.decode()
    economy.post(line, {"estimate": "3 triệu", "spent": "1 triệu"})
    page = words(reader.get(line))
    assert "Sửa kinh phí: dự toán 3.000.000, giao 0, bổ sung 0, đã chi 1.000.000, quyết toán —" in page
    assert 'name="spent"' not in reader.get(line).content.decode(), "who only looks changes nothing"
    assert reader.get(f"{line}bo/").status_code == 404
    assert "Không thể hoàn tác" in words(economy.get(f"{line}bo/"))
    economy.post(f"{line}bo/")
    assert not BudgetLine.objects.exists()
    assert client_of(around.stranger).get(where).status_code == 404


def test_a_commendation_is_proposed_declined_and_proposed_again(around: Around) -> None:
    keeper, leader = client_of(around.keeper), client_of(around.leader)
    where = f"{plan_page(around)}khen-thuong/"
    assert "Chưa có đề nghị khen thưởng nào." in words(keeper.get(where))
    missing = keeper.post(f"{where}moi/", {"body": around.world.office.pk, "reason": ""})
    assert "Ghi lý do đề nghị" in missing.content.decode()
    row = keeper.post(f"{where}moi/", {"body": around.world.office.pk, "reason": "Xong trước hạn"})["Location"]
    bare = leader.post(f"{row}y-kien/", {"decline": "1", "note": ""})
    assert bare.status_code == 422
    assert "Ghi vì sao chưa nhất trí" in bare.content.decode()
    leader.post(f"{row}y-kien/", {"decline": "1", "note": "Thiếu minh chứng"})
    page = words(keeper.get(row))
    assert "Không nhất trí" in page
    assert "Thiếu minh chứng" in page
    keeper.post(f"{row}de-nghi-lai/", {"text": "Có minh chứng"})
    leader.post(f"{row}y-kien/", {"agree": "1", "note": ""})
    assert Commendation.objects.get().state == "agreed"
    assert "Có minh chứng" in words(keeper.get(f"{where}?tinh_trang=dong-y"))
    assert "Có minh chứng" not in words(keeper.get(f"{where}?tinh_trang=cho"))
    assert "Có minh chứng" in csv_of(keeper, f"{where}?dang=csv")
    assert "Việc này đã sang bước khác." in words(leader.get(f"{row}y-kien/", follow=True))
    for actor in (around.economy, around.stranger):
        assert client_of(actor).get(where).status_code == 404
        assert client_of(actor).get(row).status_code == 404


def test_a_commendation_is_mended_and_withdrawn_by_its_proposer(around: Around) -> None:
    keeper = client_of(around.keeper)
    where = f"{plan_page(around)}khen-thuong/"
    row = keeper.post(f"{where}moi/", {"body": around.world.office.pk, "reason": "Xong trước hạn"})["Location"]
    keeper.post(f"{row}sua/", {"text": "Xong trước một tháng"})
    assert "Xong trước một tháng" in words(keeper.get(row))
    assert client_of(around.leader).get(f"{row}sua/").status_code == 404
    keeper.post(f"{row}rut/")
    assert "Đã rút" in words(keeper.get(row))


@pytest.mark.parametrize("page", ["y-kien", "vuong-mac", "kinh-phi", "khen-thuong"])
def test_english_pages_speak_english(three: Around, page: str) -> None:
    keeper = client_of(three.keeper)
    urls: dict[str, Any] = {
        "y-kien": (task_page(three), "Comments and inspections"),
        "vuong-mac": (DIFFICULTIES, "Search difficulties"),
        "kinh-phi": (f"{plan_page(three)}kinh-phi/", "No money has been entered yet."),
        "khen-thuong": (f"{plan_page(three)}khen-thuong/", "There is no proposal yet."),
    }
    url, sentence = urls[page]
    assert sentence in words(keeper.get(f"/en{url}"))
