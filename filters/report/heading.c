/*
 * Headings.
 *
 * A topic of one word stands over many pairs: it names a matter only when
 * both sides have the word and it is neither vague nor what they count.
 * Otherwise the first words of the earlier statement tell more.
 */
#include "report/heading.h"

#include "report/letters.h"
#include "report/speaker.h"
#include "report/topic.h"

enum {
	OPENING_WORDS = 7,	/* of a statement, to name it by */
	WHOLE_WORDS = 10,	/* so many stand uncut */
	OPENING_LEAST = 3,	/* fewer name nothing */
	STEM_LETTERS = 5,
	HALVES_MOST = 4,	/* words against words, in a heading */
	HALVES_LENGTH = 100,	/* bytes of all of them that it holds */
	HALVES_SHORT = 24	/* fewer say less than a statement's words */
};

/* Make the first letter behind `begin` a capital. */
static void
capital(struct buffer *out, size_t begin)
{
	if (out->length > begin && out->at[begin] >= 'a' &&
	    out->at[begin] <= 'z')
		out->at[begin] = (char)(out->at[begin] - 'a' + 'A');
}

/* ------------------------------------------------------------ figures */

static const struct figures *
figures_of(const struct report *report, uint32_t claim)
{
	static const struct figures none;
	uint32_t at = report->claims[claim].sentence;

	return at == REPORT_NONE ? &none : &report->sentences[at].figures;
}

/* The noun that both sides of a pair count, if there is one. */
static struct slice
counted_noun(const struct report *report,
    const struct report_relation *relation)
{
	const struct figures *a = figures_of(report, relation->claim);
	const struct figures *b = figures_of(report, relation->with);
	size_t i, j;

	for (i = 0; i < a->count; i++)
		for (j = 0; j < b->count; j++)
			if (a->at[i].what.length > 0 && slice_equal(
			    a->at[i].what, b->at[j].what))
				return a->at[i].what;
	return (struct slice){ "", 0 };
}

/* Has a claim's sentence a figure with a unit, such as euros? */
static bool
measures(const struct report *report, uint32_t claim)
{
	const struct figures *figures = figures_of(report, claim);
	size_t i;

	for (i = 0; i < figures->count; i++)
		if (figures->at[i].unit.length > 0)
			return true;
	return false;
}

static bool
same_stem(struct slice a, struct slice b)
{
	if (a.length > STEM_LETTERS && b.length > STEM_LETTERS)
		a.length = b.length = STEM_LETTERS;
	return letters_same(a, b);
}

/* Is the word what a figure of the claim's sentence counts or measures? */
static bool
is_counted(const struct report *report, uint32_t claim, struct slice word)
{
	const struct figures *figures = figures_of(report, claim);
	size_t i;

	for (i = 0; i < figures->count; i++)
		if (same_stem(word, figures->at[i].what) ||
		    same_stem(word, words_find(report->words, "unit",
		    figures->at[i].unit)))
			return true;
	return false;
}

/* ------------------------------------------------------------- matters */

/* Has the text the word, or another form of it? */
static bool
has_word(struct slice text, struct slice word)
{
	size_t at, end;

	for (at = 0; at < text.length; at = end) {
		end = letters_end(text, at);
		if (same_stem(slice_part(text, at, end), word))
			return true;
	}
	return false;
}

/* Stand the topic's words in the text, next to each other? */
static bool
has_phrase(struct slice text, struct slice topic)
{
	size_t at, i;

	for (at = 0; at + topic.length <= text.length; at++) {
		for (i = 0; i < topic.length; i++)
			if (!letters_same(slice_part(text, at + i, at + i + 1),
			    topic.at[i] == '_' ? SLICE(" ")
			    : slice_part(topic, i, i + 1)))
				break;
		if (i == topic.length)
			return true;
	}
	return false;
}

/* Has a claim the word?  A name may stand beside it in its sentence. */
static bool
stands_in(const struct report *report, uint32_t claim, struct slice word)
{
	const struct report_claim *at = &report->claims[claim];

	return has_word(at->content, word) || (at->sentence != REPORT_NONE &&
	    word.at[0] >= 'A' && word.at[0] <= 'Z' &&
	    has_word(report->sentences[at->sentence].text, word));
}

/* Does the topic tell what a pair is about? */
static bool
tells(const struct report *report, struct slice topic, uint32_t a,
    uint32_t b)
{
	struct slice word = slice_part(topic, 0, letters_end(topic, 0));

	if (topic.length == 0 || words_find(report->words, "vague",
	    topic).length > 0)
		return false;
	if (memchr(topic.at, ' ', topic.length) ||
	    memchr(topic.at, '_', topic.length))
		return has_phrase(report->claims[a].content, topic) ||
		    has_phrase(report->claims[b].content, topic);
	return stands_in(report, a, word) && stands_in(report, b, word) &&
	    !is_counted(report, a, word) && !is_counted(report, b, word);
}

