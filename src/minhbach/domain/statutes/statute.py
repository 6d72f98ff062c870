"""A statute as it holds on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from minhbach.domain.statutes.access import AccessClass, Ground, Letter, PublicationForm
from minhbach.domain.statutes.requests import Channel, Cost, Form, RefusalGround, RequestField, Rule
from minhbach.domain.statutes.terms import Reading, Term
from minhbach.domain.statutes.values import Cited, Matter, NotInStatute, cited_as

One = TypeVar("One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Cited):
    """That a statute governs a matter from a day on.

    :param chosen_by: which day chooses: "sent", "created", "received", "classified".
    :param until: exclusive; None while it goes on.
    """

    matter: Matter
    chosen_by: str
    since: dt.date
    until: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the statute governs its matter on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied(Cited):
    """That a detailing document (nghị định, thông tư) holds under a statute; cited where that is said.

    :param number: the detailing document's own.
    :param until: exclusive.
    """

    number: str
    statute: str
    title: str
    name: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """A law on access to information with what details it, as they hold on one day.

    :param number: "01/2026/QH16".
    :param title: as it is cited: "Luật 01/2026/QH16".
    :param in_force_until: exclusive; None while it is in force. Requests sent before stay under it.
    :param askers: who may ask for information; `steps`: what is done with a request, in order; `outcomes`: what the
        requester gets.
    :param details: the documents that detail it on that day.
    """

    number: str
    title: str
    name: str
    signed_on: dt.date
    in_force_from: dt.date
    in_force_until: dt.date | None
    choices: tuple[Choice, ...]
    classes: tuple[AccessClass, ...]
    grounds: tuple[Ground, ...]
    letters: tuple[Letter, ...]
    publication_forms: tuple[PublicationForm, ...]
    terms: tuple[Term, ...]
    channels: tuple[Channel, ...]
    request_fields: tuple[RequestField, ...]
    refusal_grounds: tuple[RefusalGround, ...]
    costs: tuple[Cost, ...]
    askers: tuple[Rule, ...]
    steps: tuple[Rule, ...]
    outcomes: tuple[Rule, ...]
    forms: tuple[Form, ...]
    corrections: tuple[Rule, ...]
    complaints: tuple[Rule, ...]
    transition: tuple[Rule, ...]
    readings: tuple[Reading, ...]
    counting: tuple[Rule, ...]
    details: tuple[Applied, ...] = ()

    def access_class(self, code: str) -> AccessClass:
        """Return a class of access.

        :raises NotInStatute: if there is none of this code.
        """
        return self._one(self.classes, "code", code)

    def ground(self, key: str) -> Ground:
        """Return a ground of a class of access.

        :raises NotInStatute: if there is none of this key.
        """
        return self._one(self.grounds, "key", key)

    def letter(self, letter: str) -> Letter:
        """Return a letter of Article 17(1).

        :raises NotInStatute: if there is no such letter.
        """
        return self._one(self.letters, "letter", letter)

    def term(self, key: str) -> Term:
        """Return a term by its key.

        :raises NotInStatute: if there is none.
        """
        return self._one(self.terms, "key", key)

    def reading(self, key: str) -> Reading:
        """Return how an open question is read.

        :raises NotInStatute: if the question does not arise under this statute.
        """
        return self._one(self.readings, "key", key)

    def choice(self, matter: Matter) -> Choice:
        """Return since when, and by which day, this statute is chosen for a matter."""
        return self._one(self.choices, "matter", matter)

    def title_of(self, document: str) -> str:
        """Return how a document is cited: this statute, one that details it, or its number."""
        titles = {self.number: self.title} | {one.number: one.title for one in self.details}
        # Numbers of the National Assembly's laws say so: "01/2026/QH16".
        return titles.get(document) or (f"Luật {document}" if "/QH" in document else document)

    def cite(self, value: Cited) -> str:
        """Return where a value stands as officials cite it: "khoản 3 Điều 26 Luật 01/2026/QH16"."""
        return cited_as(value.article, self.title_of(value.document))

    def _one(self, values: tuple[One, ...], attribute: str, wanted: str) -> One:
        for value in values:
            if getattr(value, attribute) == wanted:
                return value
        raise NotInStatute(f"{self.title} không có “{wanted}”")
