"""Signals: who runs again, and how often."""

import pytest

from qiao.signals import (
    CycleError,
    Owner,
    batch,
    computed,
    effect,
    on_dispose,
    signal,
    untracked,
)


class Runs:
    """Counts the runs of a function, and keeps what it returned."""

    def __init__(self, fn):
        self.fn = fn
        self.seen = []

    def __call__(self):
        self.seen.append(self.fn())
        return self.seen[-1]


def test_an_effect_runs_at_once_and_after_each_change():
    count = signal(1)
    runs = Runs(lambda: count.value)
    effect(runs)
    count.value = 2
    assert runs.seen == [1, 2]


def test_an_equal_value_is_no_change():
    names = signal(["a"])
    runs = Runs(lambda: names.value)
    effect(runs)
    names.value = ["a"]
    assert len(runs.seen) == 1


def test_a_value_of_another_type_is_a_change():
    one = signal(1)
    runs = Runs(lambda: one.value)
    effect(runs)
    one.value = True
    assert runs.seen == [1, True]


def test_a_computed_that_nobody_reads_is_not_computed():
    count = signal(1)
    double = Runs(lambda: count.value * 2)
    computed(double)
    count.value = 2
    assert double.seen == []


def test_a_computed_is_computed_once_for_many_readers():
    count = signal(1)
    double = Runs(lambda: count.value * 2)
    value = computed(double)
    effect(lambda: value.value)
    effect(lambda: value.value)
    assert double.seen == [2]
    count.value = 5
    assert double.seen == [2, 10]


def test_a_computed_that_gives_the_same_stops_the_change():
    count = signal(1)
    odd = computed(lambda: count.value % 2)
    runs = Runs(lambda: odd.value)
    effect(runs)
    count.value = 3
    assert runs.seen == [1]
    count.value = 4
    assert runs.seen == [1, 0]


def test_nobody_sees_half_of_a_change():
    a = signal(1)
    left = computed(lambda: a.value + 1)
    right = computed(lambda: a.value * 10)
    both = Runs(lambda: (left.value, right.value))
    effect(both)
    a.value = 2
    assert both.seen == [(2, 10), (3, 20)]


def test_a_batch_is_one_change():
    a, b = signal(1), signal(2)
    runs = Runs(lambda: a.value + b.value)
    effect(runs)

    def both():
        a.value, b.value = 10, 20
        return "done"

    assert batch(both) == "done"
    assert runs.seen == [3, 30]


def test_a_batch_that_comes_back_to_the_same_is_no_change_of_a_computed():
    a = signal(1)
    same = computed(lambda: a.value)
    runs = Runs(lambda: same.value)
    effect(runs)

    def there_and_back():
        a.value = 2
        a.value = 1

    batch(there_and_back)
    assert runs.seen == [1]


def test_what_is_not_read_any_more_is_left():
    which, a, b = signal(True), signal("a"), signal("b")
    runs = Runs(lambda: a.value if which.value else b.value)
    effect(runs)
    which.value = False
    a.value = "A"
    assert runs.seen == ["a", "b"]
    assert a.targets == {}


def test_an_early_source_decides_whether_a_late_one_is_computed():
    index, rows = signal(1), signal(["x", "y"])
    late = computed(lambda: rows.value[index.value])
    runs = Runs(lambda: late.value if len(rows.value) > 1 else "none")
    effect(runs)
    rows.value = ["x"]
    assert runs.seen == ["y", "none"]


def test_untracked_reads_make_no_dependency():
    a, b = signal(1), signal(1)
    runs = Runs(lambda: a.value + untracked(lambda: b.value) + b.peek())
    effect(runs)
    b.value = 5
    assert runs.seen == [3]


def test_an_effect_that_fails_stops_no_other():
    a = signal(0)
    effect(lambda: 1 // (1 - a.value))
    runs = Runs(lambda: a.value)
    effect(runs)
    with pytest.raises(ZeroDivisionError):
        a.value = 1
    assert runs.seen == [0, 1]
    a.value = 2
    assert runs.seen == [0, 1, 2]


def test_a_computed_that_fails_fails_for_its_reader_until_it_is_right_again():
    a = signal(0)
    share = computed(lambda: 10 // a.value)
    with pytest.raises(ZeroDivisionError):
        share.value  # noqa: B018
    a.value = 5
    assert share.value == 2


def test_the_nearest_owner_with_a_handler_takes_the_failure():
    a, taken = signal(0), []
    owner = Owner()
    owner.on_error = taken.append
    owner.run(lambda: effect(lambda: 1 // (1 - a.value)))
    a.value = 1
    assert [type(error) for error in taken] == [ZeroDivisionError]


def test_a_computed_that_reads_itself_is_told():
    loop = computed(lambda: loop.value + 1)
    with pytest.raises(CycleError, match="reads itself"):
        loop.value  # noqa: B018


def test_effects_that_trigger_each_other_without_end_are_told():
    a = signal(0)

    def more():
        a.value += 1

    with pytest.raises(CycleError, match="without end"):
        effect(more)


def test_an_effect_may_settle_what_it_reads():
    a = signal(0)
    runs = Runs(lambda: setattr(a, "value", min(a.value + 1, 3)))
    effect(runs)
    assert a.value == 3
    assert len(runs.seen) == 4


def test_a_computed_must_not_write():
    a = signal(0)
    wrong = computed(lambda: setattr(a, "value", 1))
    with pytest.raises(CycleError, match="must not write"):
        wrong.value  # noqa: B018


def test_a_stopped_effect_runs_no_more_and_is_let_go():
    a = signal(0)
    runs = Runs(lambda: a.value)
    stop = effect(runs)
    stop()
    a.value = 1
    assert runs.seen == [0]
    assert a.targets == {}


def test_an_owner_takes_everything_inside_with_it():
    a, gone = signal(0), []
    owner = Owner()

    def inside():
        effect(lambda: a.value)
        effect(lambda: effect(lambda: a.value))
        on_dispose(lambda: gone.append(True))

    owner.run(inside)
    assert len(a.targets) == 2
    owner.dispose()
    assert a.targets == {}
    assert gone == [True]


def test_effects_made_in_an_effect_go_with_each_run():
    a = signal(0)
    effect(lambda: a.value and effect(lambda: a.value))
    for value in range(1, 5):
        a.value = value
    assert len(a.targets) == 2


def test_a_computed_read_late_notices_what_changed_meanwhile():
    a = signal(1)
    double = computed(lambda: a.value * 2)
    seen = []

    def look():
        double.peek()
        if a.peek() == 1:
            a.value = 5
        seen.append(double.value)

    effect(look)
    assert seen[-1] == 10


def test_signals_print_their_value():
    assert repr(signal(3)) == "<signal 3>"
