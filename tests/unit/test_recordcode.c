/* Records as bytes: what is read back is what was put aside, and can be merged as that can be. */
#include "account/recordcode.h"
#include "accounts.h"

enum { OCTOBER = 2026 * 12 + 9 };

/* Records of one shape, and the bytes they are turned into. */
struct bench {
    struct kam_record_shape shape;
    struct kam_arena arena;
    struct kam_account_context context;
    struct kam_buffer bytes;
};

static void begin(struct bench *bench, const struct kam_layout *layout, unsigned months)
{
    *bench = (struct bench){.shape = kam_record_shape_of(layout, months)};
    bench->context = (struct kam_account_context){layout, &bench->arena, months};
}

static void end(struct bench *bench)
{
    kam_arena_free(&bench->arena);
    kam_buffer_free(&bench->bytes);
}

static struct kam_account *new_account(struct bench *bench, struct kam_text id)
{
    struct kam_account *account =
        kam_record_init(&bench->shape, kam_arena_alloc(&bench->arena, bench->shape.size));

    assert_true(kam_record_name(account, id, &bench->arena));
    return account;
}

static void encode(struct bench *bench, const struct kam_account *account)
{
    assert_true(kam_record_encode(account, bench->shape.layout, &bench->bytes));
}

/*
 * The record at *AT, which is moved behind it. It is read from memory that ends where the record
 * does, and is gone afterwards.
 */
static struct kam_account *decode(struct bench *bench, size_t *at)
{
    size_t length = kam_record_length(bench->bytes.ptr + *at);
    char *bytes = malloc(length);

    assert_non_null(bytes);
    assert_in_range(length, KAM_RECORD_LENGTH, bench->bytes.len - *at);
    memcpy(bytes, bench->bytes.ptr + *at, length);
    struct kam_account *account = kam_record_decode(bytes, &bench->shape, &bench->arena);
    assert_non_null(account);
    accounts_assert_text(kam_record_id(bytes), kam_account_id(account));
    free(bytes);
    *at += length;
    return account;
}

static struct kam_account *assert_goes_round(struct bench *bench, const struct kam_account *account)
{
    size_t at = 0;

    bench->bytes.len = 0;
    encode(bench, account);
    struct kam_account *back = decode(bench, &at);
    assert_int_equal(at, bench->bytes.len);
    accounts_assert_same(back, account, bench->shape.layout);
    return back;
}

/* ---- ids ------------------------------------------------------------------------------------- */

static const struct kam_layout bare;

static void ids_of_any_length(void **state)
{
    static const size_t lengths[] = {0, 1, 11, 12, 13, 14, 127, 128, 129, 20000};
    static char id[20000];
    struct bench bench;

    (void)state;
    begin(&bench, &bare, 1);
    for (size_t i = 0; i < sizeof id; i++)
        id[i] = (char)(i * 7); /* every byte there is, the first is a NUL */
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        assert_goes_round(&bench, new_account(&bench, (struct kam_text){id, lengths[i]}));
    end(&bench);
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void add(struct bench *bench, struct kam_account *account, int month,
                struct kam_decimal amount)
{
    const struct kam_amount a = kam_amount_of(amount);

    assert_int_equal(kam_cells_add(&account->revenue, month, &a, 1, &bench->arena), KAM_OK);
}

static void amounts_of_any_size(void **state)
{
    struct bench bench;

    (void)state;
    begin(&bench, &bare, 1);
    for (unsigned bit = 0; bit < 63; bit++)
        for (int64_t near = -2; near <= 2; near++)
            for (int sign = -1; sign <= 1; sign += 2) {
                struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
                int64_t minor = sign * ((int64_t)(UINT64_C(1) << bit) + near);
                add(&bench, account, OCTOBER, kam_decimal_of_minor(minor));
                assert_false(account->revenue.wide);
                assert_false(assert_goes_round(&bench, account)->revenue.wide);
            }
    end(&bench);
}

static void the_largest_amounts(void **state)
{
    static const struct {
        const char *amount;
        bool wide;
    } cases[] = {
        {"922337203685477.5807", false},
        {"-922337203685477.5807", false},
        {"922337203685477.5808", true},
        {"-922337203685477.5808", true},
        {LARGEST, true},
        {"-" LARGEST, true},
        {"0.000000000000000001", true},
    };
    struct bench bench;

    (void)state;
    begin(&bench, &bare, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int gap = 1; gap <= 10; gap += 9) {
            struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
            add(&bench, account, OCTOBER, KAM_DECIMAL_ZERO);
            add(&bench, account, OCTOBER - gap, decimal(cases[i].amount));
            const struct kam_account *back = assert_goes_round(&bench, account);
            assert_int_equal(account->revenue.wide, cases[i].wide);
            assert_int_equal(back->revenue.wide, cases[i].wide);
        }
    end(&bench);
}

static void months_from_none_to_all_there_are(void **state)
{
    static const unsigned hints[] = {1, 12, 16, 17, 400};
    struct bench bench;

    (void)state;
    for (size_t h = 0; h < sizeof hints / sizeof *hints; h++) {
        begin(&bench, &bare, hints[h]);
        struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
        assert_int_equal(assert_goes_round(&bench, account)->revenue.count, 0);
        for (int i = 0; i < 40; i++) {
            add(&bench, account, OCTOBER - i, decimal("0.01"));
            assert_goes_round(&bench, account);
        }
        add(&bench, account, KAM_MONTH_LAST, decimal("1"));
        add(&bench, account, KAM_MONTH_FIRST, decimal("2"));
        assert_int_equal(assert_goes_round(&bench, account)->revenue.count,
                         KAM_MONTH_LAST - KAM_MONTH_FIRST + 1);
        end(&bench);
    }
}

/* ---- sums, sets, attributes ------------------------------------------------------------------ */

static void sums_at_the_ends_of_their_range(void **state)
{
    static const char *const sums[] = {LARGEST, "-" LARGEST, "0", "-0.000000000000000001"};
    struct bench bench;

    (void)state;
    begin(&bench, &accounts_layout, 1);
    for (int i = 0; i < 4; i++) {
        struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
        kam_account_sums(account)[0] = decimal(sums[i]);
        kam_account_sums(account)[1] = decimal(sums[3 - i]);
        account->lines = i ? UINT64_MAX >> i : 0;
        assert_goes_round(&bench, account);
    }
    end(&bench);
}

static void sets_of_any_size(void **state)
{
    static const uint32_t items[] = {63, 0, 64, 65, 127, 128, UINT32_MAX - 1, 1000000};
    struct bench bench;

    (void)state;
    begin(&bench, &accounts_layout, 1);
    struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
    struct kam_set *sets = kam_account_sets(account, &accounts_layout);
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        assert_true(kam_set_add(&sets[i % 2], items[i], &bench.arena));
        assert_goes_round(&bench, account);
    }
    for (uint32_t i = 0; i < 1000; i++)
        assert_true(kam_set_add(&sets[1], i * 3, &bench.arena));
    assert_goes_round(&bench, account);
    end(&bench);
}

