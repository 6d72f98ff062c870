"""Plans read from documents, their tasks, and whose each task is."""
