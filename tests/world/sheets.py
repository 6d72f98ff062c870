"""A spreadsheet of the first ward on its way in, and one taken in, with words that only its officers may read."""

from io import BytesIO

import xlsxwriter

from minhbach.domain.access import Role
from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.planning.actions.map_sheet import choose_head, map_columns
from minhbach.planning.actions.receive_sheet import receive_sheet
from minhbach.planning.rules import MAY_IMPORT
from tests.world.values import NOW, World

HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Ngày hoàn thành", "Ghi chú")
COLUMNS = (
    SheetColumn.NUMBER,
    SheetColumn.TITLE,
    SheetColumn.LEAD,
    SheetColumn.DEADLINE,
    SheetColumn.STATE,
    SheetColumn.DONE_ON,
    SheetColumn.NOTE,
)
IMPORTERS = tuple(role.value for role in MAY_IMPORT)


def plant(world: World) -> None:
    """Leave one spreadsheet waiting, its columns chosen, with a row that must be mended."""
    actor = world.actors[Role.FOCAL_POINT.value]
    rows = (
        (1, _hidden(world, "nhiệm vụ trong bảng"), "Văn phòng HĐND và UBND phường", "Quý IV/2026", "", "", ""),
        (2, "Tập huấn", "Phòng Văn hóa - Xã hội", "30/6/2026", "Đã hoàn thành", "25/6/2026", _hidden(world, "ghi chú")),
        (3, "Việc chưa rõ ngày", _hidden(world, "chủ trì của dòng sai"), "31/02/2026", "", "", ""),
    )
    content = _workbook(("BẢNG THEO DÕI", _hidden(world, "tên bảng")), HEAD, *rows)
    name = f"{_hidden(world, 'tên tệp bảng tính')}.xlsx"
    sheet = receive_sheet(content=content, name=name, body_id=world.bodies["ubnd_a"], actor=actor, now=NOW)
    choose_head(sheet_id=sheet, sheet=0, head_row=1, actor=actor, now=NOW)
    map_columns(sheet_id=sheet, columns=COLUMNS, year=2026, default_lead="", actor=actor, now=NOW)
    world.knows("sheet_id", sheet_waiting=sheet)


def _hidden(world: World, what: str) -> str:
    return world.hides(what, seen_by=IMPORTERS)


def _workbook(*rows: tuple[object, ...]) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Việc")
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    return file.getvalue()
