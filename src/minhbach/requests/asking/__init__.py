"""How a citizen or an officer at the counter writes a request."""