static void attributes_of_any_length(void **state)
{
    static const size_t lengths[] = {0, 1, 127, 128, 16383, 16384, 100000};
    static char text[100000];
    struct bench bench;

    (void)state;
    begin(&bench, &accounts_layout, 1);
    memset(text, 0xFF, sizeof text);
    text[0] = '\0';
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (size_t which = 0; which < ACCOUNTS_ATTRIBUTES; which++) {
            struct kam_account *account = new_account(&bench, KAM_TEXT("x"));
            assert_true(kam_attributes_set(&account->attributes, ACCOUNTS_ATTRIBUTES, which,
                                           (struct kam_text){text, lengths[i]}, &bench.arena));
            assert_goes_round(&bench, account);
        }
    end(&bench);
}

/* ---- random ones ----------------------------------------------------------------------------- */

enum { ACCOUNTS = 300, MOST_LINES = 20 };

static void add_line(struct bench *bench, struct kam_account *account,
                     const struct accounts_line *line)
{
    assert_int_equal(kam_account_add_line(account, &line->line, &bench->context), KAM_OK);
}

static void several_stand_one_behind_the_other(void **state)
{
    static struct kam_account *accounts[ACCOUNTS];
    struct bench bench;
    struct accounts_line line;
    uint64_t random = 1;
    size_t at = 0;

    (void)state;
    begin(&bench, &accounts_layout, 4);
    for (uint32_t i = 0; i < ACCOUNTS; i++) {
        accounts_line_make(&line, i, &random);
        accounts[i] = new_account(&bench, line.line.id);
        for (unsigned n = random_below(&random, MOST_LINES); n; n--) {
            accounts_line_make(&line, i, &random);
            add_line(&bench, accounts[i], &line);
        }
        encode(&bench, accounts[i]);
    }
    for (uint32_t i = 0; i < ACCOUNTS; i++)
        accounts_assert_same(decode(&bench, &at), accounts[i], &accounts_layout);
    assert_int_equal(at, bench.bytes.len);
    end(&bench);
}

/* Lines and records come to the same whether an account was put aside in between or not. */
static void what_is_read_back_is_merged_as_ever(void **state)
{
    struct bench bench;
    struct accounts_line line;
    uint64_t random = 2;

    (void)state;
    begin(&bench, &accounts_layout, 4);
    for (uint32_t i = 0; i < ACCOUNTS; i++) {
        accounts_line_make(&line, i, &random);
        struct kam_account *account = new_account(&bench, line.line.id);
        struct kam_account *other = new_account(&bench, line.line.id);
        add_line(&bench, account, &line);
        struct kam_account *back = assert_goes_round(&bench, account);
        for (unsigned n = random_below(&random, MOST_LINES); n; n--) {
            accounts_line_make(&line, i, &random);
            add_line(&bench, account, &line);
            add_line(&bench, back, &line);
            accounts_assert_same(back, account, &accounts_layout);
            accounts_line_make(&line, i, &random);
            add_line(&bench, other, &line);
        }
        const struct kam_account *other_back = assert_goes_round(&bench, other);
        assert_int_equal(kam_account_merge(account, other, &bench.context), KAM_OK);
        assert_int_equal(kam_account_merge(back, other_back, &bench.context), KAM_OK);
        accounts_assert_same(back, account, &accounts_layout);
    }
    end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_of_any_length),
        cmocka_unit_test(amounts_of_any_size),
        cmocka_unit_test(the_largest_amounts),
        cmocka_unit_test(months_from_none_to_all_there_are),
        cmocka_unit_test(sums_at_the_ends_of_their_range),
        cmocka_unit_test(sets_of_any_size),
        cmocka_unit_test(attributes_of_any_length),
        cmocka_unit_test(several_stand_one_behind_the_other),
        cmocka_unit_test(what_is_read_back_is_merged_as_ever),
    };

    return cmocka_run_group_tests_name("recordcode", tests, NULL, NULL);
}
