#include "diff/listingread.h"

enum kam_status kam_listing_read(struct kam_listing_read *listing, const char *path,
                                 const struct kam_ladder *ladder, struct kam_text column,
                                 const struct kam_reader_options *options, struct kam_error *error)
{
    (void)ladder, (void)column;
    return kam_table_read(&listing->table, &path, 1, options, error);
}

enum kam_status kam_listing_part(struct kam_diff *part, const struct kam_listing_read *listing,
                                 const uint32_t *rows, size_t count, struct kam_error *error)
{
    (void)part, (void)listing, (void)rows, (void)count, (void)error;
    return KAM_OK;
}

void kam_listing_read_free(struct kam_listing_read *listing)
{
    kam_table_free(&listing->table);
}
