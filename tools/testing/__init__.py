"""For tests of apps: real servers, emulated platforms, phones that run the shell."""
