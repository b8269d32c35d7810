/*
 * Addresses in running text, told by what every one of them has: "://", "www.",
 * an "@" before a dot, or a known domain before a stroke.
 */
#include "text/address.h"

#include "base/ascii.h"

#include <string.h>

enum {
	ADDRESS_MAX = 2048,	/* bytes of the longest address */
	MARKS_MAX = 256		/* bytes in which its marks must stand */
};

/* Ends of host names that make a dotted word an address. */
static const char *const domains[] = {
	"au", "biz", "ca", "co", "com", "de", "edu", "eu", "fr", "gov", "il",
	"in", "info", "int", "io", "mil", "net", "news", "org", "ru", "tv",
	"uk", "us"
};

static bool
ends_address(char b)
{
	return (unsigned char)b <= ' ' || b == '<' || b == '>' || b == '"';
}

static bool
is_balanced(struct slice text, size_t start, size_t end)
{
	int depth = 0;

	for (size_t i = start; i < end; i++)
		depth += (text.at[i] == '(') - (text.at[i] == ')');
	return depth >= 0;
}

/* Bytes of the mark in front of `end` that an address does not end with. */
static size_t
closing_mark(struct slice text, size_t start, size_t end)
{
	char last = text.at[end - 1];

	if (last == ')' && is_balanced(text, start, end))
		return 0;
	if (last != '\0' && strchr(".,;:!?')]*", last))
		return 1;
	/* ’ ” … — */
	if (end >= start + 3 && (unsigned char)text.at[end - 3] == 0xe2 &&
	    (unsigned char)text.at[end - 2] == 0x80)
		return 3;
	return 0;
}

size_t
address_rest(struct slice text, size_t at, size_t end)
{
	size_t start = at, mark;

	if (end - at > ADDRESS_MAX)
		end = at + ADDRESS_MAX;
	while (at < end && !ends_address(text.at[at]))
		at++;
	while (at > start && (mark = closing_mark(text, start, at)) > 0)
		at -= mark;
	return at;
}

bool
address_is_host(struct slice word)
{
	size_t at = word.length;
	struct slice domain;

	while (at > 0 && is_lower(word.at[at - 1]))
		at--;
	if (at < 3 || word.at[at - 1] != '.')
		return false;
	domain = slice_part(word, at, word.length);
	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
		if (slice_is(domain, domains[i]))
			return true;
	}
	return false;
}

struct marks {			/* where the first of each stands, or 0 */
	size_t at_sign, slash, dot, scheme;
};

static size_t
find_marks(struct slice text, size_t start, struct marks *marks)
{
	size_t end = start;

	for (; end < text.length && end - start < MARKS_MAX &&
	    !ends_address(text.at[end]); end++) {
		char b = text.at[end];

		if (b == '@' && end > start && marks->at_sign == 0)
			marks->at_sign = end;
		else if (b == '.' && end > start && end + 1 < text.length &&
		    (is_letter(text.at[end + 1]) ||
		    is_digit(text.at[end + 1])))
			marks->dot = end;
		else if (b == '/' && marks->slash == 0)
			marks->slash = end;
		else if (b == ':' && text.length - end > 3 &&
		    text.at[end + 1] == '/' && text.at[end + 2] == '/' &&
		    end > start)
			marks->scheme = end;
	}
	return end;
}

size_t
address_end(struct slice text, size_t start, size_t *plain_until)
{
	struct marks marks = { 0 };
	size_t end;

	if (start < *plain_until)
		return start;
	end = find_marks(text, start, &marks);
	if (marks.dot == 0 && marks.scheme == 0) {
		*plain_until = end;
		return start;
	}
	if (marks.at_sign + marks.slash + marks.scheme == 0 &&
	    !slice_begins(slice_part(text, start, end), SLICE("www.")))
		return start;
	end = address_rest(text, start, text.length);
	if (marks.scheme > 0 && marks.scheme < end)
		return end;
	if (slice_begins(slice_part(text, start, end), SLICE("www.")))
		return end;
	if (marks.at_sign > 0 && marks.at_sign < marks.dot &&
	    marks.dot < end && marks.slash == 0)
		return end;
	if (marks.slash > start && marks.slash < end &&
	    address_is_host(slice_part(text, start, marks.slash)))
		return end;
	return start;
}
