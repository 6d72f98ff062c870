"""What goes out of a plan, opened with other programs' eyes: counts in files equal those that a hand counts here."""

import datetime as dt
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.plans.standing import Standing
from minhbach.foundation import clock
from minhbach.planning.actions.answer_result import accept_result
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.report_work import report_result
from minhbach.planning.exports.report import general_words, plan_report
from minhbach.planning.exports.workbook import HEAD_ROW, plan_workbook
from minhbach.planning.models import Assignment, DraftTask, Plan, PlanImport
from minhbach.planning.queries.state import counts_on, parts_on
from minhbach.planning.tests.conftest import World
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.submit import submit_for_publication

START, TODAY = dt.date(2026, 9, 1), dt.date(2026, 10, 13)
SCHEMA = Path(__file__).parents[4] / "docs" / "schemas" / "plan.schema.json"
HIDDEN = "chimyenketqua"
TASKS = (
    # title, limit, day of the result (None: open)
    ("Xây dựng quy chế", dt.date(2026, 9, 30), dt.date(2026, 9, 20)),
    ("Tập huấn cán bộ", dt.date(2026, 9, 10), dt.date(2026, 9, 20)),
    ("=HYPERLINK(\"http://vidu.vn\")", dt.date(2026, 12, 31), None),
    ("Rà soát danh mục", dt.date(2026, 9, 15), None),
    ("Công khai thông tin", None, None),
)  # fmt: skip


def at(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 2, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: at(TODAY))
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


@pytest.fixture
def plan(world: World, leader: Actor) -> Plan:
    """Return a plan whose first two tasks are done, one of them late."""
    row = PlanImport.objects.create(
        body=world.ward, state=ImportState.IN_REVIEW, uploaded_at=at(START), file_sha256="0" * 64,
        head={"doc_type": "Kế hoạch", "number": "15", "symbol": "KH-UBND", "date": START.isoformat(), "title": "Mẫu"},
        issuing_body=world.ward,
    )  # fmt: skip
    for position, (title, due, _done) in enumerate(TASKS, start=1):
        DraftTask.objects.create(
            plan_import=row, position=position, number=str(position), title=title,
            lead=[{"text": "Văn phòng", "bodies": [world.office.pk], "how": "chosen", "note": ""}],
            coordinating=[{"text": "Phòng Kinh tế", "bodies": [world.economy.pk], "how": "chosen", "note": ""}],
            deadline_kind="date" if due else "none", deadline_end=due, deadline_text=f"{due:%d/%m/%Y}" if due else "",
        )  # fmt: skip
    made = Plan.objects.get(pk=confirm_plan(import_id=row.pk, actor=leader, now=at(START)))
    worker = world.officer(Role.SPECIALIST)
    for title, _due, done in TASKS:
        if done:
            work = Assignment.objects.get(task__title=title, role="lead")
            report_result(assignment_id=work.pk, text=f"+{HIDDEN} số 12", actor=worker, now=at(done))
            accept_result(assignment_id=work.pk, actor=leader, now=at(done + dt.timedelta(days=5)))
    return made


@pytest.fixture
def public(plan: Plan, world: World, leader: Actor) -> Plan:
    focal = world.officer(Role.FOCAL_POINT)
    submit_for_publication(subject_kind="plan", subject_id=plan.pk, body_id=world.ward.pk, actor=focal, now=at(TODAY))
    approve_publication(subject_kind="plan", subject_id=plan.pk, seen_with_own_eyes=True, actor=leader, now=at(TODAY))
    return plan


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def counted_by_hand(day: dt.date) -> dict[str, int]:
    """Count from the list above, with a result known from its acceptance on."""
    found: Counter[str] = Counter()
    for _title, due, done in TASKS:
        known = done if done and done + dt.timedelta(days=5) <= day else None
        if known:
            found["done_late" if due and known > due else "done_in_time"] += 1
        elif due is None:
            found["without_date"] += 1
        else:
            found["open_late" if due < day else "open_in_time"] += 1
    return {one.value: found[one.value] for one in Standing}


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


DAYS = (START, dt.date(2026, 9, 12), dt.date(2026, 9, 26), TODAY)


