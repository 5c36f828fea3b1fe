# Every rule of tests/syntax-check.sh finds what breaks it. What needs more than a shell and a C
# compiler (clang-format, shellcheck, mandoc) is left to those.
. "$(dirname "$0")/lib.sh"

mkdir -p empty tree/tests tree/libkam/base tree/libkam/io tree/cmd
for program in clang-format shellcheck mandoc; do
    printf '#!/bin/sh\n' >"empty/$program"
    chmod +x "empty/$program"
done
PATH=$PWD/empty:$PATH
cp "$KAM_SOURCE/tests/syntax-check.sh" tree/tests/
cd tree
{
    echo '	tests/syntax-check.sh'
    echo '	libkam/base/good.h libkam/base/bad.c libkam/base/bad.h libkam/io/bad.c cmd/bad.c'
} >Makefile.am

cat >libkam/base/good.h <<'end'
/*
 * printf(), exit() and stderr may be spoken of.
 */
#ifndef KAM_BASE_GOOD_H
#define KAM_BASE_GOOD_H

#include <stddef.h>

struct kam_good {
    size_t size;
};
int kam_good_printf(char *buffer, size_t size, const char *format, ...);

#endif
end
check 'a good tree' 0 sh tests/syntax-check.sh

cat >libkam/base/bad.c <<'end'
#include "io/bad.h"
    snprintf(text, sizeof text, "%d", n);
    printf("%d", n);
    fputs(text, stream);
    exit(1);
    write_to(stderr);
    getenv("KAM_MODEL");
end
check 'a library that speaks, and includes upward' 1 sh tests/syntax-check.sh <<'end'
syntax-check: libkam never prints, never exits and reads no environment
    libkam/base/bad.c:3:    printf("%d", n);
    libkam/base/bad.c:4:    fputs(text, stream);
    libkam/base/bad.c:5:    exit(1);
    libkam/base/bad.c:7:    getenv("KAM_MODEL");
    libkam/base/bad.c:6:    write_to(stderr);
syntax-check: includes go one way: base, io and language, table, model and account, join and contact, the tools, explain and whatif, diff, report, cmd
    libkam/base/bad.c:1:#include "io/bad.h"
syntax-check: rules broken: 2
end
rm libkam/base/bad.c

{
    echo '#include "model/model.h"'
    echo '#include "front.h"'
} >libkam/io/bad.c
mkdir -p libkam/score libkam/tier
echo '#include "score/points.h"' >libkam/tier/bad.c
echo '#include "../libkam/kam.h"' >cmd/bad.c
check 'other arrows the wrong way' 1 sh tests/syntax-check.sh <<'end'
syntax-check: includes go one way: base, io and language, table, model and account, join and contact, the tools, explain and whatif, diff, report, cmd
    libkam/io/bad.c:1:#include "model/model.h"
    libkam/tier/bad.c:1:#include "score/points.h"
    libkam/io/bad.c:2:#include "front.h"
    cmd/bad.c:1:#include "../libkam/kam.h"
syntax-check: every file is named in Makefile.am
    libkam/tier/bad.c
syntax-check: rules broken: 2
end
rm -r libkam/io/bad.c libkam/score libkam/tier

cat >cmd/bad.c <<'end'
    n = atoi(text);
    strcpy(a, b);
    x = my_strcpy(a, b);
    typedef struct kam_x kam_x;
    typedef int kam_number_t;
struct kam_y_t {
end
check 'calls and types' 1 sh tests/syntax-check.sh <<'end'
syntax-check: calls that lose errors or overrun buffers
    cmd/bad.c:1:    n = atoi(text);
    cmd/bad.c:2:    strcpy(a, b);
syntax-check: structs have no typedef, types no _t
    cmd/bad.c:4:    typedef struct kam_x kam_x;
    cmd/bad.c:5:    typedef int kam_number_t;
    cmd/bad.c:6:struct kam_y_t {
syntax-check: rules broken: 2
end
rm cmd/bad.c

cat >libkam/base/bad.h <<'end'
#ifndef KAM_BAD_H
#define KAM_BAD_H
size_t kam_bad_size(void);
#endif
end
check 'a header with a wrong guard that needs another' 1 \
    'sh tests/syntax-check.sh >../log; status=$?; sed "s/ error: .*/ error/" ../log; exit $status' \
    <<'end'
syntax-check: a header is guarded by a macro named as its path
    libkam/base/bad.h: KAM_BASE_BAD_H
syntax-check: a header compiles by itself
    libkam/base/bad.h:3:1: error
syntax-check: rules broken: 2
end
rm libkam/base/bad.h

cat >libkam/base/bad.h <<'end'
#ifndef KAM_BASE_BAD_H
#define KAM_BASE_BAD_H
struct kam_one;
enum kam_two { KAM_A };
struct kam_one {
    enum kam_two two;
};
#endif
end
cat >libkam/io/bad.h <<'end'
#ifndef KAM_IO_BAD_H
#define KAM_IO_BAD_H
struct kam_two {
    int n;
};
#endif
end
check 'two types of one name' 1 sh tests/syntax-check.sh <<'end'
syntax-check: the name of a type is that of one type
    libkam/base/bad.h:4: kam_two
    libkam/io/bad.h:3: kam_two
syntax-check: every file is named in Makefile.am
    libkam/io/bad.h
syntax-check: rules broken: 2
end
rm libkam/base/bad.h libkam/io/bad.h

later=$(printf TO && printf DO)
{
    printf '/* at the end */ \n'
    printf '\tint n;\n'
    echo "/* $later */"
} >cmd/bad.c
echo >cmd/other.c
check 'white space, things left for later, a file that is not distributed' 1 \
    sh tests/syntax-check.sh <<end
syntax-check: no trailing white space, no tabs for indentation
    cmd/bad.c:1:/* at the end */ 
    cmd/bad.c:2:	int n;
syntax-check: nothing is left for later
    cmd/bad.c:3:/* $later */
syntax-check: every file is named in Makefile.am
    cmd/other.c
syntax-check: rules broken: 3
end
rm cmd/bad.c cmd/other.c

echo 'better, goods' >HACKING
check 'a module that nobody told of' 1 sh tests/syntax-check.sh <<'end'
syntax-check: every module is named in HACKING
    libkam/base/good.h
syntax-check: rules broken: 1
end
echo 'good' >HACKING
check 'one that somebody told of' 0 sh tests/syntax-check.sh

mkdir -p ../build/.libs
printf 'static int calls;\nconst int limit = 1;\nint count(void) { return calls++; }\n' >../state.c
"${CC:-gcc}" -c -o ../state.o ../state.c
ar rc ../build/.libs/libkam.a ../state.o 2>/dev/null
check 'state' 1 sh tests/syntax-check.sh "$PWD/../build" <<'end'
syntax-check: libkam keeps no mutable state of its own
    state.o: calls
syntax-check: rules broken: 1
end

finish
