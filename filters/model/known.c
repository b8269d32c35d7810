/*
 * Sightings are sorted by key; each key's stretch of them makes its class.
 */
#include "model/known.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/weights.h"

struct known_seen {
	uint64_t key;
	unsigned tag;
};

/* What makes two keys alike. */
struct class {
	uint64_t tags;
	unsigned commonest;
	bool often;
};

static int
compare(const void *a, const void *b)
{
	const struct known_seen *left = a, *right = b;

	if (left->key != right->key)
		return left->key < right->key ? -1 : 1;
	return (left->tag > right->tag) - (left->tag < right->tag);
}

void
known_add(struct known *known, uint64_t key, unsigned tag)
{
	MEMORY_GROW(known->seen, known->seen_count, known->seen_capacity);
	known->seen[known->seen_count].key = key;
	known->seen[known->seen_count++].tag = tag;
}

/*
 * The class of a key from its sightings.  A tag that a frequent key has once
 * in two hundred times or less is taken for a slip of the annotators.
 */
static struct class
class_of(const struct known_seen *seen, size_t count,
    const struct known_limits *limits)
{
	struct class class = { .often = count >= limits->often };
	size_t most = 0, end;

	for (size_t i = 0; i < count; i = end) {
		for (end = i; end < count && seen[end].tag == seen[i].tag; )
			end++;
		if ((end - i) * 200 > count)
			class.tags |= (uint64_t)1 << seen[i].tag;
		if (end - i > most) {
			most = end - i;
			class.commonest = seen[i].tag;
		}
	}
	return class;
}

/* The number of a class, made when it is new. */
static uint32_t
class_number(struct known *known, struct class **classes, size_t *capacity,
    struct class class)
{
	size_t i = 1;

	while (i < known->class_count &&
	    ((*classes)[i].tags != class.tags ||
	    (*classes)[i].commonest != class.commonest ||
	    (*classes)[i].often != class.often))
		i++;
	if (i == known->class_count) {
		MEMORY_GROW(*classes, known->class_count, *capacity);
		(*classes)[known->class_count++] = class;
	}
	return (uint32_t)i;
}

static void
put(struct known *known, uint64_t key, uint32_t class)
{
	size_t i = (size_t)key & (known->capacity - 1);

	while (known->key_classes[i] != 0)
		i = (i + 1) & (known->capacity - 1);
	known->marks[i] = (uint32_t)(key >> 32);
	known->key_classes[i] = class;
}

static size_t
key_end(const struct known *known, size_t start)
{
	size_t end = start;

	while (end < known->seen_count &&
	    known->seen[end].key == known->seen[start].key)
		end++;
	return end;
}

void
known_finish(struct known *known, const struct known_limits *limits)
{
	struct class *classes = memory_new(1, sizeof *classes);
	size_t room = 1, keys = 0, end;

	qsort(known->seen, known->seen_count, sizeof *known->seen, compare);
	for (size_t i = 0; i < known->seen_count; i = end) {
		end = key_end(known, i);
		keys += end - i >= limits->seldom;
	}
	known->capacity = 64;
	while (known->capacity < keys + keys / 2)
		known->capacity *= 2;
	known->marks = memory_new(known->capacity, sizeof *known->marks);
	known->key_classes = memory_new(known->capacity,
	    sizeof *known->key_classes);
	known->class_count = 1;
	for (size_t i = 0; i < known->seen_count; i = end) {
		end = key_end(known, i);
		if (end - i >= limits->seldom)
			put(known, known->seen[i].key, class_number(known,
			    &classes, &room, class_of(known->seen + i, end - i,
			    limits)));
	}
	known->classes = memory_new(known->class_count,
	    sizeof *known->classes);
	known->classes[0] = limits->open;
	for (size_t i = 1; i < known->class_count; i++)
		known->classes[i] = classes[i].tags |
		    (classes[i].often ? 0 : limits->open);
	free(classes);
}

void
known_free(struct known *known)
{
	free(known->seen);
	free(known->classes);
	free(known->marks);
	free(known->key_classes);
	*known = (struct known){ 0 };
}
