"""The demo world: a folder of TOML and CSV files, loaded once through the services that the pages use.

One module for each subject. To add one, write a module with a `SUBJECT` and put it in the list of `load`.
"""

from wellrun.cli.serving.demo.load import load_demo
from wellrun.cli.serving.demo.parts import DemoRefused

__all__ = ["DemoRefused", "load_demo"]
