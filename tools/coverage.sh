#!/bin/sh
# Branch coverage of wellrun_spc. Compiled functions are counted where they run as plain Python: a tracer sees
# nothing of machine code, and Numba would report every line that it compiled as run.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export COVERAGE_FILE="$folder/coverage" NUMBA_JIT_COVERAGE=0

echo "Tests of the statistics:"
$python -m coverage run --parallel-mode -m pytest -q -n 0 tests/spc
echo "Tests of panels, with compiled functions as plain Python:"
# Words of bits wrap round and a division by zero is looked at afterwards: compiled code says nothing of either,
# and NumPy's scalars warn.
# What tests threads and the compiler itself needs the compiler, and says nothing about the functions.
NUMBA_DISABLE_JIT=1 $python -m coverage run --parallel-mode -m pytest -q -n 0 \
  -W "ignore:overflow encountered:RuntimeWarning" -W "ignore:divide by zero:RuntimeWarning" tests/spc/panel \
  --ignore tests/spc/panel/test_compiling.py --ignore tests/spc/panel/test_threads.py \
  --deselect tests/spc/panel/test_arrays.py::test_threads_find_the_same_series_and_results_as_one
$python -m coverage combine --quiet
$python -m coverage report --show-missing --skip-covered
