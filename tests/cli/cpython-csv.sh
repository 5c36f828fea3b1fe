# kam reads CSV as the tests of CPython's own reader say, but for the deviations that
# tests/outside/cpython_csv.py lists.
. "$(dirname "$0")/lib.sh"

records=$KAM_BUILD/tests/outside/records
[ -x "$records" ] || skip_all 'tests/outside/records is not built'

# Not every python3 comes with the tests of its library.
python=
for candidate in python3 /usr/bin/python3; do
    [ -n "$python" ] || ! "$candidate" -c 'import test.test_csv' 2>/dev/null || python=$candidate
done
[ -n "$python" ] || skip_missing 'libpython3.*-testsuite'

check 'records as CPython has them' 0 \
    "$python -B \"\$KAM_SOURCE/tests/outside/cpython_csv.py\" ${KAM_WRAPPER-} \"\$records\""

finish
