/*
 * The names that a run of capitalised words is made of.
 */
#ifndef ENTITIES_NAME_CUT_H
#define ENTITIES_NAME_CUT_H

#include "entities/name_finder.h"

/*
 * Find one name (or a title) at token first of a run that ends at last and add
 * it to the names; where it ends, which may be behind last.
 */
size_t name_cut(struct name_finder *f, size_t first, size_t last);

/*
 * The name of a type that the tokens first to last are, with what the tables
 * say of it.
 */
struct name name_of_span(const struct name_finder *f, size_t first,
    size_t last, enum mention_type type, const char *why);

/*
 * The title that ends right before token i ("spokesperson" John Kirby), of 0
 * tokens when there is none; *first is where it begins, set only for one.
 */
struct title name_title_before(const struct name_finder *f, size_t i,
    size_t *first);

#endif
