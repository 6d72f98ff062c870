"""Following the work: lists, filters, states."""
