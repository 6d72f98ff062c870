"""Pages of people, posts and accounts."""
