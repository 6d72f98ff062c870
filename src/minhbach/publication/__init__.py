"""The gate: nothing becomes public without a named approval."""