@pytest.mark.parametrize("day", DAYS)
def test_the_workbook_counts_as_a_hand_does_on_any_day(plan: Plan, day: dt.date) -> None:
    with plan_workbook(plan, day, full=True) as file:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
    assert book.sheet_names == ["Nhiệm vụ", "Việc của các cơ quan", "Tổng hợp"]
    sums = book.get_sheet_by_name("Tổng hợp").to_python(skip_empty_area=False)
    expected = list(counted_by_hand(day).values())
    assert sums[HEAD_ROW + 1][1:] == [*expected, sum(expected)]
    assert sums[HEAD_ROW + 2][1:] == [*expected, sum(expected)], "the one body that leads"
    tasks = book.get_sheet_by_name("Nhiệm vụ").to_python(skip_empty_area=False)
    assert [row[1] for row in tasks[HEAD_ROW + 1 :]] == [title for title, _due, _done in TASKS]
    assert tasks[HEAD_ROW + 1][6] == dt.date(2026, 9, 30), "a date is a date"
    work = book.get_sheet_by_name("Việc của các cơ quan").to_python(skip_empty_area=False)[HEAD_ROW + 1 :]
    assert len(work) == 2 * len(TASKS), "who leads and who coordinates"
    labels = Counter(row[6] for row in work if row[3] == "chủ trì")
    assert labels["Quá hạn"] == counted_by_hand(day)["open_late"]


def test_no_cell_is_a_formula_and_each_sheet_is_set_to_be_printed(plan: Plan) -> None:
    with plan_workbook(plan, TODAY, full=True) as file:
        parts = zipfile.ZipFile(io.BytesIO(file.read()))
    sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3
    for sheet in sheets:
        assert "<f>" not in sheet and "<hyperlink" not in sheet
        assert 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet and 'state="frozen"' in sheet
    assert "Print_Titles" in parts.read("xl/workbook.xml").decode()
    assert 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()
    assert "=HYPERLINK" in "".join(sheets)


@pytest.mark.parametrize("day", DAYS)
def test_the_report_says_the_counts_as_of_the_day(plan: Plan, leader: Actor, day: dt.date) -> None:
    where = f"/lam-viec/ke-hoach/{plan.pk}/bao-cao/"
    answer = client_of(leader).get(where, {"ngay": day.strftime("%d/%m/%Y"), "tep": "docx"})
    assert answer.status_code == 200
    document = docx.Document(io.BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    hand = counted_by_hand(day)
    said = (
        f"hoàn thành đúng hạn {hand['done_in_time']} việc; hoàn thành trễ hạn {hand['done_late']} việc; "
        f"đang thực hiện, trong hạn {hand['open_in_time']} việc; chưa hoàn thành, quá hạn {hand['open_late']} việc"
    )
    assert said in text
    assert general_words(counts_on(plan, day), tasks=len(TASKS), day=day) in text
    late = [table for table in document.tables if table.rows[0].cells[-1].text == "Hạn"]
    assert (len(late[0].rows) - 1 if late else 0) == hand["open_late"]
    table = next(table for table in document.tables if table.rows[0].cells[-1].text == "Kết quả")
    assert [row.cells[1].text for row in table.rows[1:]] == [title for title, _due, _done in TASKS]
    assert "=HYPERLINK" in table.rows[3].cells[1].text, "words of a formula stay words"


def test_the_report_as_pdf_has_its_head_and_waits_for_a_signature(plan: Plan, leader: Actor) -> None:
    answer = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/bao-cao/", {"ngay": "13/10/2026", "tep": "pdf"})
    file = pypdfium2.PdfDocument(answer.content)
    text = re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in file))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "BÁO CÁO" in text and "BC-UBND" in text
    assert "Tình hình thực hiện Kế hoạch 15/KH-UBND ngày 01/9/2026" in text
    assert f"{HIDDEN} số 12" in text
    assert "CHỦ TỊCH" in text
    assert plan_report(plan, TODAY).signature.name == ""


def test_all_three_come_in_one_archive(plan: Plan, leader: Actor) -> None:
    answer = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/bao-cao/", {"ngay": "13/10/2026", "tep": "zip"})
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert [name.rsplit(".", 1)[1] for name in names] == ["docx", "pdf", "xlsx"]


def test_a_day_that_lies_ahead_is_a_mistake_that_keeps_what_was_chosen(plan: Plan, leader: Actor) -> None:
    page = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/bao-cao/", {"ngay": "14/10/2026", "tep": "pdf"})
    assert (page.status_code, "Ngày này chưa tới" in words(page)) == (422, True)
    assert 'value="pdf"' in page.content.decode() and "14/10/2026" in page.content.decode()


