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


def test_what_is_made_later_runs_later():
    """So that an effect inside of another never sees what the outer one would take away."""
    user = signal({"name": "Li"})
    seen = []
    effect(lambda: user.value and effect(lambda: seen.append(user.value["name"])))
    user.value = None
    assert seen == ["Li"]


def test_outer_effects_run_first_also_through_a_computed():
    user = signal({"name": "Li"})
    known = computed(lambda: user.value is not None)
    seen = []
    effect(lambda: known.value and effect(lambda: seen.append(user.value["name"])))
    user.value = None
    assert seen == ["Li"]
    user.value = {"name": "Bo"}
    assert seen == ["Li", "Bo"]


def test_effects_run_in_the_order_they_were_made():
    a, order = signal(0), []
    second = signal(0)
    effect(lambda: order.append("first") if second.value or a.value else None)
    effect(lambda: order.append("second") if a.value else None)
    effect(lambda: order.append("third") if a.value and second.value else None)
    a.value = 1
    second.value = 1
    order.clear()
    batch(lambda: (setattr(second, "value", 2), setattr(a, "value", 2)))
    assert order == ["first", "second", "third"]


def test_after_a_cycle_the_others_go_on():
    a, b = signal(0), signal(0)
    runs = Runs(lambda: b.value)
    effect(runs)
    stop = effect(lambda: a.value and setattr(a, "value", a.value + 1))
    with pytest.raises(CycleError):
        batch(lambda: (setattr(a, "value", 1), setattr(b, "value", 1)))
    stop()
    assert runs.seen[-1] == 1
    b.value = 2
    assert runs.seen == [0, 1, 2]


def test_what_was_in_a_cycle_runs_again_after_a_later_change():
    a, most = signal(0), signal(0)
    runs = Runs(lambda: setattr(a, "value", a.value + 1) if most.value < a.value < 500 else None)
    effect(runs)
    with pytest.raises(CycleError):
        a.value = 1
    before = len(runs.seen)
    most.value = 1000
    assert len(runs.seen) == before + 1


def test_a_computed_that_writes_stops_no_effect():
    a, b = signal(0), signal(0)
    wrong = computed(lambda: a.value and setattr(b, "value", 1))
    effect(lambda: wrong.value)
    runs = Runs(lambda: a.value)
    effect(runs)
    for value in (1, 2):
        with pytest.raises(CycleError, match="must not write"):
            a.value = value
    assert runs.seen == [0, 1, 2]