static size_t
count_words(struct slice text)
{
	size_t count = 0, at;

	for (at = 0; at < text.length; at = letters_end(text, at))
		count += letters_begin(slice_part(text, at, text.length));
	return count;
}

/* The first words of a text in quotation marks, all of them if few. */
static void
add_opening(struct slice text, struct buffer *out)
{
	size_t begin = letters_first(text), at, end = begin, words = 0;
	bool whole = count_words(text) <= WHOLE_WORDS;

	for (at = begin; at < text.length &&
	    (whole || words < OPENING_WORDS); at = letters_end(text, at))
		if (letters_begin(slice_part(text, at, text.length))) {
			words++;
			end = letters_end(text, at);
		}
	buffer_add(out, SLICE("“"));
	buffer_add(out, slice_part(text, begin, end));
	buffer_add(out, whole ? SLICE("”") : SLICE(" …”"));
}

/* What two claims are about: their topic, or what one of them says: the
   earlier, unless it has too few words or only the later stands uncut. */
static void
add_matter(const struct report *report, struct slice topic, bool quote,
    uint32_t earlier, uint32_t later, struct buffer *out)
{
	struct slice first = report->claims[earlier].content;
	struct slice second = report->claims[later].content;
	size_t words = count_words(first), others = count_words(second);
	size_t begin = out->length;

	if (!quote && tells(report, topic, earlier, later))
		topic_add(report, topic, out);
	else if (others >= OPENING_LEAST && (words < OPENING_LEAST ||
	    (words > WHOLE_WORDS && others <= WHOLE_WORDS)))
		add_opening(second, out);
	else if (words >= OPENING_LEAST)
		add_opening(first, out);
	else
		topic_add(report, topic, out);
	capital(out, begin);
}

/* ------------------------------------------------------------- halves */

/* The half of a reason "hurdles / stalled; 24 days apart" that is a side's:
   the earlier claim's stands first. */
static struct slice
half_of(struct slice reason, bool later)
{
	struct slice rest = slice_trim(slice_cut(&reason, ';'));
	size_t i;

	for (i = 0; i + 2 < rest.length; i++)
		if (memcmp(rest.at + i, " / ", 3) == 0)
			return later ? slice_part(rest, i + 3, rest.length)
			    : slice_part(rest, 0, i);
	return (struct slice){ "", 0 };
}


/* A half without the words in brackets behind it, and "the same words from". */
static struct slice
bare_half(struct slice half)
{
	static const char same[] = "the same words from ";
	size_t i;

	if (slice_begins(half, slice_of(same)))
		half = slice_part(half, strlen(same), half.length);
	for (i = 0; i + 1 < half.length; i++)
		if (half.at[i] == ' ' && half.at[i + 1] == '(')
			half.length = i;
	return half;
}

void
heading_halves(struct slice reason, struct slice *earlier,
    struct slice *later)
{
	*earlier = bare_half(half_of(reason, false));
	*later = bare_half(half_of(reason, true));
}

/*
 * The words that stand against each other in the pairs of a dispute, each
 * once, the surest pair's first; returns how many.
 */
static size_t
find_halves(const struct report *report, const struct groups *groups,
    const struct group *group, struct slice *halves)
{
	size_t count = 0, i, j;
	unsigned side;

	for (i = 0; i < group->count; i++)
		for (side = 0; side < 2 && count < HALVES_MOST; side++) {
			struct slice half = bare_half(half_of(
			    report->relations[groups->items[group->first +
			    i]].reason, side == 1));

			for (j = 0; j < count; j++)
				if (letters_same(half, halves[j]))
					break;
			if (half.length > 0 && j == count)
				halves[count++] = half;
		}
	return count;
}

/* "stalled, at odds or going well?" */
static void
add_halves(const struct report *report, const struct slice *halves,
    size_t count, struct buffer *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (i > 0)
			buffer_add(out, i + 1 < count ? SLICE(", ")
			    : SLICE(", or "));
		reason_add(report, halves[i], out);
	}
	buffer_add_byte(out, '?');
}

/* ------------------------------------------------------------ headings */

/* What a dispute asks: "how many piles?" */
static void
add_question(const struct report *report,
    const struct report_relation *relation, struct buffer *out)
{
	struct slice question = words_find(report->words, "question",
	    relation->kind);
	struct slice noun = counted_noun(report, relation);

	if (question.length == 0)
		question = words_find(report->words, "question",
		    SLICE("other"));
	if (slice_is(relation->kind, "numeric") && noun.length > 2) {
		buffer_add(out, SLICE("how many "));
		words_add_plural(report->words, noun, out);
		buffer_add_byte(out, '?');
	} else if (slice_is(relation->kind, "numeric") &&
	    measures(report, relation->claim) &&
	    measures(report, relation->with)) {
		buffer_add(out, SLICE("how much?"));
	} else {
		buffer_add(out, question);
	}
}

