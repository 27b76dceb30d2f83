"""`threading.local`: attributes."""

import threading

mine = threading.local()
mine.seats = 3
print(mine.seats, hasattr(mine, "guests"), vars(mine))
