/*
 * JSON, through jansson.
 */
#include "articles/json.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"

static void *
allocate(size_t size)
{
	return memory_resize(NULL, size ? size : 1, 1);
}

void
json_open(void)
{
	json_set_alloc_funcs(allocate, free);
	json_object_seed(0);	/* reads the system's random bytes, now */
}

json_t *
json_read(struct slice bytes, json_error_t *error)
{
	return json_loadb(bytes.at, bytes.length, JSON_REJECT_DUPLICATES,
	    error);
}

static bool
add_scalar(const json_t *value, struct buffer *out)
{
	switch (json_typeof(value)) {
	case JSON_STRING:
		buffer_add(out, (struct slice){ json_string_value(value),
		    json_string_length(value) });
		return json_string_length(value) > 0;
	case JSON_INTEGER:
		buffer_printf(out, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
		return true;
	case JSON_REAL:
		buffer_printf(out, "%.17g", json_real_value(value));
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		buffer_add(out, slice_of(json_is_true(value) ? "true" :
		    "false"));
		return true;
	default:
		return false;
	}
}

struct slice
json_words(const json_t *value, struct arena *arena)
{
	size_t count = json_is_array(value) ? json_array_size(value) : 1;
	struct buffer words = { 0 };
	struct slice result;

	for (size_t i = 0; i < count; i++) {
		const json_t *item = json_is_array(value) ?
		    json_array_get(value, i) : value;

		if (json_is_object(item))
			item = json_object_get(item, "name");
		if (item && add_scalar(item, &words))
			break;
	}
	result = arena_copy(arena, buffer_slice(&words));
	buffer_free(&words);
	return result;
}
