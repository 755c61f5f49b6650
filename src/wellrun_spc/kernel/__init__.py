"""The arithmetic: plain loops over points that take sequences of floats, with NaN for missing.

A statistician can read it, and a compiler can take it: no objects inside the loops, and room for the
answers is handed in by the caller.
"""
