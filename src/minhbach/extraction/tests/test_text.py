"""Plain text and Markdown: marks go, line numbers stay those of the file, rows of tables get their cells."""

import pytest

from minhbach.extraction.text.markdown import inline, unmark
from minhbach.extraction.text.plain import lines_of


def texts(source: str) -> list[str]:
    return [line.text for line in lines_of(source)]


def cells(source: str) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in lines_of(source) if line.cells]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**KẾ HOẠCH**  ", "KẾ HOẠCH"),
        ("#### **4. Xây dựng văn bản**", "4. Xây dựng văn bản"),
        ("*Nơi nhận:*", "Nơi nhận:"),
        ("1\\. Mục đích", "1. Mục đích"),
        ("* Sở Tư pháp;", "- Sở Tư pháp;"),
        ("+ Cơ quan phối hợp", "+ Cơ quan phối hợp"),
        ("> trích dẫn", "trích dẫn"),
        ("xem [Luật](https://example.vn/luat) này", "xem Luật này"),
        ("![](anh.png)Số: 5/KH-UBND", "Số: 5/KH-UBND"),
        ("<b>Điều 1.</b> R&amp;D&nbsp;50&#37;", "Điều 1. R&D 50%"),
        ("mức < 5 và > 3", "mức < 5 và > 3"),
        ("Ghi chú (*) và (**), (**đậm**)", "Ghi chú (*) và (**), (đậm)"),
        ("tên_tệp_dài", "tên_tệp_dài"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("-------", "-------"),
        ("***", ""),
        ("```", ""),
    ],
)
def test_marks_are_taken_off(marked, plain):
    assert texts(marked) == [plain]


def test_heading_and_bold_are_kept_as_properties():
    heading, bold = lines_of("## II. NỘI DUNG\n**KẾ HOẠCH**")
    assert (heading.heading, heading.text) == (2, "II. NỘI DUNG")
    assert bold.bold and not heading.bold


def test_numbers_count_lines_of_the_file_with_any_line_end():
    lines = lines_of("một\r\nhai\r\rbốn\n\x0cnăm<br>rưỡi\nsáu")
    assert [(line.number, line.text) for line in lines] == [
        (1, "một"), (2, "hai"), (3, ""), (4, "bốn"), (5, "năm"), (5, "rưỡi"), (6, "sáu"),
    ]  # fmt: skip


def test_invisible_characters_go_and_lookalikes_become_what_they_stand_for():
    assert texts("Ủy\u00a0ban \u200bnhân\u00ad dân \u00d0\u00f4ng \uf02d mục\u2011tiêu") == [
        "Ủy ban nhân dân Đông - mục-tiêu"
    ]


def test_bars_make_rows_with_their_neighbours():
    source = "STT | Việc | Cơ quan\n\n1 | Họp | Sở A\nII | PHẦN HAI\nmột câu có | một gạch đứng"
    assert cells(source)[:2] == [["STT", "Việc", "Cơ quan"], ["1", "Họp", "Sở A"]]


def test_a_lone_bar_is_no_table():
    assert cells("Trang | 5") == []


def test_markdown_table_loses_its_ruling_and_keeps_line_breaks_in_cells():
    lines = lines_of("| STT | Việc |\n|:---|---:|\n| 1 | **Họp**<br>bàn \\| quyết |")
    assert [line.number for line in lines if line.cells] == [1, 3]
    assert lines[1].cells[1].text == "Họp\nbàn \\| quyết".replace("\\", "")
    assert lines[1].text == "1 | Họp bàn | quyết"


def test_tabs_make_rows_but_not_of_numbered_items():
    assert cells("STT\tViệc\tCơ quan\n1\tHọp\tSở A") == [["STT", "Việc", "Cơ quan"], ["1", "Họp", "Sở A"]]
    assert texts("1.\tHọp\n2.\tBàn\n-\tQuyết") == ["1. Họp", "2. Bàn", "- Quyết"]


def test_a_letterhead_set_by_tabs_or_bars_is_read_column_by_column():
    for gap in ("\t\t", " | "):
        source = (
            f"ỦY BAN NHÂN DÂN{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG MẪU MỘT{gap}Độc lập - Tự do - Hạnh phúc"
        )
        assert texts(source) == [
            "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        ]  # fmt: skip


def test_very_long_lines_are_cut_at_a_space_under_one_number():
    lines = lines_of("từ " * 9000)
    assert {line.number for line in lines} == {1}
    assert max(len(line.text) for line in lines) <= 10_000
    assert sum(len(line.text.split()) for line in lines) == 9000


@pytest.mark.parametrize(
    "mark", ["*", "_", "**", "[", "](", "<b", "\\", "`", "#", ">", "|", "&", "<!--", "~~", "*a", "_a"]
)
def test_marks_without_end_take_linear_time(mark, benchmark_seconds):
    hostile = mark * (200_000 // len(mark))
    assert benchmark_seconds(lambda: (unmark(hostile), inline(hostile))) < 2.0
