# ruff: noqa
"""A small reactive core, as the page library has one: closures, classes, weak spots of both."""


class Signal:
    def __init__(self, value):
        self._value = value
        self.readers = []

    @property
    def value(self):
        if Effect.current is not None and Effect.current not in self.readers:
            self.readers.append(Effect.current)
        return self._value

    @value.setter
    def value(self, new):
        if new != self._value:
            self._value = new
            for reader in list(self.readers):
                reader.run()


class Effect:
    current = None

    def __init__(self, function):
        self.function = function
        self.runs = 0
        self.run()

    def run(self):
        previous, Effect.current = Effect.current, self
        try:
            self.runs += 1
            self.function()
        finally:
            Effect.current = previous


class Computed(Signal):
    def __init__(self, function):
        super().__init__(None)
        Effect(lambda: setattr(self, "value", function()))


def component(title, rows):
    shown = Signal(True)
    total = Computed(lambda: sum(row.value for row in rows))
    lines = []
    effect = Effect(lambda: lines.append(f"{title}: {total.value:>3}{'!' if shown.value else ''}"))
    return shown, lines, effect


rows = [Signal(n) for n in range(3)]
shown, lines, effect = component("Sum", rows)
rows[0].value = 10
shown.value = False
rows[2].value += 5
print(lines, effect.runs)
handlers = {name: (lambda event, name=name: f"{name} got {event!r}") for name in ("click", "input")}
print([handler("e") for handler in handlers.values()])
match {"type": "click", "x": 3}:
    case {"type": str(kind), "x": int(x)} if x > 2:
        print(kind, x)
