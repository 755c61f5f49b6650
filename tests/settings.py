"""The product's own settings, in a data folder that is thrown away after the tests."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "WELLRUN_TEST_FOLDER" not in os.environ:
    # Workers of a parallel run inherit this folder from the process that started them, which also removes it.
    os.environ["WELLRUN_TEST_FOLDER"] = tempfile.mkdtemp(prefix="wellrun-test-")
    atexit.register(shutil.rmtree, os.environ["WELLRUN_TEST_FOLDER"], ignore_errors=True)
# Never the folder that somebody works with, which `make` names in the environment.
os.environ["WELLRUN_DATA"] = os.environ["WELLRUN_TEST_FOLDER"]
os.environ.setdefault("WELLRUN_SECRET_KEY", "tests-only-not-a-secret-" + "x" * 40)

from tests.build import restricted
from wellrun.config.settings import *  # noqa: F403
from wellrun.config.settings import DATABASES, MIDDLEWARE

if restricted.is_wanted():
    MIDDLEWARE = ["tests.build.restricted.as_the_role", *MIDDLEWARE]

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, as in life. Django's own choice, one memory for all, fails at once where the product waits.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["WELLRUN_DATA"]) / "tests.sqlite3")}
