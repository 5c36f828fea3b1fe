#include "report/pageframe.h"

#include "base/sha256.h"
#include "kam.h"
#include "report/pagefiles.h"

static void write_lines(const char *const *lines, const struct kam_markup *markup)
{
    for (size_t i = 0; lines[i]; i++)
        kam_markup_raw(markup, lines[i]);
}

/* That of the script, as the policy has it. */
static void write_hash(const struct kam_markup *markup)
{
    unsigned char hash[KAM_SHA256_BYTES];
    char text[KAM_SHA256_BASE64 + 1];
    struct kam_sha256 sha;

    kam_sha256_init(&sha);
    for (size_t i = 0; kam_page_script[i]; i++)
        kam_sha256_add(&sha, kam_text_of(kam_page_script[i]));
    kam_sha256_finish(&sha, hash);
    kam_sha256_base64(hash, text);
    kam_markup_raw(markup, text);
}

static struct kam_text program(struct kam_speech *speech)
{
    speech->scratch.len = 0;
    if (!kam_buffer_printf(&speech->scratch, "kam %s", kam_version())) {
        speech->failed = true;
        return KAM_TEXT("");
    }
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

static void write_head(struct kam_text title, struct kam_speech *speech,
                       const struct kam_markup *markup)
{
    kam_markup_raw(markup, "<head>\n"
                           "<meta charset=\"utf-8\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                           "'none'; style-src 'unsafe-inline'; script-src 'sha256-");
    write_hash(markup);
    kam_markup_raw(markup, "'; base-uri 'none'; form-action 'none'\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, "
                           "initial-scale=1\">\n"
                           "<meta name=\"color-scheme\" content=\"light dark\">\n");
    kam_markup_fill(markup,
                    "<meta name=\"generator\" content=\"{program}\">\n"
                    "<title>{title...}</title>\n",
                    KAM_WORDS({"program", program(speech)}, {"title", title}));
    kam_markup_raw(markup, "<style>\n");
    write_lines(kam_page_style, markup);
    kam_markup_raw(markup, "</style>\n</head>\n");
}

/* What a page is of, whatever its title says. */
static void write_about(const struct kam_reportsource *source, struct kam_speech *speech,
                        const struct kam_markup *markup)
{
    const struct kam_snapshot *now = &source->now.snapshot, *before = &source->before.snapshot;

    kam_markup_raw(markup, "<p class=\"about\">");
    if (now->period != KAM_MONTH_NONE)
        kam_markup_text(markup, kam_speech_labelled(
                                    speech, KAM_LABEL_SNAPSHOT_OF,
                                    KAM_WORDS({"period", kam_speech_month(speech, now->period)})));
    if (source->files.previous && before->period != KAM_MONTH_NONE)
        kam_markup_fill(
            markup, " · {compared}",
            KAM_WORDS({"compared",
                       kam_speech_labelled(
                           speech, KAM_LABEL_COMPARED_WITH,
                           KAM_WORDS({"period", kam_speech_month(speech, before->period)}))}));
    if (now->currency.len)
        kam_markup_fill(markup, " · {currency...}", KAM_WORDS({"currency", now->currency}));
    kam_markup_raw(markup, "</p>\n");
}

void kam_pageframe_begin(struct kam_text title, const struct kam_reportsource *source,
                         struct kam_speech *speech, const struct kam_markup *markup)
{
    bool is_chinese = strcmp(speech->language->code, "zh") == 0;

    kam_markup_fill(
        markup,
        "<!DOCTYPE html>\n"
        "<html lang=\"{language}\">\n",
        KAM_WORDS({"language", kam_text_of(is_chinese ? "zh-CN" : speech->language->code)}));
    write_head(title, speech, markup);
    kam_markup_fill(
        markup,
        "<body data-sort=\"{sort}\">\n"
        "<header>\n"
        "<h1><bdi>{title...}</bdi></h1>\n",
        KAM_WORDS({"sort", kam_speech_label(speech, KAM_LABEL_SORT)}, {"title", title}));
    write_about(source, speech, markup);
    kam_markup_raw(markup, "</header>\n");
}

void kam_pageframe_end(struct kam_speech *speech, const struct kam_markup *markup)
{
    kam_markup_fill(
        markup, "<p class=\"made\">{made}</p>\n</footer>\n",
        KAM_WORDS({"made", kam_speech_labelled(speech, KAM_LABEL_MADE_BY,
                                               KAM_WORDS({"program", program(speech)}))}));
    kam_markup_raw(markup, "<script>");
    write_lines(kam_page_script, markup);
    kam_markup_raw(markup, "</script>\n</body>\n</html>\n");
}
