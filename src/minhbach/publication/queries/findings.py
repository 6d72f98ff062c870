"""What was found in the newest version at the gate, for who has been let see the item."""

from typing import Any

from minhbach.publication.models import ScreeningRun
from minhbach.publication.queries.items import latest_run, newest_publication


def open_findings(item_id: int) -> list[int]:
    """Return the findings of the latest look that nobody has answered. The caller has asked who may see the item."""
    publication = newest_publication(item_id)
    run = latest_run(publication) if publication else None
    return list(run.findings.filter(ground="").values_list("pk", flat=True)) if run else []


def unread_in(run: ScreeningRun) -> list[dict[str, Any]]:
    """Return the files of a look that hold pictures or objects into which no machine could look: a person has to."""
    return [entry for entry in run.looked_at if entry.get("unread") or entry.get("blank")]
