"""The event log from inside: how an entry is hashed, what may not stand in it, how a chain is checked and proved."""
