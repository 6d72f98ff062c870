"""Cases that a lawyer can read, held against the law as data, the wall calendar and the product."""
