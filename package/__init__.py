"""The shells: generated mini programs that hold the page and lend it what only a host has."""