def test_the_report_is_the_affair_of_the_body_that_keeps_the_plan(public: Plan, world: World) -> None:
    stranger = world.officer(Role.LEADER, body=world.other_ward)
    assert client_of(stranger).get(f"/lam-viec/ke-hoach/{public.pk}/bao-cao/").status_code == 404
    book = client_of(stranger).get(f"/lam-viec/ke-hoach/{public.pk}/bang.xlsx")
    assert HIDDEN not in everything_in(book.content)


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def breaches(value: Any, rule: dict[str, Any], whole: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yield where the value leaves the schema, as far as this schema says anything."""
    if "$ref" in rule:
        yield from breaches(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole, where)
        return
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(type(value) is TYPES[kind] for kind in kinds):
        yield f"{where}: {value!r} is none of {kinds}"
    if value not in rule.get("enum", [value]) or value != rule.get("const", value):
        yield f"{where}: {value!r}"
    if rule.get("format") == "date" and value is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        yield f"{where}: {value!r} is no day"
    for place, item in enumerate(value if "items" in rule else ()):
        yield from breaches(item, rule["items"], whole, f"{where}/{place}")
    if "properties" in rule:
        if set(value) != set(rule["required"]):
            yield f"{where}: keys {set(value) ^ set(rule['required'])}"
        for key in value.keys() & rule["properties"].keys():
            yield from breaches(value[key], rule["properties"][key], whole, f"{where}/{key}")


def everything_in(content: bytes) -> str:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_the_public_gets_dates_and_standing_and_no_words_of_the_work(public: Plan) -> None:
    client = Client()
    book = client.get(f"/ke-hoach/{public.slug}/bang.xlsx")
    data = b"".join(client.get(f"/ke-hoach/{public.slug}.json").streaming_content)  # type: ignore[attr-defined]
    for where, text in (("xlsx", everything_in(book.content)), ("json", data.decode())):
        assert HIDDEN not in text, where
        assert "Xây dựng quy chế" in text, where
    assert HIDDEN not in words(client.get(f"/ke-hoach/{public.slug}/so-lieu/"))


@pytest.mark.parametrize("day", DAYS)
def test_the_data_keep_to_their_schema_and_count_as_a_hand_does(public: Plan, day: dt.date) -> None:
    answer = Client().get(f"/ke-hoach/{public.slug}.json", {"tinh_den": day.isoformat()})
    given = json.loads(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert list(breaches(given, schema, schema)) == []
    assert given["counts"] == counted_by_hand(day)
    assert [task["title"] for task in given["tasks"]] == [title for title, _due, _done in TASKS]
    leads = [part for task in given["tasks"] for part in task["work"] if part["role"] == "lead"]
    assert Counter(part["standing"] for part in leads) == Counter({k: v for k, v in given["counts"].items() if v})


def test_a_plan_that_is_not_public_gives_nothing(plan: Plan) -> None:
    for page in (f"/ke-hoach/{plan.slug}.json", f"/ke-hoach/{plan.slug}/bang.xlsx", f"/ke-hoach/{plan.slug}/so-lieu/"):
        assert Client().get(page).status_code == 404


def test_each_number_of_the_figure_opens_as_many_rows(plan: Plan, leader: Actor) -> None:
    client = client_of(leader)
    for page in (f"/lam-viec/ke-hoach/{plan.pk}/", f"/lam-viec/ke-hoach/{plan.pk}/so-lieu/?tinh_den=2026-09-26"):
        shown = client.get(page)
        rows = shown.context["figure_rows"]
        day = shown.context["figure_day"]
        assert [row["count"] for row in rows] == list(counted_by_hand(day).values())
        for row in rows:
            assert client.get(row["url"]).context["page"].paginator.count == row["count"], row["words"]


def test_the_figure_is_told_without_colour_and_without_inline_styles(plan: Plan, leader: Actor) -> None:
    page = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/so-lieu/").content.decode()
    figures = re.findall(r'<svg class="figure-bars".*?</svg>', page, re.DOTALL)
    assert len(figures) == 2
    for figure in figures:
        assert 'role="img"' in figure and "<title" in figure and "<desc" in figure and "<pattern" in figure
        assert "style=" not in figure and "<script" not in figure
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_figures_as_csv(plan: Plan, leader: Actor) -> None:
    answer = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/so-lieu/?dang=csv&tinh_den=2026-09-26")
    lines = answer.content.decode("utf-8-sig").splitlines()
    expected = counted_by_hand(dt.date(2026, 9, 26))
    assert lines[1].split(",")[1:-1] == [str(n) for n in (*expected.values(), sum(expected.values()))]


def test_parts_are_read_in_one_query(plan: Plan, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert len(list(parts_on(plan, TODAY, with_evidence=True))) == 2 * len(TASKS)
