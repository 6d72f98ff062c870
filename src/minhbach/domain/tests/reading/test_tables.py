"""Rows of task tables as Word files give them: headers of two rows, cells merged, columns named in many ways."""

from minhbach.domain.reading.body.table_tasks import tasks_of_rows
from minhbach.domain.reading.body.tables import table_rows
from minhbach.domain.reading.body.units import units
from minhbach.domain.reading.results import DeadlineKind, Task
from minhbach.domain.reading.source import Line
from minhbach.domain.tests.reading.samples import row


def _tasks(*lines: Line, plan_year: int | None = None) -> list[Task]:
    return tasks_of_rows(table_rows(units(lines)), plan_year)


def _who(task: Task) -> tuple[str, list[str], list[str]]:
    return task.title, list(task.lead), list(task.coordinating)


def test_header_of_two_rows_names_lead_coordination_start_and_end() -> None:
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Cơ quan thực hiện", "Cơ quan thực hiện", "Thời gian", "Thời gian", merged=(3, 5)),
        row(2, "STT", "Nội dung", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", merged=(0, 1)),
        row(3, "1", "Lập danh mục", "Sở Nội vụ", "Sở Y tế; Sở Tài chính", "01/3/2026", "30/4/2026"),
    )
    assert [_who(task) for task in tasks] == [("Lập danh mục", ["Sở Nội vụ"], ["Sở Y tế", "Sở Tài chính"])]
    assert (str(tasks[0].deadline.start), str(tasks[0].deadline.end)) == ("2026-03-01", "2026-04-30")


def test_cells_merged_downwards_hold_for_each_row() -> None:
    tasks = _tasks(
        row(1, "TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
        row(2, "1", "Rà soát văn bản", "Sở Tư pháp", "Quý I/2026"),
        row(3, "2", "Tổng hợp báo cáo", "Sở Tư pháp", "Quý I/2026", merged=(2, 3)),
    )
    assert [(task.lead, task.deadline.kind) for task in tasks] == [(("Sở Tư pháp",), DeadlineKind.QUARTER)] * 2


def test_section_rows_over_the_whole_width_are_no_tasks() -> None:
    tasks = _tasks(
        row(1, "STT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"),
        row(2, *["I. THỂ CHẾ"] * 4, merged=(1, 2, 3)),
        row(3, "1", "Ban hành quy chế", "Sở Tư pháp", "Tháng 5/2026"),
        row(4, "II", "HẠ TẦNG", "HẠ TẦNG", "HẠ TẦNG", merged=(2, 3)),
        row(5, "1", "Nâng cấp đường truyền", "Sở Khoa học và Công nghệ", "Tháng 6/2026"),
    )
    assert [(task.section, task.number, task.title) for task in tasks] == [
        ("I", "1", "Ban hành quy chế"),
        ("II", "1", "Nâng cấp đường truyền"),
    ]


def test_parts_of_a_row_take_what_they_leave_out_from_it() -> None:
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        row(2, "1", "Tập huấn", "Sở Nội vụ", "", "Quý II/2026"),
        row(3, "1.1", "Lớp cho lãnh đạo", "", "Trường Chính trị tỉnh", ""),
        row(4, "1.2", "Lớp cho chuyên viên", "", "", "Quý III/2026"),
        row(5, "2", "Kiểm tra", "Thanh tra tỉnh", "", "Quý IV/2026"),
    )
    assert [(_who(task), str(task.deadline.end)) for task in tasks] == [
        (("Lớp cho lãnh đạo", ["Sở Nội vụ"], ["Trường Chính trị tỉnh"]), "2026-06-30"),
        (("Lớp cho chuyên viên", ["Sở Nội vụ"], []), "2026-09-30"),
        (("Kiểm tra", ["Thanh tra tỉnh"], []), "2026-12-31"),
    ]


