/*
 * A slice: bytes that somebody else owns.
 *
 * Fields, tokens and names are slices into a record or an arena; nothing is
 * copied to look at it.  A slice is valid as long as what it points into.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
	const char *at;
	size_t length;		/* in bytes */
};

/* The slice of a string literal. */
#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })

/*
 * The bytes from one symbol to another, which the linker laid behind it (C
 * knows them as two objects, so the difference is that of their addresses).
 */
#define SLICE_BETWEEN(first, behind) ((struct slice){ (first), \
	(size_t)((uintptr_t)(behind) - (uintptr_t)(first)) })

/* The slice of a C string, which must outlive it; NULL gives an empty one. */
static inline struct slice
slice_of(const char *string)
{
	return (struct slice){ string, string ? strlen(string) : 0 };
}

/* Bytes start to end (exclusive) of s; both must lie inside it. */
static inline struct slice
slice_part(struct slice s, size_t start, size_t end)
{
	return (struct slice){ s.at + start, end - start };
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	return a.length == b.length &&
	    (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Is s the same bytes as a C string?  The first byte mostly tells. */
static inline bool
slice_is(struct slice s, const char *string)
{
	if (s.length == 0)
		return string[0] == '\0';
	return s.at[0] == string[0] && slice_equal(s, slice_of(string));
}

static inline bool
slice_begins(struct slice s, struct slice head)
{
	return s.length >= head.length &&
	    (head.length == 0 || memcmp(s.at, head.at, head.length) == 0);
}

/* Does s begin with head, which is lower-case ASCII, in either case? */
bool slice_begins_caseless(struct slice s, const char *head);

static inline bool
slice_ends(struct slice s, struct slice tail)
{
	return s.length >= tail.length && (tail.length == 0 ||
	    memcmp(s.at + s.length - tail.length, tail.at, tail.length) == 0);
}

/* Order by bytes, as `LC_ALL=C sort`: negative, 0 or positive. */
int slice_compare(struct slice a, struct slice b);

/* s without the ASCII blanks, tabs and line feeds at both ends. */
struct slice slice_trim(struct slice s);

/*
 * Cut the part of *rest before the first separator off and return it; *rest
 * becomes what follows, with at == NULL once the last part has been taken.
 * A loop over all parts: while (rest.at) part = slice_cut(&rest, ':').
 */
struct slice slice_cut(struct slice *rest, char separator);

/* What stands behind the last blank of s; s itself when it has none. */
struct slice slice_last_word(struct slice s);

/*
 * The decimal number that fills s, into *number.  False when s is empty, has
 * another byte than a digit, or does not fit.
 */
bool slice_number(struct slice s, size_t *number);

#endif
