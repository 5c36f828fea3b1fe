/*
 * modelbuild: the typed model out of a checked model file, and whether its parts fit each other.
 */
#ifndef KAM_MODEL_MODELBUILD_H
#define KAM_MODEL_MODELBUILD_H

#include "model/model.h"

/* Fill MODEL from MODEL->file, which kam_modelcheck accepted. KAM_USAGE, KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_modelbuild(struct kam_model *model, struct kam_error *error);

/*
 * What is shared by the parts of the builder: the COUNT sections of KIND without a condition (or
 * all, with ANY_CONDITION), in file order, in the arena.
 */
enum kam_section_filter { KAM_WITHOUT_CONDITION, KAM_ANY_CONDITION };

struct kam_sections {
    const struct kam_modelsection **items;
    size_t count;
};

KAM_MUST_CHECK enum kam_status kam_modelbuild_select(struct kam_sections *list,
                                                     struct kam_model *model,
                                                     enum kam_section_kind kind,
                                                     enum kam_section_filter filter,
                                                     struct kam_error *error);

/* SECTION's place, with the section itself where messages show a column. */
struct kam_place kam_modelbuild_place(const struct kam_modelsection *section);

/* [column]s: before all whose conditions may be on them. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_columns(struct kam_model *model,
                                                      struct kam_error *error);

/* [contacts]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_contacts(struct kam_model *model,
                                                       struct kam_error *error);

/* [weights] and [score], as far as they don't depend on dimensions; and the rest, after these. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_weights(struct kam_model *model,
                                                      struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_modelbuild_weights_fit(struct kam_model *model,
                                                          struct kam_error *error);

/* [dimension]s with their segments; after [weights]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_dimensions(struct kam_model *model,
                                                         struct kam_error *error);

/* [tiers]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_tiers(struct kam_model *model,
                                                    struct kam_error *error);

/* [admit], [category], [flag]; after [tiers]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_rules(struct kam_model *model,
                                                    struct kam_error *error);

/* [grid] and [strategy]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_grid(struct kam_model *model,
                                                   struct kam_error *error);

/* [policy]; after [tiers] and [grid]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_policies(struct kam_model *model,
                                                       struct kam_error *error);

/*
 * The keys of LIST that the schema doesn't know, as a table: those of section i in row ROWS[i] of
 * COUNT. FAMILY begins the names of their columns.
 */
KAM_MUST_CHECK enum kam_status kam_modelbuild_texts(struct kam_model_texts *texts,
                                                    const struct kam_sections *list,
                                                    const size_t *rows, size_t count,
                                                    const char *family, struct kam_arena *arena,
                                                    struct kam_error *error);

/* Who serves whom: [managers], [branch]; after [tiers]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_service(struct kam_model *model,
                                                      struct kam_error *error);

/* What may leave: [risk], [dependence]; after [grid]. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_risks(struct kam_model *model,
                                                    struct kam_error *error);

/* Who applies what a model says of columns. */
enum kam_tool { KAM_TOOL_SCORE, KAM_TOOL_TIER, KAM_TOOL_DIFF };

/* KAM_USAGE where COLUMN is one that only exists after STAGE has done its work. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_check_stage(struct kam_text column,
                                                          enum kam_tool stage,
                                                          const struct kam_place *place,
                                                          struct kam_error *error);

/* The same for every column of CONDITION. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_check_condition(const struct kam_condition *condition,
                                                              enum kam_tool stage,
                                                              const struct kam_place *place,
                                                              struct kam_error *error);

/* What reads conditions at PLACE, where computed columns are numbers. */
struct kam_condition_reader kam_modelbuild_reader(struct kam_model *model,
                                                  const struct kam_place *place,
                                                  struct kam_error *error);

/* TEXT at PLACE as a condition, where computed columns are numbers. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_read_condition(struct kam_condition *condition,
                                                             struct kam_model *model,
                                                             struct kam_text text,
                                                             const struct kam_place *place,
                                                             struct kam_error *error);

/* The same as one that STAGE applies: its columns are there then. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_condition(struct kam_condition *condition,
                                                        struct kam_model *model,
                                                        struct kam_text text, enum kam_tool stage,
                                                        const struct kam_place *place,
                                                        struct kam_error *error);

/*
 * KAM_USAGE where CONDITION, of a strategy or a risk, asks for a tier, class, category or flag that
 * isn't among those of MODEL, or for a move or the like that isn't among those there are; after all
 * of these.
 */
KAM_MUST_CHECK enum kam_status kam_modelbuild_check_asked(const struct kam_condition *condition,
                                                          struct kam_model *model,
                                                          const struct kam_place *place,
                                                          struct kam_error *error);

/* KAM_USAGE where COLUMN isn't there yet when kam-tier has only read its input. */
KAM_MUST_CHECK enum kam_status kam_modelbuild_check_input(struct kam_text column,
                                                          const struct kam_place *place,
                                                          struct kam_error *error);

#endif
