"""Files with canaries wherever files can hide words, made from a number: the same number gives the same file."""
