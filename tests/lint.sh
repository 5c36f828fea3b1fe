#!/bin/sh
# clang-tidy (.clang-tidy) and cppcheck (tests/cppcheck.suppressions) over all C sources.
#
#     sh tests/lint.sh [BUILD-DIRECTORY]
set -eu

cd "$(dirname "$0")/.."
build=${1:-build} # where config.h is
failed=0

sources() {
    for directory in libkam cmd examples tests; do
        [ ! -d "$directory" ] || find "$directory" -name '*.c'
    done | sort
}

# One file per process: clang-tidy 14 takes the va_lists of all files after the first for
# uninitialised. Its standard error only counts the warnings in system headers.
sources | xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
    case $2 in
    libkam/base/error.c) first=base/error.h ;;
    *) first=tests/lint.h ;;
    esac
    clang-tidy --quiet "$2" -- -Xclang -analyzer-config -Xclang max-nodes=75000 -std=gnu11 -D_GNU_SOURCE -I"$1" -I. -Ilibkam -Icmd -Itests \
        -include "$first" 2>/dev/null || {
        echo "clang-tidy: $2: not clean"
        exit 1
    }' sh "$build" || failed=1

sources | cppcheck -j "$(getconf _NPROCESSORS_ONLN)" --file-list=- --quiet --std=c11 --enable=warning,style,performance,portability \
    -D__GNUC__ -I"$build" -Ilibkam -Icmd -Itests \
    --suppressions-list=tests/cppcheck.suppressions --error-exitcode=1 || failed=1

exit $failed
