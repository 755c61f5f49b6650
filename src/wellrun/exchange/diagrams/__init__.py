"""A driver diagram as a picture or as slides."""

from wellrun.exchange.diagrams.values import Diagram, Item

__all__ = ["Diagram", "Item"]
