"""The frame around every page: navigation, place, help line and language switch, which `config` tells it once at start.

The frame knows no room. Each line of navigation names a URL, and may ask the actor whether to show.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation.type_size import SIZES, USUAL, size_chosen

DESK = "/lam-viec/"
"""Where officers' pages begin (design.md §3): without a session every address under it leads to the log-in page."""


class Menu(StrEnum):
    """Where a line of navigation stands."""

    PUBLIC = "public"
    OFFICER = "officer"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A line of navigation: its words (lazily translated), the name of its URL, and its place in the order of ui.md."""

    label: Any
    url_name: str
    menu: Menu = Menu.PUBLIC
    order: int = 50
    shown_to: Callable[[Actor], bool] | None = None
    posts: bool = False
    """True for an act, such as logging out: a button that posts, not a link."""
    also: tuple[str, ...] = ()
    """Names of URLs under which pages of this line begin elsewhere."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of navigation as the page shows it."""

    label: str
    url: str
    current: bool
    posts: bool = False


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Whom to call when stuck: a telephone number as printed, and where the counter is described."""

    telephone: str
    counter_url: str = ""


_entries: dict[tuple[Menu, str], NavigationEntry] = {}
_answers: dict[str, Callable[..., Any]] = {}


def register_navigation(*entries: NavigationEntry) -> None:
    """Add lines to the menus. A second line for the same URL in the same menu replaces the first."""
    for entry in entries:
        _entries[entry.menu, entry.url_name] = entry


def register_place(answer: Callable[[], str]) -> None:
    """Say which place the installation serves, as "tỉnh Thí Dụ"; it stands in the head of every page."""
    _answers["place"] = answer


def register_help_line(answer: Callable[[], HelpLine | None]) -> None:
    """Say whom to call; the line stands at the foot of every page, in the same place."""
    _answers["help"] = answer


def register_identity(answer: Callable[[Actor], str]) -> None:
    """Say how to name the officer at the top of officers' pages: person and body."""
    _answers["identity"] = answer


@dataclass(frozen=True)
class Shell:
    """What the frame shows for one request; every part is found out once, when the template first asks for it."""

    path: str
    full_path: str
    actor: Actor
    type_size: int = USUAL
    """Percent of the usual size of type, as the reader chose."""
    bare: bool = False
    """True on a page that must stand without a database: nothing is asked of other rooms."""

    @cached_property
    def public(self) -> list[Link]:
        """Return the public menu in the order of ui.md."""
        return self._links(Menu.PUBLIC)

    @cached_property
    def officer(self) -> list[Link]:
        """Return the officers' menu."""
        return self._links(Menu.OFFICER) if self.actor.is_officer else []

    @cached_property
    def account(self) -> list[Link]:
        """Return what concerns the account, without what the officers' menu beside it says already."""
        beside = {link.url for link in self.officer} if self.in_office else set()
        return [link for link in self._links(Menu.ACCOUNT) if link.url not in beside]

    @cached_property
    def place(self) -> str:
        """Return the place that the installation serves, or an empty string."""
        return str(self._ask("place") or "")

    @cached_property
    def help_line(self) -> HelpLine | None:
        """Return whom to call, where it is known."""
        found = self._ask("help")
        return found if isinstance(found, HelpLine) else None

    @cached_property
    def identity(self) -> str:
        """Return how the officer is named."""
        return str(self._ask("identity", self.actor) or "")

    @property
    def home_url(self) -> str:
        """Return the address of the public home page in the language of this page."""
        return "/en/" if get_language() == "en" else "/"

    @property
    def desk_url(self) -> str:
        """Return the address of the officers' first page in the language of this page."""
        return f"/en{DESK}" if get_language() == "en" else DESK

    @property
    def other_language_url(self) -> str:
        """Return this very page in the other language, question included."""
        return other_language_url(self.full_path)

    @property
    def other_type_sizes(self) -> list[int]:
        """Return the sizes of type that the reader may choose instead."""
        return [size for size in SIZES if size != self.type_size]

    @property
    def is_demonstration(self) -> bool:
        """True where every page must say that its data are made up."""
        return bool(settings.IS_DEMONSTRATION)

    @property
    def is_training(self) -> bool:
        """True where every page must say that nothing done here counts."""
        return bool(settings.IS_TRAINING)

    @property
    def in_office(self) -> bool:
        """True on an officers' page, whose way begins at "Hôm nay"."""
        return self.path.startswith((DESK, f"/en{DESK}"))

    def _ask(self, question: str, *about: Any) -> object:
        answer = _answers.get(question)
        return None if self.bare or answer is None else answer(*about)

    def _links(self, menu: Menu) -> list[Link]:
        chosen = sorted((entry for entry in _entries.values() if entry.menu == menu), key=lambda entry: entry.order)
        visible = (entry for entry in chosen if entry.shown_to is None or entry.shown_to(self.actor))
        return _links(visible, self.path)


def other_language_url(full_path: str) -> str:
    """Return the same page in the other language; where there is none, as on an error page, that language's home."""
    other = "vi" if get_language() == "en" else "en"
    translated = translate_url(full_path, other)
    if translated != full_path:
        return translated
    return "/en/" if other == "en" else "/"


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template `shell`. Nothing is asked of the database until the template does."""
    return {"shell": SimpleLazyObject(lambda: shell_for(request))}


def shell_for(request: HttpRequest) -> Shell:
    """Return the frame for this request; a request that never met the accounts' middleware is a visitor's."""
    return Shell(
        path=request.path,
        full_path=request.get_full_path(),
        actor=getattr(request, "actor", VISITOR),
        type_size=size_chosen(request),
    )


def _links(entries: Iterable[NavigationEntry], path: str) -> list[Link]:
    addressed = [(entry, url) for entry in entries if (url := _address(entry.url_name))]
    # "Hôm nay" is the start of every officers' address, so only the longest one that fits is where the reader is.
    begun = ((url, start) for entry, url in addressed for start in (url, *map(_address, entry.also)) if start)
    here, _ = max((one for one in begun if path.startswith(one[1])), key=lambda one: len(one[1]), default=("", ""))
    return [Link(str(entry.label), url, url == here, entry.posts) for entry, url in addressed]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:  # A room that is not installed leaves no dead link.
        return ""