/* The matter of a dispute by what its sides say: their first words. */
static void
add_quoted(const struct report *report,
    const struct report_relation *relation, struct buffer *out)
{
	size_t begin = out->length;

	add_matter(report, relation->topic, words_find(report->words,
	    "quoted", relation->kind).length > 0, relation->with,
	    relation->claim, out);
	if (out->length == begin)
		buffer_add(out, SLICE("Two statements"));
	buffer_add(out, SLICE(": "));
	add_question(report, relation, out);
}

void
heading_add_dispute(const struct report *report,
    const struct groups *conflicts, const struct group *group,
    struct slice counted, struct buffer *out)
{
	const struct report_relation *relation =
	    &report->relations[conflicts->items[group->first]];
	struct slice halves[HALVES_MOST];
	size_t count = find_halves(report, conflicts, group, halves), i;
	size_t length = 0, begin = out->length;
	struct slice how = words_find(report->words, "quoted",
	    relation->kind);
	bool quoted = how.length > 0;

	for (i = 0; i < count; i++)
		length += halves[i].length;
	if (count < 2 || length > HALVES_LENGTH ||
	    slice_is(how, "always") || (quoted && length < HALVES_SHORT)) {
		add_quoted(report, relation, out);
		return;
	}
	if (tells(report, relation->topic, relation->with,
	    relation->claim)) {
		topic_add(report, relation->topic, out);
		buffer_add(out, SLICE(": "));
	} else if (slice_is(relation->kind, "numeric") &&
	    counted.length > 0) {
		buffer_add(out, counted);
		buffer_add(out, SLICE(": "));
	} else if (!quoted) {
		add_question(report, relation, out);
		out->at[out->length - 1] = ':';
		buffer_add_byte(out, ' ');
	}
	add_halves(report, halves, count, out);
	capital(out, begin);
}

static bool
has_one_speaker(const struct report *report, const uint32_t *claims,
    size_t count)
{
	uint32_t speaker = report->claims[claims[0]].speaker;
	size_t i;

	for (i = 1; i < count; i++)
		if (report->claims[claims[i]].speaker != speaker)
			return false;
	return speaker != REPORT_NONE;
}

void
heading_add_series(const struct report *report, const struct groups *series,
    const struct group *group, struct slice counted, struct buffer *out)
{
	const uint32_t *claims = series->items + group->first;
	const struct report_relation *step = heading_step(report,
	    claims[group->count - 1]);
	struct slice what = step ? words_find(report->words, "series",
	    step->kind) : (struct slice){ "", 0 };
	size_t begin = out->length;

	if (has_one_speaker(report, claims, group->count)) {
		speaker_add_name(report, &report->claims[claims[0]], out);
		if (step && step->topic.length > 0 && words_find(
		    report->words, "vague", step->topic).length == 0) {
			buffer_add(out, SLICE(" on "));
			topic_add(report, step->topic, out);
		}
	} else if (step && tells(report, step->topic, step->with,
	    step->claim)) {
		topic_add(report, step->topic, out);
	} else if (step && slice_is(step->kind, "numeric")) {
		buffer_add(out, counted);
	}
	if (what.length > 0) {
		if (out->length > begin)
			buffer_add(out, SLICE(": "));
		buffer_add(out, what);
	}
	if (out->length == begin)
		buffer_add(out, SLICE("A matter that moved"));
	capital(out, begin);
}

void
heading_add_course(const struct report *report, const struct groups *series,
    const struct group *group, struct buffer *out)
{
	const uint32_t *claims = series->items + group->first;
	struct slice last = { "-", 1 };	/* begins no step */
	size_t begin = out->length, steps = 0, i;

	for (i = 0; i < group->count; i++) {
		const struct report_relation *step = heading_step(report,
		    claims[i]);
		struct slice half = step ? half_of(step->reason,
		    step->claim == claims[i]) : (struct slice){ "", 0 };

		if (half.length == 0 || slice_begins(half, last) ||
		    slice_begins(last, half))
			continue;
		if (steps++ > 0)
			buffer_add(out, SLICE(" > "));
		buffer_add(out, half);
		last = half;
	}
	if (steps < 2)
		out->length = begin;
}

void
heading_add_agreement(const struct report *report,
    const struct groups *agreements, const struct group *group,
    struct buffer *out)
{
	const uint32_t *claims = agreements->items + group->first;
	size_t begin = out->length;

	add_matter(report, report->claims[claims[0]].topic, true, claims[0],
	    claims[1], out);
	if (out->length == begin)
		buffer_add(out, SLICE("The same"));
}

const struct report_relation *
heading_step(const struct report *report, uint32_t claim)
{
	uint32_t step = report->claims[claim].step;

	return step == REPORT_NONE ? NULL : &report->relations[step];
}
