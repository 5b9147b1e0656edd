"""Templates written by hand, a file a topic."""
