"""Letters that urge bodies that are late."""
