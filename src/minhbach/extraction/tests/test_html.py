"""Web pages: what a browser shows of the document, with the line numbers of the file."""

from minhbach.extraction.extract import extract_bytes

PAGE = """<!DOCTYPE html>
<html><head><title>Trang</title><style>p {color: red}</style></head><body>
<script>alert("không hiện")</script>
<nav><a href="/">Trang chủ</a></nav>
<p><a href="/1">Giới thiệu</a></p><p><a href="/2">Tin tức</a></p><p><a href="/3">Liên hệ</a></p>
<table border="0"><tr><td><b>ỦY BAN NHÂN DÂN<br>PHƯỜNG MẪU MỘT</b></td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td>Số: 12/KH-UBND</td><td>Thí Dụ, ngày 05 tháng 3 năm 2026</td></tr></table>
<h2>KẾ   HOẠCH</h2>
<p style="display: none">ẩn</p>
<p>Sở&nbsp;Tư pháp
chủ&#32;trì.</p>
<ol type="a" start="3"><li><p>Việc một</p><li>Việc hai</ol>
<table class="bang"><tr><th>STT</th><th>Việc</th><th colspan="2">Cơ quan</th></tr>
<tr><td rowspan="2">1</td><td>Họp</td><td>Sở A</td><td>Sở B</td></tr>
<tr><td>Bàn<br>Quyết</td><td>Sở C</td><td></td></tr></table>
</body></html>
"""


def lines():
    return extract_bytes(PAGE.encode()).source.lines


def test_scripts_menus_and_hidden_parts_are_left_out():
    text = "\n".join(line.text for line in lines())
    for unseen in ("alert", "red", "Trang chủ", "Giới thiệu", "Tin tức", "Liên hệ", "ẩn", "Trang\n"):
        assert unseen not in text


def test_letterhead_table_is_read_column_by_column():
    assert [line.text for line in lines()[:6]] == [
        "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Thí Dụ, ngày 05 tháng 3 năm 2026",
    ]  # fmt: skip


def test_numbers_are_those_of_the_file():
    by_text = {line.text: line.number for line in lines()}
    assert by_text["KẾ HOẠCH"] == 9
    assert by_text["Sở Tư pháp chủ trì."] == 11
    assert by_text["c) Việc một"] == 13


def test_lists_get_their_numbers_and_headings_their_level():
    found = {line.text: line for line in lines()}
    assert "d) Việc hai" in found
    assert found["KẾ HOẠCH"].heading == 2


def test_spans_repeat_their_text_as_merged_cells():
    rows = [[(cell.text, cell.merged) for cell in line.cells] for line in lines() if line.cells]
    assert rows == [
        [("STT", False), ("Việc", False), ("Cơ quan", False), ("Cơ quan", True)],
        [("1", False), ("Họp", False), ("Sở A", False), ("Sở B", False)],
        [("1", True), ("Bàn\nQuyết", False), ("Sở C", False), ("", False)],
    ]


def test_a_page_laid_out_with_a_table_is_read_as_text():
    page = (
        f"<html><body><table><tr><td><table><tr><td>menu</td><td>2</td></tr></table></td><td>{PAGE}</td></tr></table>"
    )
    text = [line.text for line in extract_bytes(page.encode()).source.lines]
    assert "KẾ HOẠCH" in text
    assert "STT | Việc | Cơ quan" in text
