"""Bodies, their tree by date, predecessors and successors, units, focal points as published."""
