"""The standard `time` for pages: clocks. Waiting is `sleep` of qiao."""

from _clock import now, steady


def time():
    return now() / 1_000_000


def monotonic():
    return steady()


perf_counter = monotonic
