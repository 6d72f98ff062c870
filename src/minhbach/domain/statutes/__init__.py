"""The laws on access to information as values: classes, letters, forms, terms, each with article and how sure it is.

`lawbook.statutes` reads them from `law/statutes/`.
"""

from minhbach.domain.statutes.access import AccessClass, Ground, Letter, PublicationForm
from minhbach.domain.statutes.requests import Channel, Cost, Form, RefusalGround, RequestField, Rule
from minhbach.domain.statutes.statute import Applied, Choice, Statute
from minhbach.domain.statutes.terms import Reading, Start, Term
from minhbach.domain.statutes.values import ChannelKey, Cited, Complexity, Matter, NotInStatute, State, Unit

__all__ = [
    "AccessClass",
    "Applied",
    "Channel",
    "ChannelKey",
    "Choice",
    "Cited",
    "Complexity",
    "Cost",
    "Form",
    "Ground",
    "Letter",
    "Matter",
    "NotInStatute",
    "PublicationForm",
    "Reading",
    "RefusalGround",
    "RequestField",
    "Rule",
    "Start",
    "State",
    "Statute",
    "Term",
    "Unit",
]
