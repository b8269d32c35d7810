/*
 * Phrases of the report that every format prints: headings, sums, remarks.
 */
#include "report/phrases.h"

#include "report/letters.h"
#include "report/speaker.h"
#include "report/subject.h"

enum { OPENING_WORDS = 7 };	/* of a statement, to name it by */

void
slug_add(struct slice slug, struct buffer *out)
{
	size_t i;

	for (i = 0; i < slug.length && slug.at[i] != '@'; i++)
		buffer_add_byte(out, slug.at[i] == '_' ? ' ' : slug.at[i]);
}

void
slug_add_name(struct slice slug, struct buffer *out)
{
	bool named = memchr(slug.at, '@', slug.length) == NULL;
	size_t i;

	for (i = 0; i < slug.length && slug.at[i] != '@'; i++) {
		char c = slug.at[i] == '_' ? ' ' : slug.at[i];
		bool first = i == 0 || slug.at[i - 1] == '_';

		if (named && first && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buffer_add_byte(out, c);
	}
}

/* The entity of an id, or NULL. */
static const struct report_entity *
entity_of(const struct report *report, struct slice id)
{
	char key[160];
	uint32_t index;

	if (id.length + 2 > sizeof key)
		return NULL;
	key[0] = 'e';
	memcpy(key + 1, id.at, id.length);
	key[id.length + 1] = '\t';
	index = hash_get(&report->keys, (struct slice){ key, id.length + 2 });
	return index == HASH_NONE ? NULL : &report->entities[index];
}

/* Make the first letter behind `begin` a capital. */
static void
capital(struct buffer *out, size_t begin)
{
	if (out->length > begin && out->at[begin] >= 'a' &&
	    out->at[begin] <= 'z')
		out->at[begin] = (char)(out->at[begin] - 'a' + 'A');
}

/* Bytes that part a topic's words: it may be a list of ids or slugs. */
static bool
parts_words(char byte)
{
	return byte == ' ' || byte == ',' || byte == ';' || byte == '|' ||
	    byte == '+' || byte == '/';
}

void
topic_add(const struct report *report, struct slice topic,
    struct buffer *out)
{
	size_t at = 0, end;
	bool first = true;

	while (at < topic.length) {
		const struct report_entity *entity;
		struct slice word;

		if (parts_words(topic.at[at])) {
			at++;
			continue;
		}
		for (end = at; end < topic.length &&
		    !parts_words(topic.at[end]); end++)
			continue;
		word = slice_part(topic, at, end);
		entity = entity_of(report, word);
		if (!first)
			buffer_add_byte(out, ' ');
		first = false;
		if (entity && entity->named)
			buffer_add(out, entity->name);
		else
			slug_add(word, out);
		at = end;
	}
}

/* The noun that both sides of a pair count, if there is one. */
static struct slice
counted_noun(const struct report *report,
    const struct report_relation *relation)
{
	const struct report_claim *sides[2] = {
		&report->claims[relation->claim],
		&report->claims[relation->with]
	};
	const struct report_sentence *a, *b;
	size_t i, j;

	if (sides[0]->sentence == REPORT_NONE ||
	    sides[1]->sentence == REPORT_NONE)
		return (struct slice){ "", 0 };
	a = &report->sentences[sides[0]->sentence];
	b = &report->sentences[sides[1]->sentence];
	for (i = 0; i < a->figures.count; i++)
		for (j = 0; j < b->figures.count; j++)
			if (a->figures.at[i].what.length > 0 && slice_equal(
			    a->figures.at[i].what, b->figures.at[j].what))
				return a->figures.at[i].what;
	return (struct slice){ "", 0 };
}

/* Do both sides of a pair have a figure with a unit, such as euros? */
static bool
measures(const struct report *report,
    const struct report_relation *relation)
{
	const uint32_t sides[2] = { relation->claim, relation->with };
	size_t found = 0, i, j;

	for (i = 0; i < 2; i++) {
		uint32_t at = report->claims[sides[i]].sentence;
		const struct report_sentence *sentence;

		if (at == REPORT_NONE)
			continue;
		sentence = &report->sentences[at];
		for (j = 0; j < sentence->figures.count; j++)
			if (sentence->figures.at[j].unit.length > 0)
				break;
		found += j < sentence->figures.count;
	}
	return found == 2;
}

bool
same_words(struct slice a, struct slice b)
{
	size_t i = 0, j = 0;

	while (i < a.length && j < b.length) {
		size_t end_i = letters_end(a, i), end_j = letters_end(b, j);
		struct slice x = slice_part(a, i, end_i);
		struct slice y = slice_part(b, j, end_j);

		if (!letters_begin(x)) {
			i = end_i;
			continue;
		}
		if (!letters_begin(y)) {
			j = end_j;
			continue;
		}
		if (!letters_same(x, y))
			return false;
		i = end_i;
		j = end_j;
	}
	if (i < a.length && !letters_begin(slice_part(a, i, a.length)))
		i = letters_end(a, i);
	if (j < b.length && !letters_begin(slice_part(b, j, b.length)))
		j = letters_end(b, j);
	return i == a.length && j == b.length;
}

/* The first words of a text, in quotation marks. */
static void
add_opening(struct slice text, struct buffer *out)
{
	size_t at = 0, words = 0, begin;

	while (at < text.length && !letters_begin(slice_part(text, at,
	    text.length)))
		at = letters_end(text, at);
	begin = at;
	while (at < text.length && words < OPENING_WORDS) {
		words += letters_begin(slice_part(text, at, text.length));
		at = letters_end(text, at);
	}
	buffer_add(out, SLICE("“"));
	buffer_add(out, slice_trim(slice_part(text, begin, at)));
	buffer_add(out, at < text.length ? SLICE(" …”") : SLICE("”"));
}

/* What a pair is about: the words when they are the same, else shared ones. */
static void
pair_add(const struct report *report, const struct report_claim *a,
    const struct report_claim *b, struct buffer *out)
{

	if (same_words(a->content, b->content) && a->content.length > 0) {
		add_opening(a->content, out);
		return;
	}
	subject_add(report, a, b, out);
}

void
heading_add(const struct report *report,
    const struct report_relation *relation, struct buffer *out)
{
	struct slice question = words_find(report->words, "question",
	    relation->kind);
	struct slice noun = counted_noun(report, relation);
	size_t begin = out->length;

	pair_add(report, &report->claims[relation->with],
	    &report->claims[relation->claim], out);
	if (out->length == begin)
		topic_add(report, relation->topic, out);
	capital(out, begin);
	if (out->length == begin)
		buffer_add(out, SLICE("Two statements"));
	buffer_add(out, SLICE(": "));
	if (question.length == 0)
		question = words_find(report->words, "question",
		    SLICE("other"));
	if (slice_is(relation->kind, "numeric") && noun.length > 2) {
		buffer_add(out, SLICE("how many "));
		words_add_plural(report->words, noun, out);
		buffer_add_byte(out, '?');
	} else if (slice_is(relation->kind, "numeric") &&
	    measures(report, relation)) {
		buffer_add(out, SLICE("how much?"));
	} else {
		buffer_add(out, question);
	}
}

/* The id that a word of a reason is, without the punctuation behind it. */
static struct slice
id_of(struct slice word)
{
	while (word.length > 0 && strchr(",;.)", word.at[word.length - 1]))
		word.length--;
	return word;
}

void
reason_add(const struct report *report, struct slice reason,
    struct buffer *out)
{
	struct slice rest = reason;
	bool first = true;

	while (rest.at) {
		struct slice word = slice_cut(&rest, ' '), id = id_of(word);
		const struct report_entity *entity = id.length > 0 &&
		    memchr(id.at, '_', id.length) ? entity_of(report, id)
		    : NULL;

		if (!first)
			buffer_add_byte(out, ' ');
		first = false;
		if (entity && entity->name.length > 0) {
			buffer_add(out, entity->name);
			buffer_add(out, slice_part(word, id.length,
			    word.length));
		} else {
			buffer_add(out, word);
		}
	}
}

void
series_add(const struct report *report, const struct groups *series,
    const struct group *group, struct buffer *out)
{
	const uint32_t *claims = series->items + group->first;
	const struct report_claim *first = &report->claims[claims[0]];
	const struct report_relation *step = NULL;
	bool one_speaker = first->speaker != REPORT_NONE;
	size_t begin = out->length, i;

	for (i = 1; i < group->count; i++)
		one_speaker &= report->claims[claims[i]].speaker ==
		    first->speaker;
	step = series_step(report, claims[group->count - 1]);
	if (one_speaker)
		speaker_add_name(report, first, out);
	if (one_speaker && step && step->topic.length > 0)
		buffer_add(out, SLICE(" on "));
	if (step)
		topic_add(report, step->topic, out);
	if (!one_speaker)
		capital(out, begin);
	if (out->length == begin)
		buffer_add(out, SLICE("A matter that moved"));
	if (step && words_find(report->words, "series",
	    step->kind).length > 0) {
		buffer_add(out, SLICE(": "));
		words_add(report->words, "series", step->kind, out);
	}
}

const struct report_relation *
series_step(const struct report *report, uint32_t claim)
{
	size_t i;

	for (i = 0; i < report->relation_count; i++)
		if (report->relations[i].relation == RELATION_EVOLVE &&
		    (report->relations[i].claim == claim ||
		    report->relations[i].with == claim))
			return &report->relations[i];
	return NULL;
}

void
counted_add(const struct report *report, const struct findings *findings,
    const struct counted *thing, struct buffer *out)
{
	const struct figure_use *use = &findings->figures.uses[thing->first];
	struct slice printed = slice_part(
	    report->sentences[use->sentence].text, use->phrase.start,
	    use->phrase.end);
	size_t at = printed.length;

	if (thing->unit.length > 0)
		words_add(report->words, "unit", thing->unit, out);
	if (thing->unit.length > 0 && thing->what.length > 0) {
		buffer_add(out, SLICE(" of "));
		buffer_add(out, thing->what);
		return;
	}
	while (at > 0 && printed.at[at - 1] != ' ')
		at--;
	printed = slice_part(printed, at, printed.length);
	if (thing->what.length > 0 && printed.length > thing->what.length &&
	    letters_same(slice_part(printed, 0, thing->what.length),
	    thing->what))
		buffer_add(out, printed);
	else if (thing->what.length > 0)
		words_add_plural(report->words, thing->what, out);
}

/* The names of the outlets that are chosen, with commas between them. */
static void
add_outlets(const struct report *report, const bool *chosen,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	for (i = 0; i < report->outlet_count; i++) {
		if (!chosen[i])
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
	}
}

void
silence_add(const struct report *report, const struct silence *silence,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	buffer_add(out, SLICE("never mentioned by "));
	add_outlets(report, silence->silent, out);
	buffer_add(out, SLICE("; in "));
	for (i = 0; i < report->outlet_count; i++) {
		if (silence->counts[i] == 0)
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
		buffer_printf(out, " (%zu)", silence->counts[i]);
	}
}

void
witnesses_add(const struct report *report, const struct findings *findings,
    struct buffer *out)
{
	words_add_count(report->read_count, "article", out);
	buffer_add(out, SLICE(" from "));
	words_add_count(findings->witnesses, "independent text", out);
	if (findings->witnesses == 1)
		buffer_add(out, SLICE(": whatever they agree on has one "
		    "witness"));
	buffer_add(out, SLICE(". What several say is counted by where the "
	    "text comes from, so copies of one wire story are one "
	    "witness."));
}

/* An article in a sentence: "002 (NDTV, 19 Aug)". */
static void
article_add(const struct report *report, const struct report_article *article,
    struct buffer *out)
{
	buffer_add(out, article->doc);
	if (article->outlet.length == 0 && article->date.length == 0)
		return;
	buffer_add(out, SLICE(" ("));
	buffer_add(out, article->outlet);
	if (article->outlet.length > 0 && article->date.length > 0)
		buffer_add(out, SLICE(", "));
	if (article->date.length > 0)
		report_add_date(report, article->date, out);
	buffer_add_byte(out, ')');
}

void
copy_add(const struct report *report, const struct copy *copy,
    struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[copy->article];

	article_add(report, article, out);
	buffer_add(out, copy->whole ? SLICE(" is a copy of ")
	    : SLICE(" repeats "));
	article_add(report, &report->articles[copy->of], out);
	buffer_add(out, SLICE(": "));
	buffer_add_number(out, copy->statements);
	buffer_add(out, SLICE(" of its "));
	words_add_count(article->claim_count, "statement", out);
}

/* ", 10 Mar, text: AP", what of it there is. */
static void
add_date_and_text(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	if (article->date.length > 0) {
		buffer_add(out, SLICE(", "));
		report_add_date(report, article->date, out);
	}
	if (article->upstream.length > 0 &&
	    !slice_equal(article->upstream, article->outlet)) {
		buffer_add(out, SLICE(", text: "));
		buffer_add(out, article->upstream);
	}
}

void
origin_add(const struct report *report, const struct report_article *article,
    struct buffer *out)
{
	buffer_add(out, article->outlet.length > 0 ? article->outlet
	    : article->doc);
	add_date_and_text(report, article, out);
}

void
attribution_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[claim->article];

	if (claim->voice == VOICE_OUTLET) {
		buffer_add(out, article->outlet.length > 0 ? article->outlet
		    : article->doc);
		buffer_add(out, SLICE(", "));
		speaker_add(report, claim, out);
		add_date_and_text(report, article, out);
		return;
	}
	speaker_add(report, claim, out);
	buffer_add(out, SLICE(", in "));
	origin_add(report, article, out);
}

