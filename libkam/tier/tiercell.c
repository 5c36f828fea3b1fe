#include "tier/tiercell.h"

void kam_tiercell_text(struct kam_writer *writer, struct kam_text text)
{
    kam_writer_cell(writer, text, KAM_CELL_TEXT);
}

void kam_tiercell_number(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char *digits = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    kam_writer_end(writer, digits + kam_decimal_format(value, places, digits));
}

void kam_tiercell_optional(struct kam_writer *writer, struct kam_decimal value, int places)
{
    if (kam_is_number(value))
        kam_tiercell_number(writer, value, places);
    else
        kam_tiercell_empty(writer, 1);
}

void kam_tiercell_count(struct kam_writer *writer, size_t count)
{
    kam_tiercell_number(writer, kam_decimal_of((int64_t)count), 0);
}

void kam_tiercell_ratio(struct kam_writer *writer, struct kam_decimal part,
                        struct kam_decimal whole, int places)
{
    struct kam_decimal ratio;

    if (kam_decimal_sign(whole) > 0 &&
        kam_decimal_divide(part, whole, places, &ratio) == KAM_NUMBER_OK)
        kam_tiercell_number(writer, ratio, places);
    else
        kam_tiercell_empty(writer, 1);
}

void kam_tiercell_empty(struct kam_writer *writer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

void kam_tiercell_names(struct kam_writer *writer, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        kam_tiercell_text(writer, kam_text_of(names[i]));
}
