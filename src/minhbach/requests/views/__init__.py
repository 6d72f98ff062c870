"""Pages of requests: officers' and citizens'."""
