"""A web page taken apart: its tree, what its head says of it, and its main text."""
