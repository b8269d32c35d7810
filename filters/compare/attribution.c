/*
 * Attribution: the same words in quotation marks, given to two speakers.
 */
#include "compare/detect.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
	WORDS_MIN = 7,		/* fewer may be a common saying */
	NAME_MIN = 3		/* bytes of a name that are looked for */
};

/* The letters of a quotation, lower case, words parted by one blank. */
static size_t
plain(struct slice quote, struct buffer *out)
{
	size_t words = 0;
	bool inside = false;

	for (size_t at = 0; at < quote.length;) {
		size_t before = at;
		enum utf8_class class = utf8_class(utf8_next(quote, &at));
		bool letter = class == UTF8_LOWER || class == UTF8_UPPER ||
		    class == UTF8_DIGIT;

		if (letter && !inside) {
			words++;
			buffer_add_byte(out, ' ');
		}
		if (letter)
			utf8_add_lower(slice_part(quote, before, at), out);
		inside = letter;
	}
	return words;
}

static bool
holds(struct slice s, struct slice part)
{
	for (size_t at = 0; part.length > 0 && at + part.length <= s.length;
	    at++)
		if (s.at[at] == part.at[0] &&
		    memcmp(s.at + at, part.at, part.length) == 0)
			return true;
	return false;
}

static bool
same_words(struct slice a, struct slice b)
{
	struct buffer x = { 0 }, y = { 0 };
	size_t m = plain(a, &x), n = plain(b, &y);
	bool same = m >= WORDS_MIN && n >= WORDS_MIN &&
	    (holds(buffer_slice(&x), buffer_slice(&y)) ||
	    holds(buffer_slice(&y), buffer_slice(&x)));

	buffer_free(&x);
	buffer_free(&y);
	return same;
}

/* Is the speaker a person known by name? */
static bool
is_known(const struct claim *claim)
{
	return claim->source != TERM_NONE &&
	    !memchr(claim->source_id.at, '@', claim->source_id.length) &&
	    slice_is(claim->source_type, "named_person");
}

/*
 * "jacob_j_lew" and "lew", "mike_elliott" and "michael_elliott", "glenn_beck"
 * and "glenn_beck_cpac": one name.
 */
static bool
share_surname(struct slice a, struct slice b)
{
	struct slice x = a, y = b;

	if (slice_begins(a, b) || slice_begins(b, a))
		return true;
	while (a.at)
		x = slice_cut(&a, '_');
	while (b.at)
		y = slice_cut(&b, '_');
	return slice_equal(x, y);
}

static bool
holds_any_case(struct slice s, struct slice part)
{
	for (size_t at = 0; at + part.length <= s.length; at++) {
		size_t i = 0;

		while (i < part.length && (s.at[at + i] == part.at[i] ||
		    (is_upper(s.at[at + i]) && s.at[at + i] - 'A' ==
		    part.at[i] - 'a')))
			i++;
		if (i == part.length)
			return true;
	}
	return false;
}

/* Does the sentence name its speaker, not call him "he"? */
static bool
names_speaker(const struct claim *claim)
{
	struct slice id = claim->source_id;

	while (id.at) {
		struct slice part = slice_cut(&id, '_');

		if (part.length >= NAME_MIN && holds_any_case(claim->text,
		    part))
			return true;
	}
	return false;
}

/*
 * May "she wrote" be somebody else?  Yes, where a quotation only goes on, or
 * the other article names nobody either, and the article also tells of the one
 * who is said to have spoken.
 */
static bool
may_be_mistaken(const struct claim *claim, const struct article *article,
    const struct claim *other)
{
	if (names_speaker(claim) || (names_speaker(other) &&
	    !slice_is(claim->form, "free_direct")))
		return false;
	for (uint32_t i = 0; i < article->term_count; i++)
		if (article->terms[i].id == other->source)
			return true;
	return false;
}

bool
detect_attribution(const struct pair *pair, struct relation *found)
{
	struct buffer reason = { 0 };

	if (pair->same_source || pair->same_document ||
	    share_surname(pair->a->source_id, pair->b->source_id) ||
	    !is_known(pair->a) || !is_known(pair->b) ||
	    may_be_mistaken(pair->a, pair->x, pair->b) ||
	    may_be_mistaken(pair->b, pair->y, pair->a) ||
	    claims_side(pair->claims, pair->a->source) ==
	    claims_side(pair->claims, pair->b->source) ||
	    !same_words(pair->a->quote, pair->b->quote))
		return false;
	buffer_add(&reason, SLICE("the same words from "));
	buffer_add(&reason, pair->a->source_id);
	buffer_add(&reason, SLICE(" / "));
	buffer_add(&reason, pair->b->source_id);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, RELATION_CONFLICT, KIND_ATTRIBUTION, 0.9,
	    &reason);
	return true;
}
