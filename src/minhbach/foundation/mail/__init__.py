"""Mail out and in: the outbox, its sending, what comes back, and the mailbox that later rooms read too."""