def test_an_effect_that_fails_at_once_is_not_kept():
    a = signal(0)
    with pytest.raises(ZeroDivisionError):
        effect(lambda: 1 // a.value)
    assert a.targets == {}
    a.value = 1


def test_the_first_failure_of_several_is_raised():
    a = signal(0)
    effect(lambda: a.value and 1 // 0)
    effect(lambda: a.value and [][1])
    with pytest.raises(ZeroDivisionError):
        a.value = 1


def test_a_batch_that_fails_has_still_changed_things():
    a = signal(0)
    runs = Runs(lambda: a.value)
    effect(runs)

    def fail():
        a.value = 1
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        batch(fail)
    a.value = 2
    assert runs.seen == [0, 1, 2]


def test_batches_inside_of_batches_wait_for_the_outermost():
    a = signal(0)
    runs = Runs(lambda: a.value)
    effect(runs)

    def outer():
        batch(lambda: setattr(a, "value", 1))
        assert runs.seen == [0]
        a.value = 2

    batch(outer)
    assert runs.seen == [0, 2]


def test_inside_of_a_batch_reads_are_up_to_date():
    a = signal(1)
    double = computed(lambda: a.value * 2)
    effect(lambda: double.value)
    seen = []

    def write():
        a.value = 2
        seen.append(double.value)

    batch(write)
    assert seen == [4]


def test_an_effect_that_stops_itself_runs_once():
    a, stops = signal(0), []
    runs = Runs(lambda: a.value and stops[0]())
    stops.append(effect(runs))
    a.value = 1
    a.value = 2
    assert len(runs.seen) == 2
    assert a.targets == {}


def test_an_effect_stopped_by_another_in_the_same_batch_does_not_run():
    a, stops = signal(0), []
    effect(lambda: a.value and stops[0]())
    runs = Runs(lambda: a.value)
    stops.append(effect(runs))
    a.value = 1
    assert runs.seen == [0]


def test_a_clean_up_that_fails_stops_no_other():
    gone, owner = [], Owner()

    def clean_up():
        raise ValueError("on purpose")

    owner.run(on_dispose, lambda: gone.append(1))
    owner.run(on_dispose, clean_up)
    owner.run(on_dispose, lambda: gone.append(2))
    with pytest.raises(ValueError, match="on purpose"):
        owner.dispose()
    assert gone == [2, 1]


def test_a_clean_up_reads_for_nobody():
    a, b, owner = signal(0), signal(0), Owner()
    owner.run(on_dispose, lambda: b.value)
    runs = Runs(lambda: a.value and owner.dispose())
    effect(runs)
    a.value = 1
    assert b.targets == {}


def test_what_an_effect_made_is_gone_before_it_runs_again():
    a, gone = signal(0), []

    def made():
        at = a.value
        on_dispose(lambda: gone.append(at))

    stop = effect(made)
    a.value = 1
    assert gone == [0]
    stop()
    assert gone == [0, 1]


def test_there_is_no_clean_up_outside_of_an_owner():
    with pytest.raises(RuntimeError, match="nothing would ever call it"):
        on_dispose(lambda: None)


def test_a_failure_inside_goes_to_the_handler_inside():
    a, outside, inside = signal(0), [], []
    outer = Owner()
    outer.on_error = outside.append
    inner = outer.run(Owner)
    inner.on_error = inside.append
    inner.run(effect, lambda: a.value and 1 // 0)
    outer.run(effect, lambda: a.value and 1 // 0)
    a.value = 1
    assert (len(outside), len(inside)) == (1, 1)


def test_a_computed_keeps_its_failure_until_a_source_changes():
    a = signal(0)
    share = Runs(lambda: 10 // a.value)
    value = computed(share)
    effect(lambda: a.value and value.value)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            value.value  # noqa: B018
    a.value = 2
    assert value.value == 5
    assert share.seen == [5]


def test_computeds_that_read_each_other_are_told():
    a = computed(lambda: b.value)
    b = computed(lambda: a.value)
    with pytest.raises(CycleError, match="reads itself"):
        a.value  # noqa: B018


def test_a_reader_can_come_and_go_many_times():
    a = signal(0)
    double = Runs(lambda: a.value * 2)
    value = computed(double)
    for at in range(3):
        effect(lambda: value.value)()
        assert a.targets == {}
        a.value = at + 1
    assert value.value == 6
    assert double.seen == [0, 2, 4, 6]


def test_a_long_chain_is_followed():
    first = signal(0)
    last = first
    for _ in range(100):
        last = computed(lambda last=last: last.value + 1)
    seen = []
    effect(lambda: seen.append(last.value))
    first.value = 1
    assert seen == [100, 101]


def test_a_wide_graph_is_computed_once():
    first = signal(0)
    middle = [computed(lambda at=at: first.value + at) for at in range(200)]
    total = Runs(lambda: sum(one.value for one in middle))
    value = computed(total)
    effect(lambda: value.value)
    first.value = 1
    assert total.seen == [19900, 20100]


def test_what_cannot_be_compared_is_a_change():
    class Strange:
        def __eq__(self, other):
            return self is other

    first = Strange()
    it = signal(first)
    runs = Runs(lambda: it.value)
    effect(runs)
    it.value = first
    it.value = Strange()
    assert len(runs.seen) == 2
