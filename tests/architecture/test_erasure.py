"""Each column of text about who wrote in is either erased in time, or named here with why it may stay.

Whoever adds a column to these rooms decides: into `ERASED` with a line in `erase_cases_of`, `erase_feedback_of` or
`erase_submission`, or into `KEPT`. What is really gone, `requests/tests/test_erasing.py` looks for in every table.
"""

from django.apps import apps
from django.db import models

ROOMS = ("intake", "requests", "outreach", "privacy")
TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
ERASED = {
    "intake.Submission": "text form_key",
    "intake.SealedSender": "content identity_hash",
    "intake.Message": "text message_id",
    "intake.SubmissionFile": "name place sentence",
    "intake.TakenMail": "content taken_out_because",
    "intake.IdentityReading": "purpose",
    "requests.Case": "subject search_text",
    "requests.Step": "words note facts",
    "requests.Answer": "given reason kept remedy explainer where",
    "requests.RemovedPart": "place reason",
    "requests.AnswerFile": "name place trouble",
    "requests.FileFinding": "label text before after why ground ground_words",
    "requests.Consultation": "sealed_who question words",
    "requests.Contentment": "words",
    "requests.DeliverySent": "words code_hash put_right",
    "requests.Review": "words decision",
    "requests.PortalNews": "content said",
    "outreach.Feedback": "subject search_text answer passed_to",
    "outreach.FeedbackStep": "words note facts",
    "outreach.FeedbackContentment": "words",
    "privacy.DataWish": "words answer",
}
KEPT = {
    # Numbers, laws, codes and digests: they tell nobody who it was, and books and counts hang on them.
    "intake.Submission": "number statute secret_hash",
    "intake.Message": "kind",
    "intake.SubmissionFile": "code",
    "intake.TakenMail": "key machine",
    "requests.Case": "number statute",
    "requests.Step": "ground",
    "requests.Answer": "ground digest",
    "requests.RemovedPart": "ground",
    "requests.AnswerFile": "sha256",
    "requests.CostNotice": "lines receipt",
    "requests.Review": "article",
    "requests.PortalCase": "portal_number digest",
    "requests.PortalNonce": "nonce",
    "outreach.FeedbackStep": "from_state to_state",
    "privacy.Erasure": "number counts",
    "privacy.DataWish": "parts",
    # A residents' group is no person; what the public reads was written without one.
    "outreach.Feedback": "number group about_url about_title public_question public_answer public_search_text",
    # Words of officers on pages that ask for no names of people.
    "privacy.LegalHold": "ground lifted_because",
    "privacy.Breach": "what kinds whom why_not_grave measures closing",
    # A body's own account.
    "requests.PaymentAccount": "bank bank_name number holder treasury",
    # Gone within days by themselves: drafts after 24 hours, a book that nobody took over after seven days.
    "intake.Draft": "digest content",
    "intake.DraftFile": "name place",
    "requests.BookImport": "content columns",
}


def columns() -> set[str]:
    """Return every column of text of these rooms; one whose values are a closed list tells nothing of people."""
    return {
        f"{model._meta.label}.{field.name}"
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS) and not field.choices
    }


def named(table: dict[str, str]) -> set[str]:
    """Return the columns that a table names."""
    return {f"{label}.{name}" for label, names in table.items() for name in names.split()}


def test_each_column_of_text_is_erased_or_may_stay_and_never_both() -> None:
    assert columns() - named(ERASED) - named(KEPT) == set()
    assert (named(ERASED) | named(KEPT)) - columns() == set()
    assert named(ERASED) & named(KEPT) == set()
