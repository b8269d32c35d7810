/*
 * Items of lists.  A number or letter counts as a marker where it begins a
 * paragraph, follows a colon, or is the neighbour of the one before it, so that
 * numbers in running text are left alone.
 */
#include "text/item.h"

static const char *const bullets[] = {
	"\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x81\x83", "\xE2\x96\xA0",
	"\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6"
};

struct marker
item_marker(const struct splitter *s, size_t at)
{
	struct marker marker = { 0 };
	size_t end = at;

	while (is_digit(byte_at(s, end)) && end < at + 3)
		marker.number = marker.number * 10 +
		    (size_t)(byte_at(s, end++) - '0');
	while (end > at && byte_at(s, end) == '.' &&
	    is_digit(byte_at(s, end + 1)) && end < at + 6)
		end += 2;		/* "2.1." */
	if (end == at && is_letter(byte_at(s, at))) {
		marker.number = (size_t)(byte_at(s, at) | 0x20) - 'a' + 1;
		marker.letter = true;
		end++;
	}
	if (end == at)
		return marker;
	if (byte_at(s, end) == '.' && byte_at(s, end + 1) == ')')
		marker.form = '2';
	else if (byte_at(s, end) == '.' || byte_at(s, end) == ')')
		marker.form = s->text.at[end];
	end += marker.form == '2' ? 2 : 1;
	if (byte_at(s, end) != ' ' || (marker.form == '.' &&
	    is_upper(byte_at(s, at))))
		marker.form = 0;	/* "J. K. Abara" is no list */
	marker.length = end - at;
	return marker;
}

const char *
item_bullet(const struct splitter *s, size_t at)
{
	if (byte_at(s, at) != 0xe2)
		return NULL;
	for (size_t i = 0; i < COUNT(bullets); i++) {
		if (mark_at(s, at, bullets[i]))
			return bullets[i];
	}
	return NULL;
}

size_t
item_next(const struct splitter *s, size_t at)
{
	size_t start;
	struct marker marker;

	if (at < s->start + 2 || !(is_digit(byte_at(s, at - 1)) ||
	    blank_before(s, at - 1)))
		return 0;
	start = splitter_word_start(s, at);
	if (start <= s->start || !blank_before(s, start))
		return 0;
	marker = item_marker(s, start);
	if (s->list.form == 0)		/* "as follows: 1. The first" */
		return marker.form && marker.number == 1 && start >= 2 &&
		    !marker.letter && s->text.at[start - 2] == ':' &&
		    splitter_follow(s, start + marker.length).class !=
		    FOLLOW_LOWER ? start : 0;
	if (marker.form != s->list.form || marker.letter != s->list.letter ||
	    splitter_follow(s, start + marker.length).class == FOLLOW_LOWER)
		return 0;
	return marker.number == s->list.number + 1 ||
	    marker.number + 1 == s->list.number ? start : 0;
}
