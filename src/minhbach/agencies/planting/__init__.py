"""Making the tables hold what is wanted, in bulk: the missing is created, the differing changed, the rest left."""
