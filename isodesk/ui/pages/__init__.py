"""Pages of a client's case, one module each; they know nothing of each other."""
