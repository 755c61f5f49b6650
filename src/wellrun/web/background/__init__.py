"""Work that was put aside, for administrators."""
