/*
 * Words, concepts and entities as numbers.  See vocabulary.h.
 */
#include "compare/vocabulary.h"

#include <stdlib.h>

#include "base/buffer.h"

enum { NAME_MAX_BYTES = 512 };	/* a longer name is cut */

static uint32_t
add_new(struct vocabulary *vocabulary, struct slice name)
{
	size_t count = vocabulary->count;

	MEMORY_GROW(vocabulary->names, count, vocabulary->capacity);
	MEMORY_GROW(vocabulary->frequency, count,
	    vocabulary->frequency_capacity);
	name = arena_copy(&vocabulary->arena, name);
	vocabulary->names[count] = name;
	vocabulary->frequency[count] = 0;
	*hash_put(&vocabulary->ids, name) = (uint32_t)count;
	vocabulary->count++;
	return (uint32_t)count;
}

uint32_t
vocabulary_add(struct vocabulary *vocabulary, const char *prefix,
    struct slice name)
{
	char bytes[NAME_MAX_BYTES];
	size_t head = strlen(prefix);
	size_t length = name.length;
	struct slice whole;
	uint32_t term;

	if (length > sizeof bytes - head)
		length = sizeof bytes - head;
	memcpy(bytes, prefix, head);
	if (length > 0)
		memcpy(bytes + head, name.at, length);
	whole = (struct slice){ bytes, head + length };
	term = hash_get(&vocabulary->ids, whole);
	return term == HASH_NONE ? add_new(vocabulary, whole) : term;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	hash_free(&vocabulary->ids);
	arena_free(&vocabulary->arena);
	free(vocabulary->names);
	free(vocabulary->frequency);
	*vocabulary = (struct vocabulary){ 0 };
}
