"""The parts that pages are made of: one folder each, with its template, tag, style, examples and advice."""
