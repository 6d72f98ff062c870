"""The frame and its tags: menus, language, dates, pagers, statuses."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from minhbach.domain.access import VISITOR, Actor, Post, Role
from minhbach.foundation.shell import Menu, NavigationEntry, Shell, _entries, other_language_url, register_navigation

OFFICER = Actor(person=1, posts=(Post(Role.LEADER, body=1),))


def rendered(source: str, path: str = "/", **values: Any) -> str:
    request = RequestFactory().get(path)
    return Template("{% load shell %}" + source).render(Context({"request": request, **values}))


@pytest.fixture
def entries() -> Any:
    before = dict(_entries)
    _entries.clear()
    yield
    _entries.clear()
    _entries.update(before)


def shell(path: str = "/", actor: Actor = VISITOR) -> Shell:
    return Shell(path=path, full_path=path, actor=actor)


def test_menu_stands_in_its_order_and_leaves_out_what_is_not_installed(entries: None) -> None:
    register_navigation(
        NavigationEntry("Trợ giúp", "portal:help", order=90),
        NavigationEntry("Không có", "nowhere:page", order=20),
        NavigationEntry("Tìm kiếm", "portal:search", order=10),
    )
    assert [link.label for link in shell().public] == ["Tìm kiếm", "Trợ giúp"]


def test_only_the_longest_address_is_where_the_reader_is(entries: None) -> None:
    register_navigation(
        NavigationEntry("Hôm nay", "desk:today", menu=Menu.OFFICER, order=10),
        NavigationEntry("Kế hoạch", "planning:plans", menu=Menu.OFFICER, order=20),
    )
    links = shell("/lam-viec/ke-hoach/5/", OFFICER).officer
    assert [(link.label, link.current) for link in links] == [("Hôm nay", False), ("Kế hoạch", True)]


def test_a_line_is_where_the_reader_is_on_pages_that_begin_elsewhere_too(entries: None) -> None:
    register_navigation(
        NavigationEntry("Hôm nay", "desk:today", menu=Menu.OFFICER, order=10),
        NavigationEntry("Công khai", "publication:items", menu=Menu.OFFICER, order=20, also=("redaction:redactions",)),
    )
    links = shell("/lam-viec/che-thong-tin/7/", OFFICER).officer
    assert [(link.label, link.current) for link in links] == [("Hôm nay", False), ("Công khai", True)]


def test_officers_menu_is_no_visitors(entries: None) -> None:
    register_navigation(NavigationEntry("Hôm nay", "desk:today", menu=Menu.OFFICER))
    assert shell().officer == []


def test_line_that_is_shown_to_some_is_hidden_from_others(entries: None) -> None:
    register_navigation(NavigationEntry("Cán bộ", "portal:help", shown_to=lambda actor: actor.is_officer))
    assert shell().public == []
    assert [link.label for link in shell(actor=OFFICER).public] == ["Cán bộ"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/tro-giup/", "/en/tro-giup/"),
        ("/tim-kiem/?q=gi%C3%A1+%C4%91%E1%BA%A5t&trang=2", "/en/tim-kiem/?q=gi%C3%A1+%C4%91%E1%BA%A5t&trang=2"),
        ("/khong-co-trang-nay/", "/en/"),
    ],
)
def test_language_switch_keeps_the_page_and_the_question(here: str, there: str) -> None:
    with translation.override("vi"):
        assert other_language_url(here) == there


def test_language_switch_leads_back() -> None:
    with translation.override("en"):
        assert other_language_url("/en/tro-giup/") == "/tro-giup/"


def test_limit_keeps_its_weekday_together() -> None:
    assert rendered("{{ day|vn_weekday_date }}", day=date(2026, 10, 19)) == "thứ\u00a0Hai 19/10/2026"


def test_moment_is_written_in_vietnams_time() -> None:
    assert rendered("{{ at|vn_moment }}", at=datetime(2026, 10, 5, 7, 5, tzinfo=UTC)) == "14:05 ngày 05/10/2026"


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ value|vn_number }}", 1234567, "1.234.567"),
        ("{{ value|vn_number }}", 94.6, "94,6"),
        ("{{ value|vn_number }}", None, ""),
        ("{{ value|vn_size }}", 38 * 1024, "38\u00a0KB"),
        ("{{ value|vn_size }}", 1_258_291, "1,2\u00a0MB"),
        ("{{ value|vn_size }}", 20 * 1024 * 1024, "20\u00a0MB"),
        ("{{ value|vn_date }}", None, ""),
    ],
)
def test_numbers_and_sizes_are_written_as_here(source: str, value: Any, expected: str) -> None:
    assert rendered(source, value=value) == expected


@pytest.mark.parametrize("kind", ["waiting", "work", "act", "done", "late", "closed", "provisional"])
def test_status_speaks_by_shape_and_word(kind: str) -> None:
    tag = rendered("{% status kind 'Quá hạn' %}", kind=kind)
    assert f"status-{kind}" in tag
    assert 'aria-hidden="true"' in tag
    assert "Quá hạn" in tag


def test_status_of_no_known_kind_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered("{% status 'green' 'Xong' %}")


def test_pager_keeps_the_question() -> None:
    page = Paginator(range(100), 20).get_page(2)
    html = rendered("{% pager page %}", "/ke-hoach/?nam=2026&trang=2", page=page)
    assert 'href="?nam=2026&amp;trang=1"' in html
    assert 'href="?nam=2026&amp;trang=3"' in html
    assert "Trang 2 trong 5" in html


def test_one_page_needs_no_pager() -> None:
    assert "nav" not in rendered("{% pager page %}", page=Paginator(range(3), 20).get_page(1))


def test_sorting_twice_turns_the_order_round() -> None:
    assert 'href="?xep=han"' in rendered("{% sort_link 'Hạn' 'han' %}")
    assert 'href="?xep=-han"' in rendered("{% sort_link 'Hạn' 'han' %}", "/?xep=han")
    assert 'href="?xep=han"' in rendered("{% sort_link 'Hạn' 'han' %}", "/?xep=-han")


def test_chip_takes_its_filter_away_and_leaves_the_others() -> None:
    assert 'href="?tim=quy+ho%E1%BA%A1ch"' in rendered("{% chip '2026' 'nam' %}", "/?tim=quy+hoạch&nam=2026&trang=3")


def test_title_says_that_something_is_wrong() -> None:
    class Asks(forms.Form):
        name = forms.CharField(label="Họ và tên")

    assert rendered("{% error_prefix %}", form=Asks({})) == "Lỗi: "
    assert rendered("{% error_prefix %}", form=Asks({"name": "Lê Thử"})) == ""
    assert rendered("{% error_prefix %}", form=Asks()) == ""
    assert "Điền mục “Họ và tên”." in rendered("{% form_errors form %}", form=Asks({}))


def test_way_here_begins_at_home_and_ends_at_this_page() -> None:
    request = RequestFactory().get("/ke-hoach/15/")
    source = "{% load shell %}{% breadcrumb 'Kế hoạch' 'planning:public_plans' 'Kế hoạch 15' %}"
    html = Template(source).render(RequestContext(request, {"shell": shell("/ke-hoach/15/")}))
    assert html.index('href="/"') < html.index('href="/ke-hoach/"') < html.index('aria-current="page">Kế hoạch 15')
