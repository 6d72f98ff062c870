"""What other rooms may hold of a case, and what its actions refuse."""


class CaseNotVisible(Exception):
    """The asker may not see this case, or it does not exist."""


class CaseRefused(Exception):
    """The act is not done; `reason` is a sentence for the person at the page.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field
