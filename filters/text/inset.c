/*
 * What is no prose in a text.  It has marks that end nothing, and a capital
 * behind it begins a sentence although no full stop stands there.
 */
#include "text/inset.h"

#include "text/address.h"

enum {
	RULE_MIN = 5,		/* marks in a row that draw a line */
	FACTS_MAX = 160		/* bytes of a line of facts */
};

static const char *const faces[] = {
	":'(", ":(", ":)", ":-(", ":-)", ":D", ":P", ";)", ";-)", "<3", "=(",
	"=)", ">:(", "^_^"
};

size_t
inset_face(const struct splitter *s, size_t at)
{
	size_t start = skip_blanks(s->text, at, s->end);

	if (start >= s->end || !strchr(":;<=>^", s->text.at[start]))
		return at;
	for (size_t i = 0; i < COUNT(faces); i++) {
		if (mark_at(s, start, faces[i]) &&
		    blank_at(s, start + strlen(faces[i])))
			return start + strlen(faces[i]);
	}
	return at;
}

/* A capital, or another address, behind an address, a face or a time stamp
   begins a sentence; not in a line of facts without a full stop ("Ana Prat
   a.prat@x.example University of Visby"). */
static void
end_inset(struct splitter *s, size_t end, const char *rule)
{
	struct follow follow = splitter_follow(s, end);
	int last = byte_at(s, s->end - 1);

	s->at = end;
	if (s->end - s->start < FACTS_MAX && (is_letter(last) ||
	    is_digit(last)))
		return;
	if (blank_at(s, end) && (follow.class == FOLLOW_UPPER ||
	    slice_begins(slice_part(s->text, follow.at, s->end),
	    SLICE("http"))))
		splitter_end(s, end, rule);
}

/* The end of "08:36:00 AM" behind a date with strokes, or 0; at is its first
   colon. */
static size_t
stamp_end(const struct splitter *s, size_t at)
{
	size_t date = at, end = at + 3;

	while (date > s->start && is_digit(byte_at(s, date - 1)))
		date--;
	if (date < s->start + 6 || byte_at(s, date - 1) != ' ' ||
	    !is_digit(byte_at(s, date - 2)) ||
	    (byte_at(s, date - 6) != '/' && byte_at(s, date - 4) != '/'))
		return 0;
	if (byte_at(s, end) == ':' && is_digit(byte_at(s, end + 1)))
		end += 3;
	if (byte_at(s, end) == ' ' && byte_at(s, end + 2) == 'M')
		return end + 3;
	return 0;
}

void
inset_colon(struct splitter *s, size_t at)
{
	size_t end;

	if (byte_at(s, at + 1) == '/' && byte_at(s, at + 2) == '/') {
		end_inset(s, address_rest(s->text, at, s->end), "address");
		return;
	}
	if (is_digit(byte_at(s, at + 1)) && is_digit(byte_at(s, at + 2))) {
		end = stamp_end(s, at);
		if (end > 0 && end < s->end)
			splitter_end(s, end, "time stamp");
		return;
	}
	if (!blank_before(s, at))
		return;
	end = inset_face(s, at);
	if (end > at)
		end_inset(s, end, "face");
}

void
inset_at_sign(struct splitter *s, size_t at)
{
	size_t end = address_rest(s->text, at, s->end);

	if (end > at + 1)
		s->at = end;
	if (!blank_before(s, at) && memchr(s->text.at + at, '.', end - at))
		end_inset(s, end, "address");
}

void
inset_rule(struct splitter *s, size_t at)
{
	size_t end = at + 1;

	while (byte_at(s, end) == s->text.at[at])
		end++;
	s->at = end;
	if (end - at < RULE_MIN || !blank_before(s, at))
		return;
	splitter_emit(s, at, KIND_BODY, "rule", "");
	s->start = at;
	if (blank_at(s, end))
		splitter_end(s, end, "rule");
}
