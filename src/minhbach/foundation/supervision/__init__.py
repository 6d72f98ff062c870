"""One process tree: a small supervisor, the web server and the worker. Nothing here loads Django before it must."""
