"""The follow-up book that the first ward kept before, handed in and not taken over yet."""

from minhbach.domain.access import Role
from minhbach.requests.actions.import_book import choose_columns, receive_book
from minhbach.requests.books.columns import BookColumn
from minhbach.requests.rules import MAY_RECEIVE
from tests.world.values import NOW, World

READERS = tuple(role.value for role in MAY_RECEIVE)
COLUMNS = (BookColumn.NUMBER, BookColumn.RECEIVED_ON, BookColumn.NAME, BookColumn.WHAT)


def plant(world: World) -> None:
    """Hand a book in of which one row must be mended."""
    focal = world.actors[Role.FOCAL_POINT.value]
    name, asked = (world.hides(f"{what} trong sổ chưa nhập", seen_by=READERS) for what in ("tên", "lời"))
    book = f"Số,Ngày nhận,Họ tên,Nội dung\n901,05/10/2026,Bà {name},Xin {asked}\n902,,Ông {name},Xin {asked}\n"
    import_id = receive_book(content=book.encode(), body_id=world.bodies["ubnd_a"], year=2026, actor=focal, now=NOW)
    choose_columns(import_id=import_id, sheet=0, head_row=0, columns=COLUMNS, actor=focal)
    world.knows("import_id", book_import=import_id)
