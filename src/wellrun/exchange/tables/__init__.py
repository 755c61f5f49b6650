"""Reading other people's tables: CSV and XLSX files, judged by what is in them."""

from wellrun.exchange.refusals import DateOrderError, DateOrderQuestion, TableError
from wellrun.exchange.tables.limits import FOR_PAGES, Limits
from wellrun.exchange.tables.read import read_table
from wellrun.exchange.tables.table import Table

__all__ = [
    "FOR_PAGES",
    "DateOrderError",
    "DateOrderQuestion",
    "Limits",
    "Table",
    "TableError",
    "read_table",
]
