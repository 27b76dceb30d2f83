"""The shells: thin mini programs, generated, that hold the page and lend it what only a host has."""
