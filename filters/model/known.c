/*
 * Sightings are sorted by key; each key's stretch of them makes its class.
 */
#include "model/known.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/message.h"

struct known_seen {
	uint64_t key;
	unsigned tag;
	uint32_t times;		/* 0: only allowed, not seen */
};

/* What makes two keys alike. */
struct key_class {
	uint64_t tags, allowed;
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
known_add(struct known *known, uint64_t key, unsigned tag, uint32_t times)
{
	MEMORY_GROW(known->seen, known->seen_count, known->seen_capacity);
	known->seen[known->seen_count].key = key;
	known->seen[known->seen_count].tag = tag;
	known->seen[known->seen_count++].times = times;
}

void
known_allow(struct known *known, uint64_t key, unsigned tag)
{
	known_add(known, key, tag, 0);
}

/*
 * The class of a key from its sightings, `times` in all.  A tag that a
 * frequent key has once in two hundred times or less is taken for a slip of
 * the annotators.
 */
static struct key_class
class_of(const struct known_seen *seen, size_t count, size_t times,
    const struct known_limits *limits)
{
	struct key_class class = { .often = times >= limits->often };
	size_t most = 0, end, sum;

	for (size_t i = 0; i < count; i = end) {
		sum = 0;
		for (end = i; end < count && seen[end].tag == seen[i].tag; )
			sum += seen[end++].times;
		if (sum * 200 > times)
			class.tags |= (uint64_t)1 << seen[i].tag;
		else if (sum == 0 && times < limits->surely)
			class.allowed |= (uint64_t)1 << seen[i].tag;
		if (sum > most) {
			most = sum;
			class.commonest = seen[i].tag;
		}
	}
	return class;
}

static bool
is_alike(struct key_class a, struct key_class b)
{
	return a.tags == b.tags && a.commonest == b.commonest &&
	    a.often == b.often;
}

/* The number of a class, made when it is new. */
static uint32_t
class_number(struct known *known, struct key_class **classes, size_t *capacity,
    struct key_class class)
{
	size_t i = 1;

	while (i < known->class_count &&
	    (!is_alike((*classes)[i], class) ||
	    (*classes)[i].allowed != class.allowed))
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

	while (known->keys[i].class != 0)
		i = (i + 1) & (known->capacity - 1);
	known->keys[i].mark = (uint16_t)(key >> 48);
	known->keys[i].class = (uint16_t)class;
}

static size_t
key_end(const struct known *known, size_t start, size_t *times)
{
	size_t end = start;

	*times = 0;
	while (end < known->seen_count &&
	    known->seen[end].key == known->seen[start].key)
		*times += known->seen[end++].times;
	return end;
}

void
known_finish(struct known *known, const struct known_limits *limits)
{
	struct key_class *classes = memory_new(1, sizeof *classes);
	size_t room = 1, keys = 0, times, end;

	if (known->seen_count > 0)
		qsort(known->seen, known->seen_count,
		    sizeof *known->seen, compare);
	for (size_t i = 0; i < known->seen_count; i = end) {
		end = key_end(known, i, &times);
		keys += times >= limits->seldom;
	}
	known->capacity = 64;
	while (known->capacity * 4 < keys * 5)
		known->capacity *= 2;
	known->keys = memory_new(known->capacity, sizeof *known->keys);
	known->class_count = 1;
	for (size_t i = 0; i < known->seen_count; i = end) {
		end = key_end(known, i, &times);
		if (times >= limits->seldom)
			put(known, known->seen[i].key, class_number(known,
			    &classes, &room, class_of(known->seen + i,
			    end - i, times, limits)));
	}
	if (known->class_count > UINT16_MAX)
		message_fail(STATUS_SYSTEM, "the keys are of more than %d "
		    "classes", UINT16_MAX);
	known->classes = memory_new(known->class_count,
	    sizeof *known->classes);
	known->kinds = memory_new(known->class_count, sizeof *known->kinds);
	known->classes[0] = limits->open;
	for (size_t i = 1; i < known->class_count; i++) {
		uint32_t kind = 1;

		known->classes[i] = classes[i].tags | classes[i].allowed |
		    (classes[i].often ? 0 : limits->open);
		while (!is_alike(classes[kind], classes[i]))
			kind++;
		known->kinds[i] = kind;
	}
	free(classes);
}

void
known_free(struct known *known)
{
	free(known->seen);
	free(known->classes);
	free(known->kinds);
	free(known->keys);
	*known = (struct known){ 0 };
}
