"""What the portal is told of how a request stands: fewer words than here, and none of how the house works."""

from collections.abc import Mapping

from minhbach.domain.lifecycles.request import RequestState

_S = RequestState
STATUSES: Mapping[RequestState, str] = {
    _S.RECEIVED: "received",
    _S.LACKING: "supplement_asked",
    **dict.fromkeys((_S.IN_WORK, _S.CONSULTING, _S.PREPARED, _S.APPROVED), "in_work"),
    _S.PAYMENT: "payment_asked",
    _S.PROVIDED: "provided",
    _S.PROVIDED_IN_PART: "provided_in_part",
    _S.POINTED: "pointed_to_public",
    _S.REFUSED: "refused",
    _S.REFERRED: "referred",
    _S.HANDED_OVER: "handed_over",
    _S.SPLIT: "in_work",
    _S.WITHDRAWN: "withdrawn",
    _S.UNANSWERED: "closed_without_supplement",
    _S.SET_ASIDE: "no_request",
    _S.VOIDED: "voided",
}
