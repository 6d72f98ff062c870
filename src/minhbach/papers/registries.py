"""What papers ask later rooms: who may see a letter about something of theirs. `config.registries` connects them."""

from collections.abc import Callable, Collection, Mapping

from minhbach.domain.access import Actor

SubjectsSeen = Callable[[Actor], Collection[int]]
"""The ids of the subjects that an actor may see; may be a lazy `values_list`, fit for `__in`."""
_answers: dict[str, SubjectsSeen] = {}


def let_see_letters(about_kind: str, answer: SubjectsSeen) -> None:
    """Narrow who of a body sees letters about one kind of subject: only those who may see the subject itself.

    Letters about a kind that nobody answers for are seen by all in the body who draft letters.

    :raises ValueError: if another answer was given for this kind before.
    """
    if _answers.setdefault(about_kind, answer) is not answer:
        raise ValueError(f"Đã có câu trả lời khác cho công văn về “{about_kind}”.")


def answers_about_subjects() -> Mapping[str, SubjectsSeen]:
    """Return the answers by kind of subject."""
    return dict(_answers)
