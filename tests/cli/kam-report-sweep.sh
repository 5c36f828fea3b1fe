# kam-report when memory, the disk or the system fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-report.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

# Pages are put in place one after the other, so those of a run that fails are the same as before.
kam-report --by flags -o . new.csv

all='--moves moves.csv --previous old.csv --at-risk risks.csv --threads 1'
# shellcheck disable=SC2086 # several options
{
    sweep_alloc kam-report $all -o page.html new.csv
    sweep_alloc kam-report $all --format text --lang zh new.csv
    sweep_alloc kam-report --threads 1 --format svg --chart ninebox new.csv
    sweep_alloc kam-report -m '' --threads 1 --format svg --chart flow --moves moves.csv new.csv
    sweep_alloc kam-report --threads 1 --by flags -o . new.csv
    sweep_io read kam-report $all -o page.html new.csv
    sweep_io read:EINTR kam-report $all new.csv
    sweep_io write kam-report --by flags -o . new.csv
    sweep_io rename kam-report --by flags -o . new.csv
    sweep_io fsync kam-report -o page.html new.csv
    sweep_io open:EACCES kam-report $all -o page.html new.csv
}

finish
