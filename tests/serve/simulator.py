"""The demo's simulator, which is a script beside its data and not part of the package."""

import importlib.util
import sys
from types import ModuleType

from tests.build.server import DEMO


def simulator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("demo_simulate", DEMO / "simulate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
