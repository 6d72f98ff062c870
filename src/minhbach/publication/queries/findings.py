"""What was found in the newest version at the gate, for who has been let see the item."""

from minhbach.publication.queries.items import latest_run, newest_publication


def open_findings(item_id: int) -> list[int]:
    """Return the findings of the latest look that nobody has answered. The caller has asked who may see the item."""
    publication = newest_publication(item_id)
    run = latest_run(publication) if publication else None
    return list(run.findings.filter(ground="").values_list("pk", flat=True)) if run else []
