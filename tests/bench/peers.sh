# What else there is for the same work, for tests/bench.sh: whether it is here, and how it is run.
# shellcheck shell=sh disable=SC2154

NODE_PATH=${DUCKDB_NODE:+$DUCKDB_NODE/node_modules:}${NODE_PATH-}
export NODE_PATH

duckdb() {
    used node "$here/duckdb.mjs" "THREADS=$threads" "$@"
}

# missing NAME HOW
missing() {
    printf '  %-10s %s\n' "$1" "$2" >>"$work/missing"
}

# has NAME: whether find_peers found it.
has() {
    case " $peers " in
    *" $1 "*) return 0 ;;
    *) return 1 ;;
    esac
}

find_peers() {
    peers=
    rm -f "$work/missing"
    for peer in mlr:miller mawk:mawk datamash:datamash sqlite3:sqlite3 igzip:isal \
        hyperfine:hyperfine; do
        if command -v "${peer%:*}" >/dev/null; then
            peers="$peers ${peer%:*}"
        else
            missing "${peer%:*}" "apt-get install ${peer#*:}"
        fi
    done
    if command -v node >/dev/null && node "$here/duckdb.mjs" 2>/dev/null; then
        peers="$peers duckdb"
    else
        missing duckdb 'npm install --prefix DIR @duckdb/node-api, then DUCKDB_NODE=DIR'
    fi
    $have_gnu_time || missing time 'apt-get install time'
    echo "kam beside:${peers:- nothing}"
    [ ! -f "$work/missing" ] || {
        echo 'Not found, so left out:'
        cat "$work/missing"
    }
}

# import THREADS OPTION... FILE: kam-import; to standard output, as long as nothing else is said.
import() {
    import_threads=$1
    shift
    if $has_threads; then
        set -- --threads "$import_threads" "$@"
    fi
    used "$build/kam-import" "$@"
}

has_threads=false
if "$build/kam-import" --help | grep -q -e '--threads'; then
    has_threads=true
fi
