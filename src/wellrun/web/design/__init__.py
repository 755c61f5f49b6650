"""The gallery: every part of the pages, with its examples."""
