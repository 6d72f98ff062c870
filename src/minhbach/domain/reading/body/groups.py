"""Cuts what stands under an item into groups: the texts and labels of one task each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from minhbach.domain.reading.body.labels import Label
from minhbach.domain.reading.body.outline import Node

_NO_LABEL = (Label.CONTENT, Label.OTHER)


@dataclass(slots=True)
class Group:
    """Texts and the label paragraphs that hold for them; `kinds` is which labels the group has."""

    texts: list[Node] = field(default_factory=list)
    labels: list[Node] = field(default_factory=list)
    # Kept, not asked of the labels each time: a hostile text has a hundred thousand of them in one group.
    kinds: set[Label] = field(default_factory=set)

    def take(self, texts: Sequence[Node], labels: Sequence[Node], kinds: set[Label]) -> None:
        """Add what belongs to the same task."""
        self.texts += texts
        self.labels += labels
        self.kinds |= kinds


def kinds_of(node: Node) -> set[Label]:
    """Return the labels of a label paragraph that say something of an assignment."""
    if node.heading and not any(labelled.value for labelled in node.labels):
        inner = {kind for child in node.children if child.is_label for kind in kinds_of(child)}
        return inner or ({node.heading} - set(_NO_LABEL))
    return {labelled.label for labelled in node.labels} - set(_NO_LABEL)


def groups_of(children: Sequence[Node]) -> list[Group]:
    """Return the groups of an item's children, in order.

    A new group begins with a text after labels, or with a label that the group already has; but where the labels after
    such a text only complete those before it, the text belongs to the same task.
    """
    found: list[Group] = []
    for group in _runs(children):
        previous = found[-1] if found else None
        completes = previous and previous.labels and group.labels and group.texts and not previous.kinds & group.kinds
        if completes and previous and len(group.texts) == 1 and not _labelled_below(group.texts[0]):
            previous.take(group.texts, group.labels, group.kinds)
        else:
            found.append(group)
    return found


def _runs(children: Sequence[Node]) -> list[Group]:
    runs: list[Group] = []
    for child in children:
        kinds = kinds_of(child) if child.is_label else set()
        current = runs[-1] if runs else None
        if not kinds:
            if current is None or current.labels:
                runs.append(Group())
            runs[-1].take([child], [], set())
        elif current is None or (current.labels and _repeats(current.kinds, kinds)):
            runs.append(Group([], [child], set(kinds)))
        else:
            current.take([], [child], kinds)
    return runs


def _repeats(had: set[Label], kinds: set[Label]) -> bool:
    return Label.LEAD in had & kinds and bool(had & {Label.DEADLINE, Label.PRODUCT, Label.COORDINATING})


def _labelled_below(node: Node) -> bool:
    return any(kinds_of(child) for child in node.children if child.is_label)
