/*
 * JSON, through jansson: nesting is bounded (its own limit, 2,048), a key that
 * stands twice in an object is an error.
 */
#ifndef ARTICLES_JSON_H
#define ARTICLES_JSON_H

#include <jansson.h>

#include "base/memory.h"
#include "base/slice.h"

/* Before sandbox_enter and before any other call of jansson. */
void json_open(void);

/* The value that bytes hold, or NULL with the reason in *error. */
json_t *json_read(struct slice bytes, json_error_t *error);

/*
 * What a value says in words, in the arena: a string, number or boolean itself;
 * an object its "name"; of an array the first that says something.  Empty when
 * nothing does, or value is NULL.
 */
struct slice json_words(const json_t *value, struct arena *arena);

#endif
