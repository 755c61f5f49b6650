#!/bin/sh
# Branch coverage of wellrun_spc: fails below 100 %. Takes two and a half minutes of processor time.
# Compiled functions are counted where they run as plain Python: a tracer sees nothing of machine code, and
# Numba would report every line that it compiles as run.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export COVERAGE_FILE="$folder/coverage" NUMBA_JIT_COVERAGE=0 HYPOTHESIS_PROFILE=few

measured() { $python -m coverage run --parallel-mode -m pytest -q -n 0 -p no:randomly "$@"; }

charts() { measured tests/spc --ignore tests/spc/panel --ignore tests/spc/spark; }

# Each series is also charted alone, so two rule sets of each of the largest tests are enough for lines.
# Words of bits wrap round and a division by zero is looked at afterwards: compiled code says nothing of either,
# and NumPy's scalars warn.
panels() {
  NUMBA_DISABLE_JIT=1 measured -W "ignore:overflow encountered:RuntimeWarning" \
    -W "ignore:divide by zero:RuntimeWarning" tests/spc/panel \
    -k "not (every_length or every_rule_set) or anhoej or nhs-mdc or nelson" \
    --ignore tests/spc/panel/test_compiling.py --ignore tests/spc/panel/test_threads.py \
    --deselect tests/spc/panel/test_arrays.py::test_threads_find_the_same_series_and_results_as_one
}

# What shares work between threads and processes, and the compiler itself, are tested with compiled functions.
compiled() { measured tests/spc/panel/test_compiling.py tests/spc/panel/test_threads.py tests/spc/spark; }

echo "Tests of charts, and beside them of panels, with compiled functions as plain Python:"
charts >"$folder/charts.txt" 2>&1 &
beside=$!
is_fine=true
panels || is_fine=false
compiled || is_fine=false
wait "$beside" || is_fine=false
cat "$folder/charts.txt"
$is_fine || { echo "A test failed, so nothing is said of coverage."; exit 1; }
$python -m coverage combine --quiet
$python -m coverage report --show-missing --skip-covered --precision=2 --fail-under=100
