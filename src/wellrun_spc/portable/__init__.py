"""Charts as plain dictionaries that JSON can hold, and back, with a schema version."""

from wellrun_spc.portable.reading import result_fields
from wellrun_spc.portable.writing import SCHEMA, document, series_dict

__all__ = ["SCHEMA", "document", "result_fields", "series_dict"]
