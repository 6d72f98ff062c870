"""Templates keep to the arrows and to the content security policy, and every page stands in a shell."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import get_resolver

from tests.architecture.house import PROJECT, SOURCE, may_use, rank_of_rooms, templates

URL_NAME = re.compile(r"""["'](?P<room>[a-z_]+):[a-z_]+["']""")
EXTENDS = re.compile(r"""{%\s*extends\s+["'](?P<name>[^"']+)["']""")
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|<iframe|\bhttps?://(?!www\.w3\.org)""",
    re.IGNORECASE,
)
SHELLS = {"foundation/base.html", "foundation/public.html", "foundation/officer.html"}

pages = pytest.mark.parametrize(
    ("room", "name", "path"), [pytest.param(*found, id=f"{found[0]}/{found[1]}") for found in templates()]
)


def is_part(name: str) -> bool:
    """True for a piece that other templates include, or that a tag or widget renders."""
    return "/parts/" in f"/{name}" or Path(name).name.startswith("_") or not name.endswith(".html")


@pages
def test_no_url_name_of_a_later_room(room: str, name: str, path: Path) -> None:
    rooms = {match["room"] for match in URL_NAME.finditer(path.read_text(encoding="utf-8"))} & set(rank_of_rooms())
    assert [other for other in sorted(rooms) if not may_use(room, other)] == []


@pages
def test_nothing_inline_and_nothing_from_elsewhere(room: str, name: str, path: Path) -> None:
    assert INLINE.findall(path.read_text(encoding="utf-8")) == []


@pages
def test_every_page_stands_in_a_shell(room: str, name: str, path: Path) -> None:
    if is_part(name) or name in SHELLS:
        return
    seen = [name]
    while seen[-1] not in SHELLS:
        extends = EXTENDS.search(source_of(seen[-1]))
        assert extends, f"{' → '.join(seen)} stands in no shell: extend foundation/public.html or officer.html"
        seen.append(extends["name"])


@pages
def test_forms_leave_the_words_to_us(room: str, name: str, path: Path) -> None:
    forms = re.findall(r"<form\b[^>]*method=.post.*?</form>", path.read_text(encoding="utf-8"), re.DOTALL)
    asking = [
        form
        for form in forms
        if re.search(r"{%\s*field |<(?:input|textarea|select)(?![^>]*(?:type=.hidden|hidden>))", form)
    ]
    assert [form[:80] for form in asking if "novalidate" not in form[: form.index("csrf")]] == []


@pages
def test_tables_that_turn_into_cards_say_their_roles(room: str, name: str, path: Path) -> None:
    """Under 640 px the parts of a table are shown as blocks, and `display` drops what they mean to a screen reader."""
    for table in re.findall(r'<table\b[^>]*class="table.*?</table>', path.read_text(encoding="utf-8"), re.DOTALL):
        parts = re.findall(r"<(?:table|thead|tbody|tr|th|td)\b[^>]*>", table)
        assert [part for part in parts if " role=" not in part] == []


def source_of(name: str) -> str:
    """Return the source of one of our templates."""
    found = [path for _, other, path in templates() if other == name]
    assert found, f"{name} is no template of this house"
    return found[0].read_text(encoding="utf-8")


def test_url_names_in_templates_exist() -> None:
    """A template of a page that is seldom shown would fail only when somebody needs it."""
    known = {f"{space}:{name}" for space, names in named_urls().items() for name in names}
    used = {
        (path.relative_to(SOURCE).as_posix(), match[0].strip("\"'"))
        for room, _, path in templates()
        for match in URL_NAME.finditer(path.read_text(encoding="utf-8"))
        if match["room"] in rank_of_rooms()
    }
    assert sorted(pair for pair in used if pair[1] not in known) == []


def named_urls() -> dict[str, set[str]]:
    """Return the names of URLs by room."""
    found: dict[str, set[str]] = {}
    waiting = [("", get_resolver())]
    while waiting:
        space, resolver = waiting.pop()
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                waiting.append((pattern.namespace or space, pattern))
            elif pattern.name:
                found.setdefault(space, set()).add(pattern.name)
    return found


def test_djlint_finds_nothing() -> None:
    """Its rules are chosen in pyproject.toml, each exception with its reason."""
    command = [str(Path(sys.executable).parent / "djlint"), "--lint", "--quiet", str(SOURCE)]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
