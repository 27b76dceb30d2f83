"""`python -m emulators`: every emulated platform, until standard input ends."""

import json
import signal
import sys

from emulators.all import all_running


def main():
    """Serve; the first line of the output is the environment for a server of ours, as JSON."""
    # Ctrl-C is meant for the server, whose end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with all_running() as platforms:
        print(json.dumps(platforms.settings()), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
