"""Tables of requests: cases and what happened to them, answers, costs, deliveries, reviews, the portal's own."""

from minhbach.requests.models.answers import Answer, AnswerFile, FileFinding, RemovedPart
from minhbach.requests.models.books import BookImport, BookImportState, BookLine, BookSeries
from minhbach.requests.models.cases import Case, Step
from minhbach.requests.models.consultations import Consultation
from minhbach.requests.models.contentment import Contentment
from minhbach.requests.models.costs import CostNotice, PaymentAccount
from minhbach.requests.models.deliveries import DeliverySent
from minhbach.requests.models.reviews import Review
from minhbach.requests.models.service_portal import NewsState, PortalCase, PortalNews, PortalNonce

__all__ = [
    "Answer",
    "AnswerFile",
    "BookImport",
    "BookImportState",
    "BookLine",
    "BookSeries",
    "Case",
    "Consultation",
    "Contentment",
    "CostNotice",
    "DeliverySent",
    "FileFinding",
    "NewsState",
    "PaymentAccount",
    "PortalCase",
    "PortalNews",
    "PortalNonce",
    "RemovedPart",
    "Review",
    "Step",
]
