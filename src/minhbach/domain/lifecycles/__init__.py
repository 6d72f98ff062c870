"""States as tables `(state, event) → next`: buttons, refusals and help texts come from these."""
