"""Questions that this room asks and later rooms answer."""
