/*
 * Drift: what a copy does to the words it copies.
 *
 * The two claims are laid side by side word by word (longest common
 * subsequence); what is left over on either side was changed.  Three changes
 * matter to a reader who takes the copy for the original: words inside
 * quotation marks, a hedge that is gone or new ("may", "reportedly"), a
 * speaker who has lost the name.  A quotation that is only cut short at an end
 * says nothing else and has not drifted.
 */
#include "compare/detect.h"

#include "text/token.h"

enum {
	WORDS_MAX = 96,		/* of a claim that are looked at */
	WORDS_MIN = 3,		/* that both share */
	COPY_DAYS = 3		/* a declared copy follows in so many */
};

#define ALIKE_MIN 0.5		/* words both share, of all they have */
#define ALIKE_BLURRED 0.75	/* and where speakers are told apart */
#define STORY_MIN 0.5		/* likeness of an article and its upstream's */

/* The words of one claim, without punctuation and quotation marks. */
struct side {
	const struct claim *claim;
	const struct word *words[WORDS_MAX];
	bool kept[WORDS_MAX];	/* the other side has it in its place */
	bool quoted[WORDS_MAX];
	uint32_t count;
};

struct diff {
	struct side a, b;
	uint32_t shared;
	double alike;
};

static bool
is_mark(const struct word *word)
{
	return word->tag == TAG_OPENQ || word->tag == TAG_CLOSEQ ||
	    word->tag == TAG_COMMA || word->tag == TAG_STOP ||
	    word->tag == TAG_COLON || word->tag == TAG_HYPH;
}

static void
take_words(struct side *side, const struct claim *claim)
{
	bool inside = false;

	side->claim = claim;
	side->count = 0;
	for (uint32_t w = 0; w < claim->word_count && side->count < WORDS_MAX;
	    w++) {
		const struct word *word = &claim->words[w];

		if (word->tag == TAG_OPENQ || word->tag == TAG_CLOSEQ)
			inside = word->tag == TAG_OPENQ;
		if (is_mark(word))
			continue;
		side->kept[side->count] = false;
		side->quoted[side->count] = inside ||
		    word_is_quoted(claim, word);
		side->words[side->count++] = word;
	}
}

static bool
same_word(const struct word *u, const struct word *v)
{
	return u->lemma == v->lemma || slice_equal(u->lower, v->lower);
}

/* The longest common subsequence, marked on both sides. */
static void
lay_out(struct diff *diff)
{
	static uint8_t longest[WORDS_MAX + 1][WORDS_MAX + 1];
	struct side *a = &diff->a, *b = &diff->b;
	uint32_t i, j;

	for (i = a->count + 1; i-- > 0;)
		for (j = b->count + 1; j-- > 0;) {
			uint8_t down, right;

			longest[i][j] = 0;
			if (i == a->count || j == b->count)
				continue;
			down = longest[i + 1][j];
			right = longest[i][j + 1];
			longest[i][j] = same_word(a->words[i], b->words[j]) ?
			    (uint8_t)(longest[i + 1][j + 1] + 1) :
			    down > right ? down : right;
		}
	for (i = j = 0; i < a->count && j < b->count;) {
		if (same_word(a->words[i], b->words[j]))
			a->kept[i++] = b->kept[j++] = true;
		else if (longest[i + 1][j] >= longest[i][j + 1])
			i++;
		else
			j++;
	}
	diff->shared = longest[0][0];
	diff->alike = a->count + b->count > 0 ? 2.0 * diff->shared /
	    (a->count + b->count) : 0;
}

/* Do two articles go back to one text, as far as it shows or they say? */
static bool
is_one_text(const struct pair *pair)
{
	return !pair->same_document && pair->same_witness &&
	    (pair->x->text == pair->y->text ||
	    ((pair->x->upstream.length || pair->y->upstream.length) &&
	    pair->days <= COPY_DAYS && pair->setting >= STORY_MIN));
}

/* ------------------------------------------------------- what was changed */

static bool
is_hedge(const struct pair *pair, const struct word *word)
{
	const struct lexicon_row *row = lexicon_find(
	    &pair->claims->knowledge->hedges, word->lower);

	return row && row->fields[1].length > 0;
}

/* A stretch of words of one side. */
struct change {
	uint32_t first, last;	/* last exclusive; equal: nothing */
};

/* The stretch of changed words around one. */
static struct change
around(const struct side *side, uint32_t at)
{
	struct change change = { at, at + 1 };

	while (change.first > 0 && !side->kept[change.first - 1])
		change.first--;
	while (change.last < side->count && !side->kept[change.last])
		change.last++;
	return change;
}

/* The words of the other side that stand where a change stands. */
static struct change
opposite(const struct side *side, const struct side *other,
    struct change change)
{
	uint32_t before = 0, at = 0;
	struct change found;

	for (uint32_t i = 0; i < change.first; i++)
		before += side->kept[i];
	while (at < other->count && before > 0)
		before -= other->kept[at++];
	found = (struct change){ at, at };
	while (found.last < other->count && !other->kept[found.last])
		found.last++;
	return found;
}

static struct slice
text_of(const struct side *side, struct change change)
{
	return change.first < change.last ? words_text(side->claim,
	    side->words[change.first], side->words[change.last - 1]) :
	    SLICE("");
}