void
attribution_add_undated(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[claim->article];
	struct slice outlet = article->outlet.length > 0 ? article->outlet
	    : article->doc;

	if (claim->voice == VOICE_OUTLET) {
		buffer_add(out, outlet);
		buffer_add(out, SLICE(", "));
	}
	speaker_add(report, claim, out);
	if (claim->voice != VOICE_OUTLET) {
		buffer_add(out, SLICE(", in "));
		buffer_add(out, outlet);
	}
}

void
agreement_add(const struct report *report, const struct groups *agreements,
    const struct group *group, struct buffer *out)
{
	const uint32_t *claims = agreements->items + group->first;
	size_t begin = out->length;

	pair_add(report, &report->claims[claims[0]],
	    &report->claims[claims[1]], out);
	if (out->length == begin)
		topic_add(report, report->claims[claims[0]].topic, out);
	capital(out, begin);
	if (out->length == begin)
		buffer_add(out, SLICE("The same"));
}

void
summary_add(const struct report *report, const struct findings *findings,
    struct buffer *out)
{
	words_add_count(report->read_count, "article", out);
	if (findings->outlets > 0) {
		buffer_add(out, SLICE(", "));
		words_add_count(findings->outlets, "outlet", out);
	}
	if (report->first_date.length > 0) {
		buffer_add(out, SLICE(", "));
		words_add_period(report->first_date, report->last_date, out);
	}
	buffer_add(out, SLICE(", "));
	words_add_count(report->attributed, "attributed statement", out);
}

