"""Tables of digitisation: batches, their scans, and the roadmap of the backlog."""

from minhbach.digitisation.models.batches import Batch, BatchSeries
from minhbach.digitisation.models.roadmap import RoadmapLine
from minhbach.digitisation.models.scans import Scan

__all__ = ["Batch", "BatchSeries", "RoadmapLine", "Scan"]