def test_table_without_numbers_and_with_other_columns() -> None:
    tasks = _tasks(
        row(1, "Căn cứ", "Công việc phải làm", "Kinh phí", "Bộ phận phụ trách", "Hạn hoàn thành", "Ghi chú"),
        row(2, "Điều 5", "Sửa phòng tiếp dân", "120", "Văn phòng", "trước 30/4/2026", "Xin thêm vốn"),
        row(3, "", "Mua tủ hồ sơ", "40", "Phòng Tài chính", "Tháng 6/2026", ""),
    )
    assert [_who(task) for task in tasks] == [
        ("Sửa phòng tiếp dân", ["Văn phòng"], []),
        ("Mua tủ hồ sơ", ["Phòng Tài chính"], []),
    ]
    assert [str(task.deadline.end) for task in tasks] == ["2026-04-29", "2026-06-30"]


def test_one_column_for_lead_and_coordination() -> None:
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Cơ quan chủ trì, phối hợp", "Thời gian"),
        row(2, "1", "Xây dựng đề án", "Sở Y tế (chủ trì); Sở Tài chính, Sở Nội vụ", "Quý I/2026"),
        row(3, "2", "Trình đề án", "Chủ trì: Sở Y tế\nPhối hợp: Sở Tư pháp", "Quý II/2026"),
        row(4, "3", "Công bố đề án", "Sở Y tế chủ trì, phối hợp với Báo Mẫu", "Quý III/2026"),
    )
    assert [_who(task) for task in tasks] == [
        ("Xây dựng đề án", ["Sở Y tế"], ["Sở Tài chính", "Sở Nội vụ"]),
        ("Trình đề án", ["Sở Y tế"], ["Sở Tư pháp"]),
        ("Công bố đề án", ["Sở Y tế"], ["Báo Mẫu"]),
    ]


def test_lists_inside_cells_are_split() -> None:
    partners = "- Công an tỉnh\n- UBND các xã, phường"
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"),
        row(2, "1", "Kết nối dữ liệu", "Sở Khoa học và\nCông nghệ", partners, "Năm 2026", "- Cổng kết nối\n- Báo cáo"),
    )  # fmt: skip
    assert _who(tasks[0]) == ("Kết nối dữ liệu", ["Sở Khoa học và Công nghệ"], ["Công an tỉnh", "UBND các xã, phường"])
    assert tasks[0].product == "Cổng kết nối; Báo cáo"


def test_columns_of_times_with_crosses_give_the_limit() -> None:
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV"),
        row(2, "1", "Kiểm kê", "Phòng Kinh tế", "x", "", "", ""),
        row(3, "2", "Sửa kho", "Phòng Kinh tế", "", "X", "x", ""),
        plan_year=2026,
    )
    assert [str(task.deadline.end) for task in tasks] == ["2026-03-31", "2026-09-30"]


def test_tables_of_other_things_give_no_tasks() -> None:
    assert _tasks(
        row(1, "STT", "Họ và tên", "Chức vụ", "Số điện thoại"),
        row(2, "1", "Trần Văn Mẫu", "Trưởng phòng", "0123"),
    ) == []  # fmt: skip
    assert _tasks(row(1, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), row(2, "- Lưu: VT", "CHỦ TỊCH")) == []


def test_rows_after_a_page_end_without_a_header_belong_to_the_table_before() -> None:
    tasks = _tasks(
        row(1, "TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"),
        row(2, "1", "Việc thứ nhất", "Sở Y tế", "2026"),
        Line(3, "…"),
        row(4, "7", "Việc thứ bảy", "Sở Xây dựng", "2027"),
    )
    assert [(task.number, task.lead) for task in tasks] == [("1", ("Sở Y tế",)), ("7", ("Sở Xây dựng",))]


def test_source_of_a_row_is_all_its_lines() -> None:
    tasks = _tasks(
        row(1, "STT", "Nội dung", "Chủ trì", "Thời gian"),
        row(2, "1", "Sắp xếp lại kho lưu trữ của các", "Sở Nội vụ và", "Quý"),
        row(3, "", "đơn vị sáp nhập", "Sở Tài chính", "II/2026"),
    )
    assert [(task.title, task.lead, task.source.lines) for task in tasks] == [
        ("Sắp xếp lại kho lưu trữ của các đơn vị sáp nhập", ("Sở Nội vụ", "Sở Tài chính"), (2, 3))
    ]
    assert str(tasks[0].deadline.end) == "2026-06-30"
