"""What a citizen has written so far: five steps of one form, kept between them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from minhbach.intake.contracts import Behalf, Delivery, Given, PersonListed, Sender, WaitingFile, Way
from minhbach.requests.asking.people import people_in

LAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A request as it is being written. `done` names the steps that were answered.

    :param form_key: one for each form, so that it is one request however often it is sent.
    :param sent: its number, once it was sent.
    :param first_body: the agency from whose page somebody came.
    :param lives_there: whether the requester lives in the commune that is asked; None: not asked.
    :param others: by their key, further fields that a statute asks for.
    """

    form_key: str
    sent: str = ""
    first_body: int | None = None
    done: tuple[int, ...] = ()
    text: str = ""
    body_id: int | None = None
    is_agency_unsure: bool = False
    behalf: str = Behalf.SELF.value
    name: str = ""
    address: str = ""
    identity_number: str = ""
    represented: str = ""
    organisation: str = ""
    people: str = ""
    lives_there: bool | None = None
    concern: str = ""
    purpose: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    delivery: str = Delivery.DOWNLOAD.value
    telephone: str = ""
    email: str = ""
    fax: str = ""
    postal_address: str = ""

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> "Drafted":
        """Return a draft as it was kept; what an older version kept and this one does not know is left out."""
        known = {one.name for one in fields(cls)}
        told = {name: value for name, value in content.items() if name in known}
        return cls(**{**told, "done": tuple(told.get("done", ()))})

    def kept(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {**asdict(self), "done": list(self.done)}

    def sent_as(self, number: str) -> "Drafted":
        """Return what stays of a draft that was sent: the key of the form, and where it went."""
        steps = tuple(range(1, LAST))
        return Drafted(form_key=self.form_key, sent=number, body_id=self.body_id, done=steps)

    def answered(self, step: int, **told: Any) -> "Drafted":
        """Return the draft with a step answered."""
        return replace(self, done=tuple(sorted({*self.done, step})), **told)

    @property
    def next_step(self) -> int:
        """Return the first step that is not answered, the last one where only looking it through is left."""
        return next((step for step in range(1, LAST) if step not in self.done), LAST)

    @property
    def listed(self) -> tuple[PersonListed, ...]:
        """Return the organisation's people as they were typed, a line each."""
        return people_in(self.people) if self.behalf == Behalf.ORGANISATION else ()

    def given(self, files: tuple[WaitingFile, ...]) -> Given:
        """Return what is sent in."""
        acts_for_another = self.behalf in (Behalf.REPRESENTATIVE, Behalf.MINOR)
        sender = Sender(
            name=self.name,
            address=self.address,
            identity_number=self.identity_number,
            telephone=self.telephone,
            email=self.email,
            fax=self.fax,
            postal_address=self.postal_address if self.delivery == Delivery.POST else "",
            represented=self.represented if acts_for_another else "",
            organisation=self.organisation if self.behalf == Behalf.ORGANISATION else "",
            people=self.listed,
            concern="" if self.lives_there else self.concern,
            purpose=self.purpose,
            others=self.others,
        )
        return Given(
            text=self.text,
            sender=sender,
            behalf=Behalf(self.behalf),
            delivery=Delivery(self.delivery),
            way=Way.PORTAL,
            is_elsewhere=None if self.lives_there is None else not self.lives_there,
            is_agency_unsure=self.is_agency_unsure,
            files=files,
        )
