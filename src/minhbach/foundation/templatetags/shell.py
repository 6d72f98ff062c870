"""What pages are made of: dates, status tags, form fields, empty states, pagers. Used as `{% load shell %}`."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.exceptions import ValidationError
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField, fields
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from minhbach.foundation import dates
from minhbach.foundation.form_fields import read_date
from minhbach.foundation.writing import NO_BREAK_SPACE, number_written, size_written

register = template.Library()

STATUS_SHAPES = {
    "waiting": "○",
    "work": "◐",
    "act": "▲",
    "done": "✓",
    "late": "!",
    "closed": "✕",
    "provisional": "~",
}


@register.filter
def vn_date(day: date | datetime | None) -> str:
    """Write a day as 05/3/2026; nothing for nothing."""
    return dates.written(day) if day else ""


@register.filter
def vn_weekday_date(day: date | datetime | None) -> str:
    """Write a day after its weekday, as limits are written: thứ Hai 19/10/2026."""
    # Only the weekday holds together: with large type on a phone the date must be free to take its own line.
    weekday, _space, written = dates.written_with_weekday(day).rpartition(" ") if day else ("", "", "")
    return f"{weekday.replace(' ', NO_BREAK_SPACE)} {written}".strip()


@register.filter
def vn_moment(moment: datetime | None) -> str:
    """Write a moment as 14:05 ngày 05/10/2026, in Vietnam's time."""
    if not moment:
        return ""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return gettext("%(time)s ngày %(day)s") % {"time": f"{local:%H:%M}", "day": dates.written(local)}


@register.filter
def vn_number(number: int | float | None) -> str:
    """Write a number as 1.234.567 or 94,6; nothing for nothing."""
    return "" if number is None else number_written(number)


@register.filter
def vn_size(size: int) -> str:
    """Write a file's size as 38 KB or 1,2 MB."""
    return size_written(size)


@register.inclusion_tag("foundation/parts/status.html")
def status(kind: str, text: str) -> dict[str, str]:
    """Show a status: shape, word and colour together. `kind` is one of `STATUS_SHAPES`."""
    if kind not in STATUS_SHAPES:
        raise template.TemplateSyntaxError(f"status: {kind!r} is none of {', '.join(STATUS_SHAPES)}")
    return {"kind": kind, "text": text}


@register.inclusion_tag("foundation/parts/empty.html")
def empty(sentence: str, advice: str = "", url: str = "", link: str = "") -> dict[str, str]:
    """Say that there is nothing yet, who adds it or what to try, and perhaps where."""
    return {"sentence": sentence, "advice": advice, "url": url, "link": link}


@register.inclusion_tag("foundation/parts/field.html")
def field(bound: BoundField, width: str = "") -> dict[str, Any]:
    """Show a form field: label, hint, error above the box, the box. `width` is "short", "medium" or nothing."""
    return {
        "field": bound,
        "width": width,
        "kind": bound.widget_type,
        "echo": _echo(bound),
        "sentences": sentences_of(bound),
    }


def _echo(bound: BoundField) -> str:
    """Return a date with its weekday, as the reader can check it; nothing where none, or a wrong one, was typed."""
    if not getattr(bound.field, "echoes", False) or bound.errors:
        return ""
    value = bound.value()
    try:
        return dates.written_with_weekday(value if isinstance(value, date) else read_date(value or ""))
    except ValidationError:
        return ""


@register.inclusion_tag("foundation/parts/form_errors.html")
def form_errors(*forms: BaseForm) -> dict[str, Any]:
    """Show the summary that stands before h1 when something typed needs mending; each line leads to its box."""
    lines = [line for form in forms for line in _error_lines(form)]
    return {"lines": lines, "title": gettext("Có %(count)s chỗ cần sửa") % {"count": len(lines)}}


def _error_lines(form: BaseForm) -> Iterable[tuple[str, str]]:
    yield from (("", str(error)) for error in form.non_field_errors())
    for bound in form:
        yield from ((_first_box(bound), sentence) for sentence in sentences_of(bound))


def sentences_of(bound: BoundField) -> list[str]:
    """Return what is wrong with a box, each sentence whole by itself: an empty box is named, not "this field"."""
    default = fields.Field.default_error_messages["required"]
    return [
        gettext("Điền mục “%(label)s”.") % {"label": bound.label} if error == default else str(error)
        for error in bound.errors
    ]


def _first_box(bound: BoundField) -> str:
    """Return the id of the box to go to: of a group of choices or boxes, the first."""
    first = f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id
    return bound.field.widget.id_for_label(bound.auto_id) or first or bound.auto_id


@register.simple_tag(takes_context=True)
def error_prefix(context: Context) -> str:
    """Return "Lỗi: " for the title of a page whose form came back with errors."""
    values = (value for layer in context.dicts for value in layer.values())
    # `isinstance` would wake every lazy value, and the CSRF token's waking sets a cookie on pages without any form.
    forms = [value for value in values if issubclass(type(value), BaseForm | BaseFormSet)]
    wrong = any(form.is_bound and not form.is_valid() for form in forms)
    return gettext("Lỗi: ") if wrong else ""


@register.inclusion_tag("foundation/parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Show ‹ Trước · Trang 2 trong 5 · Sau ›, keeping the rest of the question; nothing for one page."""
    return {
        "page": page,
        "previous": _asked(context, trang=page.previous_page_number()) if page.has_previous() else "",
        "next": _asked(context, trang=page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("foundation/parts/sort_link.html", takes_context=True)
def sort_link(context: Context, label: str, key: str) -> dict[str, Any]:
    """Show a column's name as a link that sorts by it (`?xep=key`), and again to turn the order round (`?xep=-key`)."""
    now = _query(context).get("xep", "")
    descending = now == f"-{key}"
    upcoming = f"-{key}" if now == key else key
    state = "descending" if descending else "ascending" if now == key else ""
    return {"label": label, "url": _asked(context, xep=upcoming, trang=None), "state": state}


@register.inclusion_tag("foundation/parts/chip.html", takes_context=True)
def chip(context: Context, label: str, name: str) -> dict[str, Any]:
    """Show one filter in force as a link that takes it away."""
    return {"label": label, "url": _asked(context, **{name: None, "trang": None})}


@register.simple_tag(takes_context=True)
def asked(context: Context, **changes: Any) -> str:
    """Return this page's question with some of it changed; `None` takes a part away."""
    return _asked(context, **changes)


def _query(context: Context) -> Any:
    return context["request"].GET


def _asked(context: Context, **changes: Any) -> str:
    query = _query(context).copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else context["request"].path


@register.inclusion_tag("foundation/parts/breadcrumb.html", takes_context=True)
def breadcrumb(context: Context, *steps: str) -> dict[str, Any]:
    """Show the way here: pairs of words and address (path or URL name), and last the words of this page alone."""
    pairs = [(label, _address(url)) for label, url in zip(steps[::2], steps[1::2], strict=False)]
    here = steps[-1] if len(steps) % 2 else ""
    return {"pairs": pairs, "here": here, "shell": context.get("shell")}


def _address(url: str) -> str:
    return url if url.startswith(("/", "?")) else reverse(url)
