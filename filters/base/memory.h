/*
 * Memory that is there or ends the program.
 *
 * No caller tests for NULL: want of memory, or a size that overflows, is a
 * message on standard error and exit status 2.  An arena gives memory that is
 * freed as a whole, one arena a document, so that no field or token costs a
 * malloc of its own.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#include "base/slice.h"

/* count * size bytes, zeroed; to be freed with free(). */
void *memory_new(size_t count, size_t size);

/* old made count * size bytes long; what is new in it is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);

/*
 * Make room for at least one more element: array (a pointer variable) holds
 * count elements and has room for capacity (a size_t variable).
 */
#define MEMORY_GROW(array, count, capacity) \
	((count) < (capacity) ? (void)0 : (void)((array) = \
	    memory_grow((array), &(capacity), sizeof *(array))))
void *memory_grow(void *array, size_t *capacity, size_t size);

struct arena_block;

/* Zeroed is empty and ready for use. */
struct arena {
	struct arena_block *block;	/* in use; older ones behind it */
};

/* count * size bytes, aligned for any type, not zeroed. */
void *arena_new(struct arena *arena, size_t count, size_t size);

/* A copy of s in the arena, with a NUL behind it that length omits. */
struct slice arena_copy(struct arena *arena, struct slice s);

/*
 * An array that grows in an arena: the copy of count elements with room for
 * twice as many (at least 8).  What it leaves behind stays until the arena
 * goes, at most as much again.
 */
#define ARENA_GROW(arena, array, count, capacity) \
	((count) < (capacity) ? (void)0 : (void)((array) = \
	    arena_grow((arena), (array), (count), &(capacity), \
	    sizeof *(array))))
void *arena_grow(struct arena *arena, const void *array, size_t count,
    size_t *capacity, size_t size);

/* Forget all that was given out, and keep one block for the next document. */
void arena_reset(struct arena *arena);

void arena_free(struct arena *arena);

#endif
