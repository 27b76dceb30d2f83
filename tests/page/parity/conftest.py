"""Options of the parity test."""


def pytest_addoption(parser):
    parser.addoption("--trees", type=int, default=300, help="how many random trees to try")
    parser.addoption("--seed", type=int, help="the seed of the first random tree")
