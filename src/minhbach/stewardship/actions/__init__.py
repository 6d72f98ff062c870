"""Back up, restore."""
