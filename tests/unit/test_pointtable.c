/* Points read back from a table, and the rows that nothing is learned from. */
#include "score/peers.h"
#include "score/pointtable.h"

#include "models.h"
#include "temporary.h"

#include <stdio.h>
#include <unistd.h>

#define SCALE "linear = 0:0, 100:100\n"
#define RULES                                                                                      \
    "[dimension a]\ncolumn = a\nweight = 4\n" SCALE                                                \
    "[dimension b]\ncolumn = b\nweight = 2\n" SCALE                                                \
    "[score]\nmethod = topsis\npopulation = per region\n"

struct reading {
    struct kam_model *model;
    struct kam_table table;
    struct kam_arena arena;
    struct kam_pointtable points;
    char said[2048];
};

static void read_points(struct reading *reading, const char *content)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char name[TEMPORARY_PATH];
    const char *path = name;
    struct kam_error error;

    *reading = (struct reading){.model = load(RULES)};
    temporary_file(name, content);
    assert_int_equal(kam_table_read(&reading->table, &path, 1, &options, &error), KAM_OK);
    unlink(name);
    if (kam_pointtable_read(&reading->points, &reading->table, reading->model, &reading->arena,
                            &error) != KAM_OK) {
        assert_int_equal(error.status, KAM_DATA);
        snprintf(reading->said, sizeof reading->said, "%llu: %s: %s",
                 (unsigned long long)error.line, error.column, error.text);
    }
}

static void done(struct reading *reading)
{
    kam_arena_free(&reading->arena);
    kam_table_free(&reading->table);
    kam_model_free(reading->model);
}

static void test_points(void **state)
{
    static const int32_t expected[] = {KAM_POINTS_MOST, 0, 1, KAM_POINTS_NONE, 505000, 333333};
    struct reading reading;

    (void)state;
    read_points(&reading, "points_b,lines,account_id,points_a\n"
                          "0.0000,1,x,100.0000\n,2,y,0.0001\n33.3333,,z,50.5\n");
    assert_string_equal(reading.said, "");
    assert_int_equal(reading.points.rows, 3);
    assert_int_equal(reading.points.count, 2);
    assert_memory_equal(reading.points.points, expected, sizeof expected);
    assert_null(reading.points.outside);
    done(&reading);
}

static void test_outside(void **state)
{
    struct reading reading;

    (void)state;
    read_points(&reading, "points_a,points_b,lines\n1,1,00\n1,1,0\n1,1,10\n1,1,0\n");
    assert_non_null(reading.points.outside);
    assert_false(reading.points.outside[0]);
    assert_true(reading.points.outside[1]);
    assert_false(reading.points.outside[2]);
    assert_true(reading.points.outside[3]);
    done(&reading);
}

static void test_messages(void **state)
{
    static const struct {
        const char *content, *complaint;
    } cases[] = {
        {"account_id,points_a\nx,1\n",
         "0: : no column 'points_b'; did you mean 'points_a'; there are: account_id, points_a"},
        {"points_a,points_b\n1,1\n1,100.0001\n",
         "3: points_b: no points as kam-score writes them: '100.0001'"},
        {"points_a,points_b\n1,-0.5\n", "2: points_b: no points as kam-score writes them: '-0.5'"},
        {"points_a,points_b\n0.00001,1\n",
         "2: points_a: no points as kam-score writes them: '0.00001'"},
        {"points_a,points_b\nmuch,1\n", "2: points_a: not a number: 'much'"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading;
        read_points(&reading, cases[i].content);
        assert_string_equal(reading.said, cases[i].complaint);
        done(&reading);
    }
}

static void test_peers(void **state)
{
    struct reading reading;
    struct kam_peers peers;
    struct kam_error error;

    (void)state;
    read_points(&reading, "points_a,points_b,region\n1,1,n\n1,1,\n1,1,s\n1,1,n\n1,1,\n");
    assert_int_equal(kam_peers_make(&peers, reading.model, &reading.table, &reading.arena, &error),
                     KAM_OK);
    assert_int_equal(kam_peers_count(&peers), 3);
    assert_int_equal(kam_peers_of(&peers, 0), kam_peers_of(&peers, 3));
    assert_int_equal(kam_peers_of(&peers, 1), kam_peers_of(&peers, 4));
    assert_int_not_equal(kam_peers_of(&peers, 1), kam_peers_of(&peers, 2));
    /* methods that look at one row at a time have no use for peers */
    reading.model->score.method = KAM_SCORE_PRODUCT;
    assert_int_equal(kam_peers_make(&peers, reading.model, &reading.table, &reading.arena, &error),
                     KAM_OK);
    assert_int_equal(kam_peers_count(&peers), 1);
    assert_int_equal(kam_peers_of(&peers, 4), 0);
    done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_outside),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_peers),
    };

    return cmocka_run_group_tests_name("pointtable", tests, NULL, NULL);
}
