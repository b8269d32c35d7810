/*
 * Ids of documents, made from file names and from what feeds call an id.
 */
#include "articles/id.h"

#include <inttypes.h>

#include "base/ascii.h"
#include "base/buffer.h"

static bool
is_alphanumeric(char byte)
{
	return is_letter(byte) || is_digit(byte);
}

static bool
is_id_byte(char byte)
{
	return is_alphanumeric(byte) || (byte && strchr("._:#-", byte));
}

static struct slice
skip_scheme(struct slice s)
{
	static const char *const heads[] = { "http://", "https://", "www." };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (slice_begins(s, slice_of(heads[i])))
			s = slice_part(s, strlen(heads[i]), s.length);
	return s;
}

/* The first bytes of a long id, and a hash in the place of the others. */
static size_t
shorten(char *id, size_t length)
{
	enum { HASH_DIGITS = 16 };
	struct buffer hash = { 0 };

	if (length <= ID_MAX)
		return length;
	buffer_printf(&hash, "-%016" PRIx64,
	    hash_bytes((struct slice){ id, length }));
	memcpy(id + ID_MAX - 1 - HASH_DIGITS, hash.at, hash.length);
	buffer_free(&hash);
	return ID_MAX;
}

struct slice
id_safe(struct slice raw, struct arena *arena)
{
	struct slice s = skip_scheme(raw);
	char *id = arena_new(arena, s.length + 1, 1);
	size_t length = 0;

	for (size_t i = 0; i < s.length; i++) {
		bool safe = is_id_byte(s.at[i]);

		if (length == 0 ? is_alphanumeric(s.at[i]) : safe)
			id[length++] = s.at[i];
		else if (length > 0 && (i == 0 || is_id_byte(s.at[i - 1])))
			id[length++] = '-';
	}
	if (length > 0 && !is_id_byte(s.at[s.length - 1]))
		length--;
	return (struct slice){ id, shorten(id, length) };
}

/* Is s, behind the last full stop, a file's suffix ("txt") or a number? */
static bool
is_suffix(struct slice s)
{
	enum { SUFFIX_MAX = 5 };

	for (size_t i = 0; i < s.length; i++)
		if (!is_alphanumeric(s.at[i]))
			return false;
	return s.length > 0 && s.length <= SUFFIX_MAX &&
	    !is_digit(s.at[0]);
}

struct slice
id_stem(struct slice path)
{
	size_t start = path.length, dot;

	while (start > 0 && path.at[start - 1] != '/')
		start--;
	for (dot = path.length; dot > start + 1; dot--)
		if (path.at[dot - 1] == '.')
			break;
	if (dot <= start + 1 || !is_suffix(slice_part(path, dot, path.length)))
		return slice_part(path, start, path.length);
	return slice_part(path, start, dot - 1);
}

struct slice
ids_unique(struct ids *ids, struct slice id)
{
	struct buffer name = { 0 };
	uint32_t *last;

	id = arena_copy(&ids->arena, id);
	last = hash_put(&ids->used, id);
	if (*last == HASH_NONE) {
		*last = 1;
		return id;
	}
	for (uint32_t suffix = *last + 1;; suffix++) {
		struct slice candidate;

		buffer_clear(&name);
		buffer_add(&name, id);
		buffer_printf(&name, "-%" PRIu32, suffix);
		candidate = buffer_slice(&name);
		if (hash_get(&ids->used, candidate) != HASH_NONE)
			continue;
		candidate = arena_copy(&ids->arena, candidate);
		*last = suffix;
		*hash_put(&ids->used, candidate) = 1;
		buffer_free(&name);
		return candidate;
	}
}

void
ids_free(struct ids *ids)
{
	arena_free(&ids->arena);
	hash_free(&ids->used);
}
