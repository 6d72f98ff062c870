"""Limits as plans write them, and the inclusive dates that a person gives them."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minhbach.domain.reading.body.deadlines import find_deadline, read_branches, read_deadline
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import nfc

K = DeadlineKind
VALUES = [
    ("Quý IV năm 2016.", K.QUARTER, "2016-10-01", "2016-12-31"),
    ("Quí IV-2025", K.QUARTER, "2025-10-01", "2025-12-31"),
    ("Quý 3/2026", K.QUARTER, "2026-07-01", "2026-09-30"),
    ("Quý I, II năm 2018", K.QUARTER_RANGE, "2018-01-01", "2018-06-30"),
    ("Quý III - IV/2026", K.QUARTER_RANGE, "2026-07-01", "2026-12-31"),
    ("Quý IV/2025 - Quý II/2026", K.QUARTER_RANGE, "2025-10-01", "2026-06-30"),
    ("Tháng 12/2025", K.MONTH, "2025-12-01", "2025-12-31"),
    ("Trong tháng 02 năm 2028", K.MONTH, "2028-02-01", "2028-02-29"),
    ("Đến hết tháng 6/2026", K.MONTH, None, "2026-06-30"),
    ("Tháng 10-11/2025", K.PERIOD, "2025-10-01", "2025-11-30"),
    ("Từ tháng 8 đến tháng 10 năm 2026", K.PERIOD, "2026-08-01", "2026-10-31"),
    ("6 tháng đầu năm 2026", K.HALF_YEAR, "2026-01-01", "2026-06-30"),
    ("Năm 2017", K.YEAR, "2017-01-01", "2017-12-31"),
    ("2025", K.YEAR, "2025-01-01", "2025-12-31"),
    ("năm 2026 - 2027", K.PERIOD, "2026-01-01", "2027-12-31"),
    ("Giai đoạn 2026-2030", K.PERIOD, "2026-01-01", "2030-12-31"),
    ("Cuối năm 2026", K.YEAR, None, "2026-12-31"),
    ("30/6/2026", K.DATE, "2026-06-30", "2026-06-30"),
    ("chậm nhất ngày 30/6/2026", K.DATE, None, "2026-06-30"),
    ("Không muộn hơn ngày 05 tháng 10 năm 2026", K.DATE, None, "2026-10-05"),
    ("trước hoặc trong ngày 05/10/2026", K.DATE, None, "2026-10-05"),
    ("trước 17 giờ ngày 08/9/2026", K.DATE, None, "2026-09-08"),
    ("Trước ngày 01/9/2026.", K.BEFORE_DATE, None, "2026-08-31"),
    ("Hoàn thành trước 30/6/2026", K.BEFORE_DATE, None, "2026-06-29"),
    ("Trước tháng 7/2026", K.BEFORE_DATE, None, "2026-06-30"),
    ("Quý II/2026 (trước ngày 15/6/2026)", K.BEFORE_DATE, None, "2026-06-14"),
    ("gửi về Sở Tư pháp trước ngày 10/7/2026", K.SUBMIT_BEFORE_DATE, None, "2026-07-09"),
    ("Từ ngày 01/3 đến ngày 30/4/2026", K.PERIOD, "2026-03-01", "2026-04-30"),
    ("Sau khi có hướng dẫn của Bộ, hoàn thành trước 30/6/2026", K.BEFORE_DATE, None, "2026-06-29"),
    ("Quý IV năm 2026 và thường xuyên trong các năm tiếp theo", K.QUARTER_THEN_ONGOING, "2026-10-01", "2026-12-31"),
    ("Tháng 12/2013 và thường xuyên", K.QUARTER_THEN_ONGOING, "2013-12-01", "2013-12-31"),
    ("Tháng 11, 12/2013 và kiện toàn thường xuyên", K.PERIOD, "2013-11-01", "2013-12-31"),
    ("Năm 2026 và các năm tiếp theo I", K.YEAR_THEN_FOLLOWING_YEARS, "2026-01-01", None),
    ("Từ năm 2013 đến năm 2020 và tiếp theo", K.YEAR_THEN_FOLLOWING_YEARS, "2013-01-01", None),
    ("Từ 01/7/2025", K.ONGOING, "2025-07-01", None),
    ("Thường xuyên trong năm 2026", K.ONGOING, "2026-01-01", "2026-12-31"),
    ("Thường xuyên, theo yêu cầu nhiệm vụ", K.ONGOING, None, None),
    ("Theo kế hoạch công tác tư pháp hàng năm", K.ONGOING, None, None),
    ("Hằng năm", K.PERIODIC, None, None),
    ("Tháng 12 hằng năm", K.PERIODIC, None, None),
    ("trước ngày 01/6 và 15/11 hằng năm", K.PERIODIC, None, None),
    ("6 tháng, hằng năm và định kỳ", K.PERIODIC, None, None),
    ("Trong vòng 30 ngày kể từ ngày Luật có hiệu lực", K.WITHIN, None, None),
    ("Sau khi có Quy chế của TW", K.EVENT, None, None),
    ("Theo tiến độ được giao của Luật An ninh mạng 2025", K.EVENT, None, None),
    ("Theo Kế hoạch số 12/KH-UBND ngày 15/3/2026", K.EVENT, None, None),
    ("Theo đề nghị của cơ quan cấp trên", K.ON_REQUEST, None, None),
    ("Đã thực hiện.", K.DONE, None, None),
    ("-", K.NONE, None, None),
    ("", K.NONE, None, None),
]
# What a person could not date either: never a guess.
OPEN = [
    "31/02/2026", "Quý III", "Tháng 5", "đầu tháng 6/2026", "khoảng giữa năm 2026", "30/6/2026; 31/12/2026", "24/7",
    "năm học 2026-2027", "Từ tháng 11 đến tháng 2/2026", "tháng 13/2026", "sớm nhất có thể", "ngày 31/9/2026",
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "start", "end"), VALUES, ids=[value[0] or "nothing" for value in VALUES])
def test_value_of_a_label_becomes_kind_and_inclusive_dates(
    words: str, kind: DeadlineKind, start: str | None, end: str | None
) -> None:
    deadline = read_deadline(words)
    found = (deadline.kind, deadline.start and str(deadline.start), deadline.end and str(deadline.end))
    assert found == (kind, start, end)


@pytest.mark.parametrize("words", OPEN)
def test_words_that_leave_the_day_open_are_unclear(words: str) -> None:
    deadline = read_deadline(words)
    assert (deadline.kind, deadline.start, deadline.end) == (K.UNCLEAR, None, None)


@pytest.mark.parametrize(
    ("words", "end"),
    [("Quý III", "2026-09-30"), ("Tháng 5", "2026-05-31"), ("Trước 15/5", "2026-05-14"), ("Trong năm", "2026-12-31")],
)
def test_dates_without_a_year_take_the_year_that_the_plan_is_for(words: str, end: str) -> None:
    assert str(read_deadline(words, 2026).end) == end


def test_yearly_day_stays_periodic_in_a_plan_for_one_year() -> None:
    assert read_deadline("Trước ngày 15/12 hằng năm", 2026).kind is K.PERIODIC


def test_text_is_kept_without_the_full_stop_and_a_stray_letter() -> None:
    assert read_deadline("Năm 2026 và các năm tiếp theo I").text == "Năm 2026 và các năm tiếp theo"
    assert read_deadline("Quý I").text == "Quý I"


@pytest.mark.parametrize(
    ("sentence", "kind", "end"),
    [
        ("Xây dựng danh mục, trình UBND tỉnh trước ngày 30/6/2026.", K.SUBMIT_BEFORE_DATE, "2026-06-29"),
        ("Bố trí kinh phí thực hiện trong quý III năm 2026.", K.QUARTER, "2026-09-30"),
        ("Thành lập tổ hỗ trợ (Quý II/2026).", K.QUARTER, "2026-06-30"),
        ("xây dựng Kế hoạch phù hợp điều kiện thực tế xong trong tháng 12/2025.", K.MONTH, "2025-12-31"),
        ("báo cáo kết quả hằng năm (trước ngày 15 tháng 11) hoặc theo đề nghị", K.PERIODIC, None),
        ("định kỳ trước ngày 01/6 và 15/11 hằng năm báo cáo kết quả", K.PERIODIC, None),
    ],
)
def test_limit_inside_a_sentence_is_found(sentence: str, kind: DeadlineKind, end: str | None) -> None:
    found = find_deadline(sentence)
    assert found is not None
    assert (found.deadline.kind, found.deadline.end and str(found.deadline.end)) == (kind, end)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Quyết định số 1899/QĐ-TTg ngày 04/9/2025 của Thủ tướng Chính phủ.",
        "Luật có hiệu lực thi hành từ ngày 01/7/2018.",
        "Thành lập Đoàn kiểm tra việc chấp hành các quy định năm 2023 tại các sở.",
        "Rà soát hồ sơ phát sinh trước ngày 01/7/2025 còn tồn đọng.",
        "thực hiện Chương trình từ nay đến năm 2030 và những năm tiếp theo",
        "Đường dây nóng hoạt động 24/7.",
    ],
)
def test_dates_of_papers_facts_and_programmes_are_no_limits(sentence: str) -> None:
    assert find_deadline(sentence, None, dt.date(2026, 1, 5)) is None


def test_limits_under_conditions_become_branches() -> None:
    deadline = read_branches(["Đối với cấp tỉnh: Quý I/2026.", "Đối với cấp xã: trước ngày 30/6/2026."])
    assert deadline is not None
    assert deadline.kind is K.CONDITIONAL
    assert [(arm.condition, str(arm.end)) for arm in deadline.branches] == [
        ("Đối với cấp tỉnh", "2026-03-31"),
        ("Đối với cấp xã", "2026-06-29"),
    ]


WORDS = st.sampled_from(
    [
        "trước",
        "ngày",
        "tháng",
        "quý",
        "năm",
        "từ",
        "đến",
        "hết",
        "và",
        ",",
        ";",
        "(",
        ")",
        "-",
        "/",
        "I",
        "II",
        "IV",
        "1",
        "6",
        "12",
        "31",
        "2026",
        "2027",
        "hằng",
        "thường",
        "xuyên",
        "các",
        "năm",
        "tiếp",
        "theo",
        "sau",
        "khi",
        "theo",
        "tiến",
        "độ",
        "chậm",
        "nhất",
        "01/9/2026",
        "30/02/2026",
        "9/2026",
        "đầu",
        "cuối",
        "6",
        "tháng",
        "định",
        "kỳ",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.one_of(st.none(), st.integers(1990, 2090)))
@example("từ quý IV/2026 đến tháng 3/2026", None)
def test_no_words_of_time_give_an_end_before_the_start(words: str, plan_year: int | None) -> None:
    deadline = read_deadline(words, plan_year)
    assert deadline.start is None or deadline.end is None or deadline.start <= deadline.end
    if deadline.kind is K.UNCLEAR:
        assert (deadline.start, deadline.end) == (None, None)


@given(st.text(max_size=300))
def test_any_text_gives_a_limit_in_nfc(words: str) -> None:
    deadline = read_deadline(words)
    assert deadline.text is None or deadline.text == nfc(deadline.text)
    find_deadline(nfc(words))
