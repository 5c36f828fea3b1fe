#include "report/textblocks.h"

enum { EIGHTHS = 8 };

static bool add_times(struct kam_buffer *buffer, struct kam_text text, size_t times)
{
    bool ok = true;

    while (times-- && ok)
        ok = kam_buffer_add(buffer, text);
    return ok;
}

/* What is in the buffer, as the speech's. */
static struct kam_text take(struct kam_speech *speech, struct kam_buffer *buffer, bool ok)
{
    struct kam_text text = kam_speech_keep(speech, kam_buffer_text(buffer));

    speech->failed = speech->failed || !ok;
    kam_buffer_free(buffer);
    return text;
}

struct kam_text kam_textblocks_bar(struct kam_speech *speech, double share, size_t columns)
{
    static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    struct kam_buffer buffer = {NULL, 0, 0};
    size_t most = columns * EIGHTHS;
    size_t eighths = share > 0 ? (size_t)(share * (double)most + 0.5) : 0;

    eighths = share > 0 && eighths == 0 ? 1 : eighths;
    eighths = eighths > most ? most : eighths;
    bool ok = add_times(&buffer, KAM_TEXT("█"), eighths / EIGHTHS) &&
              kam_buffer_add(&buffer, kam_text_of(parts[eighths % EIGHTHS]));
    return take(speech, &buffer, ok);
}

/* What stands for VALUE where LARGEST is the top. */
static const char *level(struct kam_decimal value, double largest)
{
    static const char *const levels[EIGHTHS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

    if (!kam_is_number(value))
        return "·";
    if (kam_decimal_sign(value) <= 0 || largest <= 0)
        return levels[0];
    size_t at = (size_t)(kam_decimal_to_double(value) / largest * (EIGHTHS - 1) + 0.5);
    return levels[at < EIGHTHS ? at : EIGHTHS - 1];
}

struct kam_text kam_textblocks_line(struct kam_speech *speech, const struct kam_decimal *line,
                                    size_t count)
{
    struct kam_buffer buffer = {NULL, 0, 0};
    double largest = 0;
    bool ok = true;

    for (size_t i = 0; i < count; i++) {
        double value = kam_is_number(line[i]) ? kam_decimal_to_double(line[i]) : 0;
        largest = value > largest ? value : largest;
    }
    for (size_t i = 0; i < count && ok; i++)
        ok = kam_buffer_add(&buffer, kam_text_of(level(line[i], largest)));
    return take(speech, &buffer, ok);
}
