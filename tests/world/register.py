"""Items of the first ward's register at every step: what is closed is hidden from most, what is public from nobody."""

from datetime import date

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.lawbook.calendars import load_calendar
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.drop_document import drop_document
from minhbach.register.actions.import_items import map_list, receive_list, start_import
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.set_public_state import set_public_state
from minhbach.register.actions.strike_item import strike_item
from minhbach.register.actions.take_items_in import take_items_in
from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile, PaperPlace
from minhbach.register.item_columns import ItemColumn
from minhbach.register.listed import ListKind
from minhbach.register.models import HeldFile, Item, VersionFile
from minhbach.register.rules import SEES, SEES_CLOSED
from tests.world.values import ACTORS, NOW, World

CALENDAR = load_calendar()
READERS = tuple(role.value for role in SEES)
CLOSED_READERS = tuple(role.value for role in SEES_CLOSED)
CREATED_ON = date(2026, 10, 9)


def plant(world: World) -> None:
    """Bring one item to each class and state."""
    fresh = _item(world, "fresh", CLOSED_READERS)
    _classify(world, _item(world, "open", READERS), Classification(Access.OPEN, letter="a"), READERS)
    conditional = Classification(Access.CONDITIONAL, grounds=("16.1",))
    _classify(world, _item(world, "conditional", READERS), conditional, READERS)
    closed = Classification(Access.CLOSED, grounds=("15.6",))
    _classify(world, _item(world, "closed", CLOSED_READERS), closed, CLOSED_READERS)
    struck = _item(world, "struck", CLOSED_READERS)
    reason = world.hides("lý do gạch mục", seen_by=CLOSED_READERS)
    strike_item(item_id=struck, reason=reason, actor=_actor(world, Role.FOCAL_POINT), now=NOW)
    public = _item(world, "public", ACTORS, inner_readers=READERS)
    _classify(world, public, Classification(Access.OPEN, letter="l"), READERS)
    version = Item.objects.get(pk=public).versions.get().pk
    gate, on = system_actor("gate"), date(2026, 10, 12)
    set_public_state(item_id=public, version_id=version, on=on, calendar=CALENDAR, actor=gate, now=NOW)
    world.knows("number", first_version=1, no_version=9)
    world.knows(
        "section", section_items="thong-tin", section_bodies="co-quan", section_pages="trang", no_section="khac"
    )
    _lists(world)
    file = VersionFile.objects.get(version__item=fresh)
    world.knows("file_id", file_item_fresh=file.file_id)
    world.knows("name", file_name_item_fresh=file.name)


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _item(world: World, step: str, readers: tuple[str, ...], *, inner_readers: tuple[str, ...] | None = None) -> int:
    """Enter an item with a file; its place, unit and file are words of their own."""
    inner = inner_readers or readers
    title = world.hides(f"tên của mục {step} trong kho", seen_by=readers)
    unit, place = (world.hides(f"{what} của mục {step}", seen_by=inner) for what in ("đơn vị", "nơi để"))
    name, text = (world.hides(f"{what} của mục {step}", seen_by=readers) for what in ("tên tệp", "nội dung tệp"))
    facts = ItemFacts(
        title=f"Thông báo {title}",
        kind="Thông báo",
        number=str(len(world.values.get("item_id", [])) + 1),
        symbol="TB-UBND",
        issued_on=CREATED_ON,
        created_on=CREATED_ON,
        issuing_body_id=world.bodies["ubnd_a"],
        creating_unit_name=f"Tổ thử {unit}",
        place=PaperPlace(store=f"Kho {place}"),
    )
    item_id = register_item(
        facts=facts,
        body_id=world.bodies["ubnd_a"],
        files=(NewFile(f"{name}.txt", f"Nội dung {text}".encode()),),
        calendar=CALENDAR,
        actor=_actor(world, Role.SPECIALIST),
        now=NOW,
    )
    for held in HeldFile.objects.filter(version__item=item_id):
        check_held_file(held_id=held.pk, actor=system_actor("reader"), now=NOW)
    world.knows("item_id", **{f"item_{step}": item_id})
    world.knows("public_id", **{f"item_{step}_id": Item.objects.get(pk=item_id).public_id})
    return item_id


def _classify(world: World, item_id: int, given: Classification, readers: tuple[str, ...]) -> None:
    reason = world.hides("ghi chú phân loại", seen_by=readers)
    given = Classification(given.access, given.grounds, given.letter, f"Xem {reason}")
    actor = _actor(world, Role.FOCAL_POINT)
    classify_item(item_id=item_id, classification=given, calendar=CALENDAR, actor=actor, now=NOW)


def _lists(world: World) -> None:
    """Hand in a list that waits, one that was taken in, and a document to be read."""
    keeper, keepers = _actor(world, Role.SPECIALIST), ("focal_point", "specialist")
    for step in ("waiting", "done"):
        # A list that was taken in shows its title in the register, where whoever sees what is unclassified reads it.
        title = world.hides(f"dòng của danh mục {step}", seen_by=keepers if step == "waiting" else CLOSED_READERS)
        name = world.hides(f"tên tệp danh mục {step}", seen_by=keepers)
        import_id = receive_list(
            content=f"Tên văn bản;Số, ký hiệu\nThông báo {title};".encode(),
            name=f"{name}.csv",
            body_id=world.bodies["ubnd_a"],
            actor=keeper,
            now=NOW,
        )
        columns = [ItemColumn.TITLE, ItemColumn.REFERENCE]
        map_list(import_id=import_id, sheet=0, head_row=0, columns=columns, actor=keeper, now=NOW)
        if step == "done":
            start_import(import_id=import_id, left_out=(), gives_classes=False, actor=keeper, now=NOW)
            take_items_in(import_id=import_id, calendar=CALENDAR, actor=system_actor("keeper"), now=NOW)
        world.knows("import_id", **{f"item_import_{step}": import_id})
    name = world.hides("tên tệp chờ đọc", seen_by=("specialist",))
    document = drop_document(
        content=b"Thong bao", name=f"{name}.txt", body_id=world.bodies["ubnd_a"], actor=keeper, now=NOW
    )
    world.knows("document_id", dropped_document=document)
    world.knows("kind", **{f"list_{kind.name.lower()}": kind.value for kind in ListKind})