/* Is a change only that the other quotation is cut short at an end? */
static bool
is_cut(const struct side *other, struct change opposed)
{
	return opposed.first == opposed.last && (opposed.first == 0 ||
	    opposed.first == other->count);
}

/*
 * The first quoted word of a side that the other has not, where the other
 * quotes at all or has something else in its place.
 */
static bool
find_quoted(const struct side *side, const struct side *other,
    struct change *change, struct change *opposed)
{
	for (uint32_t i = 0; i < side->count; i++) {
		if (side->kept[i] || !side->quoted[i])
			continue;
		*change = around(side, i);
		*opposed = opposite(side, other, *change);
		if (!is_cut(other, *opposed))
			return true;
		i = change->last;
	}
	return false;
}

static bool
find_hedge(const struct pair *pair, const struct side *side,
    const struct side *other, struct change *change, struct change *opposed)
{
	for (uint32_t i = 0; i < side->count; i++) {
		bool answered = false;

		if (side->kept[i] || !is_hedge(pair, side->words[i]))
			continue;
		*change = around(side, i);
		*opposed = opposite(side, other, *change);
		for (uint32_t j = opposed->first; j < opposed->last; j++)
			answered |= is_hedge(pair, other->words[j]);
		if (!answered)
			return true;
	}
	return false;
}

/* A name in the one, a noun without a name in its place in the other. */
static bool
find_name(const struct side *side, const struct side *other,
    struct change *change, struct change *opposed)
{
	for (uint32_t i = 0; i < side->count; i++) {
		bool noun = false, name = false;

		if (side->kept[i] || !tag_is_name(side->words[i]->tag))
			continue;
		*change = around(side, i);
		*opposed = opposite(side, other, *change);
		for (uint32_t j = opposed->first; j < opposed->last; j++) {
			name |= tag_is_name(other->words[j]->tag);
			noun |= tag_is_noun(other->words[j]->tag);
		}
		if (noun && !name)
			return true;
	}
	return false;
}

/* ----------------------------------------------------------------- reports */

static void
add_side(struct buffer *reason, struct slice text)
{
	buffer_add(reason, text.length ? text : SLICE("-"));
}

static bool
report(const struct pair *pair, struct relation *found, double alike,
    struct slice what, struct slice a, struct slice b)
{
	struct buffer reason = { 0 };

	buffer_add(&reason, what);
	buffer_add(&reason, SLICE(": "));
	add_side(&reason, a);
	buffer_add(&reason, SLICE(" / "));
	add_side(&reason, b);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, RELATION_REPEAT, KIND_DRIFT, 0.4 +
	    0.55 * alike, &reason);
	return true;
}

/* A person's name in the one, nobody's in the other. */
static bool
is_blurred(const struct claim *a, const struct claim *b)
{
	static const char *const nameless[] = { "anonymous_official",
		"anonymous_source", "anonymous_group", "unspecified", NULL };

	if (!slice_is(a->source_type, "named_person"))
		return false;
	for (size_t i = 0; nameless[i]; i++)
		if (slice_is(b->source_type, nameless[i]))
			return true;
	return false;
}

/* Report a change of one side; second: it is the later claim's. */
static bool
report_change(const struct pair *pair, const struct diff *diff, bool second,
    struct slice what, struct change change, struct change opposed,
    struct relation *found)
{
	return second ? report(pair, found, diff->alike, what,
	    text_of(&diff->a, opposed), text_of(&diff->b, change)) :
	    report(pair, found, diff->alike, what, text_of(&diff->a, change),
	    text_of(&diff->b, opposed));
}

bool
detect_drift(const struct pair *pair, struct relation *found)
{
	const struct claim *a = pair->a, *b = pair->b;
	struct change change, opposed;
	struct diff diff;

	if (!is_one_text(pair))
		return false;
	take_words(&diff.a, a);
	take_words(&diff.b, b);
	lay_out(&diff);
	if (diff.shared < WORDS_MIN || diff.alike < ALIKE_MIN)
		return false;
	/* what was changed inside the marks says most */
	if (find_quoted(&diff.b, &diff.a, &change, &opposed))
		return report_change(pair, &diff, true, SLICE("quotation"),
		    change, opposed, found);
	if (find_quoted(&diff.a, &diff.b, &change, &opposed))
		return report_change(pair, &diff, false, SLICE("quotation"),
		    change, opposed, found);
	if (find_hedge(pair, &diff.b, &diff.a, &change, &opposed))
		return report_change(pair, &diff, true, SLICE("hedge added"),
		    change, opposed, found);
	if (find_hedge(pair, &diff.a, &diff.b, &change, &opposed))
		return report_change(pair, &diff, false,
		    SLICE("hedge dropped"), change, opposed, found);
	if (diff.alike < ALIKE_BLURRED)
		return false;
	if (find_name(&diff.a, &diff.b, &change, &opposed))
		return report_change(pair, &diff, false,
		    SLICE("name blurred"), change, opposed, found);
	if (is_blurred(a, b) || is_blurred(b, a))
		return report(pair, found, diff.alike, SLICE("name blurred"),
		    a->source_id, b->source_id);
	return false;
}
