"""`time`: clocks."""

import time

print(
    type(time.time()).__name__,
    1.7e9 < time.time() < 1e10,
    time.monotonic() <= time.monotonic(),
    type(time.perf_counter()).__name__,
)
