"""What `build.py` does: one module a command, and the few things that they share."""
