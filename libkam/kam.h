/*
 * kam.h: the public interface of libkam.
 *
 * libkam holds what the kam tools share: exact money, months, errors as values. It never prints
 * and never exits. Version 0: the interface may still change between releases.
 *
 *     cc `pkg-config --cflags libkam` prog.c `pkg-config --libs libkam`
 */
#ifndef KAM_H
#define KAM_H

#include "base/decimal.h"
#include "base/error.h"
#include "base/month.h"
#include "base/text.h"

/* The version of the library that is linked, "0.1.0". */
KAM_API const char *kam_version(void);

#endif