void
count_witnesses_add(size_t count, struct buffer *out)
{
	buffer_add_number(out, count);
	buffer_add(out, count == 1 ? SLICE(" witness") : SLICE(" witnesses"));
}

void
heard_add(const struct report *report, const struct speaker *speaker,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	for (i = 0; i < report->outlet_count; i++) {
		if (speaker->by_outlet[i] == 0)
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
		buffer_add_byte(out, ' ');
		buffer_add_number(out, speaker->by_outlet[i]);
	}
}

void
upstream_add(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	article_add(report, article, out);
	buffer_add(out, SLICE(" has its text from "));
	buffer_add(out, article->upstream);
}

bool
url_is_safe(struct slice url)
{
	return slice_begins(url, SLICE("https://")) ||
	    slice_begins(url, SLICE("http://"));
}

void
article_add_title(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	const struct report_sentence *first;
	size_t i;

	if (article->title.length > 0) {
		buffer_add(out, article->title);
		return;
	}
	if (article->sentence_count == 0)
		return;
	first = &report->sentences[article->sentences[0]];
	for (i = 0; i < article->sentence_count; i++) {
		const struct report_sentence *sentence =
		    &report->sentences[article->sentences[i]];

		if (slice_is(sentence->kind, "headline")) {
			buffer_add(out, sentence->text);
			return;
		}
	}
	buffer_add(out, first->text);
}
