/*
 * scoreinput: the table that kam-score scores: what it read, with what is put beside it first.
 */
#ifndef KAM_SCOREINPUT_H
#define KAM_SCOREINPUT_H

#include "front.h"
#include "join/joinmatch.h"
#include "outputs.h"
#include "relationship.h"

/* What is put beside the table, by options. Zero-initialised, nothing is. */
struct kam_scoreinput_options {
    const char *join, *join_key, *join_encoding, *unmatched; /* NULL: not given */
    bool prospects;                                          /* --prospects */
    struct kam_relationship_input relationship;              /* --contacts, --visits */
};

/* Zero-initialised it is empty; it stays where it is. */
struct kam_scoreinput {
    struct kam_table table; /* to be scored */
    struct kam_join join;
    struct kam_join_match match; /* of the table as it was read */
};

/* End the program where OPTIONS of FRONT, all of which are read, go against each other. */
void kam_scoreinput_check(const struct kam_front *front,
                          const struct kam_scoreinput_options *options);

/*
 * Read the table of FRONT's files, and put beside it what OPTIONS and MODEL ask for. INPUT is to be
 * freed whatever the status; OPTIONS, and the files they name, have to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_scoreinput_read(struct kam_front *front,
                                                   struct kam_scoreinput_options *options,
                                                   const struct kam_model *model,
                                                   struct kam_scoreinput *input,
                                                   struct kam_error *error);

/* Write the list of --unmatched. KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_scoreinput_write_unmatched(const struct kam_scoreinput *input,
                                                              struct kam_writer *writer,
                                                              struct kam_error *error);

void kam_scoreinput_free(struct kam_scoreinput *input);

#endif
