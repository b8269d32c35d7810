/*
 * Checked allocation, and arenas.
 *
 * An arena is a chain of blocks, each at least twice as large as the one
 * before, so that a document of n bytes costs O(log n) mallocs.
 * A reset frees all but the newest, largest block.
 */
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/message.h"

enum { BLOCK_MIN = 64 << 10 };	/* bytes */

struct arena_block {
	struct arena_block *older;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static size_t
product(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		message_fail(STATUS_SYSTEM,
		    "out of memory: %zu times %zu bytes asked for", count,
		    size);
	return count * size;
}

static void *
checked(void *memory, size_t bytes)
{
	if (memory == NULL)
		message_fail(STATUS_SYSTEM,
		    "out of memory: %zu bytes asked for", bytes);
	return memory;
}

void *
memory_new(size_t count, size_t size)
{
	size_t bytes = product(count, size);

	return checked(calloc(1, bytes ? bytes : 1), bytes);
}

void *
memory_resize(void *old, size_t count, size_t size)
{
	size_t bytes = product(count, size);

	return checked(realloc(old, bytes ? bytes : 1), bytes);
}

void *
memory_grow(void *array, size_t *capacity, size_t size)
{
	*capacity = *capacity ? product(*capacity, 2) : 8;
	return memory_resize(array, *capacity, size);
}

static struct arena_block *
block_new(struct arena_block *older, size_t bytes)
{
	size_t size = older ? product(older->size, 2) : BLOCK_MIN;
	struct arena_block *block;

	if (size < bytes)
		size = bytes;
	block = memory_resize(NULL, 1, product(1, sizeof *block + size));
	block->older = older;
	block->used = 0;
	block->size = size;
	return block;
}

void *
arena_new(struct arena *arena, size_t count, size_t size)
{
	const size_t unit = alignof(max_align_t);
	size_t bytes = (product(count, size) + unit - 1) / unit * unit;
	struct arena_block *block = arena->block;
	void *memory;

	if (block == NULL || block->size - block->used < bytes)
		arena->block = block = block_new(block, bytes);
	memory = block->bytes + block->used;
	block->used += bytes;
	return memory;
}

struct slice
arena_copy(struct arena *arena, struct slice s)
{
	char *copy = arena_new(arena, s.length + 1, 1);

	if (s.length > 0)
		memcpy(copy, s.at, s.length);
	copy[s.length] = '\0';
	return (struct slice){ copy, s.length };
}

void *
arena_grow(struct arena *arena, const void *array, size_t count,
    size_t *capacity, size_t size)
{
	void *larger;

	*capacity = count < 4 ? 8 : product(count, 2);
	larger = arena_new(arena, *capacity, size);
	if (count > 0)
		memcpy(larger, array, count * size);
	return larger;
}

static void
free_chain(struct arena_block *block)
{
	while (block != NULL) {
		struct arena_block *older = block->older;

		free(block);
		block = older;
	}
}

void
arena_reset(struct arena *arena)
{
	if (arena->block == NULL)
		return;
	free_chain(arena->block->older);
	arena->block->older = NULL;
	arena->block->used = 0;
}

void
arena_free(struct arena *arena)
{
	free_chain(arena->block);
	arena->block = NULL;
}
