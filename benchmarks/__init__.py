"""What is measured, with the script that measures it: `make bench`, or `python -m benchmarks.NAME`."""
