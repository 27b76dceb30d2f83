"""The contract's endpoints by name: `events.create` is `create` in `contract/events.py`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import contract
from qiao.contract import Endpoint, endpoints_in

ENDPOINTS: dict[str, Endpoint[Any]] = {
    name: endpoint
    for module in pkgutil.iter_modules(contract.__path__)
    for name, endpoint in endpoints_in(importlib.import_module(f"contract.{module.name}")).items()
}
NAMES: dict[Endpoint[Any], str] = {endpoint: name for name, endpoint in ENDPOINTS.items()}
