#include <config.h>

#include "kam.h"

const char *kam_version(void)
{
    return PACKAGE_VERSION;
}
