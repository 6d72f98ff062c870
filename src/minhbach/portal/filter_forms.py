"""What the public's lists are narrowed by. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.search.contracts import Facets
from minhbach.foundation.writing import number_written
from minhbach.portal.searching import Asked

LONGEST_KIND = 60
NEWEST = "moi"
Offered = Collection[tuple[BodyRecord, int]]


def asked_in(question: QueryDict, *, words: str) -> Asked:
    """Return what makes sense of the question in an address."""
    year, letter = question.get("nam", ""), question.get("nhom", "")
    body = body_asked(question)
    return Asked(
        words=words,
        body=body,
        own_only=bool(body and question.get("rieng")),
        letter=letter if len(letter) < 3 and letter.isalpha() else "",
        kind=squeeze(nfc(question.get("loai", "").replace("\x00", "")))[:LONGEST_KIND],
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        newest=question.get("xep") == NEWEST,
    )


def body_asked(question: QueryDict) -> BodyRecord | None:
    """Return the agency that is asked for by the slug of its page, or None."""
    slug = question.get("co_quan", "").replace("\x00", "")
    if not slug:
        return None
    try:
        return body_by_slug(slug[:200])
    except BodyNotVisible:
        return None


class FilterForm(forms.Form):
    """The boxes behind the word "Lọc" of the search, each choice with how many hits it would leave."""

    co_quan = forms.ChoiceField(label=_("Cơ quan"), required=False)
    rieng = forms.BooleanField(label=_("Chỉ cơ quan này, không kể đơn vị thuộc cơ quan"), required=False)
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    nhom = forms.ChoiceField(label=_("Nhóm: điểm của khoản 1 Điều 17"), required=False)
    nam = forms.ChoiceField(label=_("Năm"), required=False)

    def __init__(self, asked: Asked, facets: Facets, *, offered: Offered, letters: Mapping[str, str]) -> None:
        super().__init__(_in_boxes(asked))
        self.asked = asked
        self._fill("co_quan", ((body.slug, body.full_name, count) for body, count in offered), _("Mọi cơ quan"))
        self._fill("loai", _most_first(facets.document_kinds, asked.kind), _("Mọi loại"))
        known = ((letter, f"{letter}) {letters.get(letter, '')}".strip(), n) for letter, n in facets.letters.items())
        self._fill(
            "nhom",
            sorted(known, key=lambda one: list(letters).index(one[0]) if one[0] in letters else 99),
            _("Mọi nhóm"),
        )
        years = sorted(facets.years.items(), reverse=True)
        self._fill("nam", ((str(year), str(year), count) for year, count in years), _("Mọi năm"))

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        asked = self.asked
        said = {
            "co_quan": asked.body.name if asked.body else "",
            "rieng": gettext("không kể đơn vị thuộc cơ quan") if asked.own_only else "",
            "loai": asked.kind,
            "nhom": gettext("điểm %(letter)s") % {"letter": asked.letter} if asked.letter else "",
            "nam": str(asked.year or ""),
        }
        return [(words, name) for name, words in said.items() if words]

    def _fill(self, name: str, choices: Iterable[tuple[str, str, int]], every: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        given = [(value, f"{label} ({number_written(count)})") for value, label, count in choices]
        now = self.data.get(name, "")
        if now and now not in {value for value, _label in given}:
            given.insert(0, (now, now))
        field.choices = [("", every), *given]


def _most_first(counts: Mapping[str, int], chosen: str) -> list[tuple[str, str, int]]:
    # Kinds are filtered without regard to capitals, as the index keeps them.
    names = {name.lower(): name for name in counts}
    chosen = names.get(chosen.lower(), chosen)
    return [(name, name, counts[name]) for name in sorted(counts, key=lambda one: (one != chosen, -counts[one], one))]


def _in_boxes(asked: Asked) -> dict[str, Any]:
    return {
        "co_quan": asked.body.slug if asked.body else "",
        "rieng": asked.own_only,
        "loai": asked.kind,
        "nhom": asked.letter,
        "nam": str(asked.year or ""),
    }
