"""Measures relevance and speed on judged questions, with the product's own index in a database of its own."""
