/*
 * Profiles of claims.  See profile.h.
 */
#include "compare/profile.h"

#include <math.h>
#include <stdlib.h>

LEXICON_BUILTIN(act_levels);
LEXICON_BUILTIN(certainty_levels);
LEXICON_BUILTIN(marks);
LEXICON_BUILTIN(valence);

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

enum { SENTENCE_TERMS = 96 };

static int
level_of(struct slice s)
{
	bool minus = s.length > 0 && s.at[0] == '-';
	size_t number = 0;

	slice_number(slice_part(s, minus, s.length), &number);
	return minus ? -(int)number : (int)number;
}

void
profiles_open(struct profiles *profiles)
{
	vectors_open(&profiles->vectors);
	lexicon_add(&profiles->acts, LEXICON_BYTES(act_levels), "act_levels",
	    COLUMNS("act", "judgement", "position", "assertion", "role"));
	lexicon_add(&profiles->certainties, LEXICON_BYTES(certainty_levels),
	    "certainty_levels", COLUMNS("certainty", "level"));
	lexicon_add(&profiles->marks, LEXICON_BYTES(marks), "marks",
	    COLUMNS("word", "mark"));
	lexicon_add(&profiles->valences, LEXICON_BYTES(valence), "valence",
	    COLUMNS("word", "valence"));
}

/* Make a vector 1 long. */
static void
set_length(float *vector)
{
	double length = 0;

	for (size_t d = 0; d < VECTOR_SIZE; d++)
		length += (double)vector[d] * vector[d];
	for (size_t d = 0; d < VECTOR_SIZE && length > 0; d++)
		vector[d] /= (float)sqrt(length);
}

/* From the bad words of the table of assessments to the good ones. */
static void
set_tone(struct profiles *profiles)
{
	const struct lexicon *table = &profiles->claims->knowledge->assessments;

	for (size_t i = 0; i < table->count; i++) {
		const struct slice *fields = lexicon_row(table, i)->fields;
		const int8_t *vector = vectors_find(&profiles->vectors,
		    fields[0]);
		int level = level_of(fields[2]);

		for (size_t d = 0; vector && d < VECTOR_SIZE; d++)
			profiles->tone[d] += (float)(level * vector[d]);
	}
	set_length(profiles->tone);
}

void
profiles_start(struct profiles *profiles, const struct claims *claims)
{
	profiles->claims = claims;
	profiles->term_count = claims->vocabulary.count;
	profiles->term_vectors = memory_new(profiles->term_count + 1,
	    sizeof *profiles->term_vectors);
	profiles->known = memory_new(profiles->term_count + 1,
	    sizeof *profiles->known);
	profiles->shelf_of = memory_new(claims->article_count + 1,
	    sizeof *profiles->shelf_of);
	if (!profiles->toned)
		set_tone(profiles);
	profiles->toned = true;
}

void
profiles_stop(struct profiles *profiles)
{
	for (size_t i = 0; i < PROFILE_SHELVES; i++) {
		arena_free(&profiles->shelves[i].arena);
		profiles->shelves[i] = (struct profile_shelf){ 0 };
	}
	free(profiles->term_vectors);
	free(profiles->known);
	free(profiles->shelf_of);
	profiles->term_vectors = NULL;
	profiles->known = NULL;
	profiles->shelf_of = NULL;
	profiles->term_count = 0;
}

const int8_t *
profile_vector(struct profiles *profiles, uint32_t term)
{
	if (term >= profiles->term_count)
		return NULL;
	if (!profiles->known[term]) {
		profiles->known[term] = true;
		profiles->term_vectors[term] = vectors_find(
		    &profiles->vectors, vocabulary_name(
		    &profiles->claims->vocabulary, term));
	}
	return profiles->term_vectors[term];
}

/* ---------------------------------------------------------------- words */

static float
weight_of(const struct claim *claim, uint32_t term)
{
	for (uint32_t i = 0; i < claim->term_count; i++)
		if (claim->terms[i].id == term)
			return claim->terms[i].weight;
	return 0;
}

static bool
contrasts(const struct knowledge *k, struct slice word)
{
	return lexicon_find(&k->antonyms, word) ||
	    lexicon_find(&k->siblings, word) ||
	    lexicon_find(&k->converses, word);
}

/* The vector of the first antonym that has one, or NULL. */
static const int8_t *
opposite_of(const struct profiles *profiles, struct slice word)
{
	const struct lexicon *table = &profiles->claims->knowledge->antonyms;
	const struct lexicon_row *row = lexicon_find(table, word);

	for (; row; row = lexicon_more(table, row)) {
		struct slice rest = row->fields[1];

		while (rest.at) {
			const int8_t *vector = vectors_find(
			    &profiles->vectors, slice_cut(&rest, ' '));

			if (vector)
				return vector;
		}
	}
	return NULL;
}

/* The concepts of a word's antonyms, of its family's where it has none. */
static void
set_opposites(const struct knowledge *knowledge, struct slice word,
    struct slice opposites[PROFILE_OPPOSITES])
{
	const struct lexicon_row *row = lexicon_find(&knowledge->antonyms,
	    word);
	size_t count = 0;

	if (!row)
		row = lexicon_find(&knowledge->antonyms, knowledge_concept(
		    knowledge, word));
	for (; row && count < PROFILE_OPPOSITES;
	    row = lexicon_more(&knowledge->antonyms, row)) {
		struct slice rest = row->fields[1];

		while (rest.at && count < PROFILE_OPPOSITES)
			opposites[count++] = knowledge_concept(knowledge,
			    slice_cut(&rest, ' '));
	}
}

static void
add_word(struct profiles *profiles, struct profile *profile,
    const struct claim *claim, const struct word *word)
{
	struct profile_word *new;

	for (uint32_t i = 0; i < profile->word_count; i++)
		if (profile->words[i].term == word->term)
			return;
	if (profile->word_count == PROFILE_WORDS)
		return;
	new = &profile->words[profile->word_count++];
	*new = (struct profile_word){
		.term = word->term,
		.weight = weight_of(claim, word->term),
		.vector = profile_vector(profiles, word->lemma),
		.opposite = opposite_of(profiles, vocabulary_name(
		    &profiles->claims->vocabulary, word->lemma)),
		.contrasts = contrasts(profiles->claims->knowledge,
		    vocabulary_name(&profiles->claims->vocabulary,
		    word->term)),
		.negated = word->flags & WORD_NEGATED,
		.verb = word->flags & WORD_VERB
	};
	set_opposites(profiles->claims->knowledge, vocabulary_name(
	    &profiles->claims->vocabulary, word->lemma), new->opposites);
	profile->word_weight += new->weight;
}

static void
add_mark(const struct profiles *profiles, struct profile *profile,
    struct slice word)
{
	static const char *const names[MARK_COUNT] = { "must", "need", "free",
		"doubt", "will", "before", "after", "none", "still", "now",
		"author", "cause", "exist" };
	const struct lexicon_row *row = lexicon_find(&profiles->marks, word);

	for (size_t i = 0; row && i < MARK_COUNT; i++)
		if (slice_is(row->fields[1], names[i]))
			profile->marks |= 1U << i;
	profile->negators += row && slice_is(row->fields[1], "none");
}

/* What readers feel at a word; the reverse where it is denied. */
static void
add_valence(const struct profiles *profiles, struct profile *profile,
    const struct word *word)
{
	const struct lexicon_row *row = lexicon_find(&profiles->valences,
	    word->lower);
	float valence = row ? (float)level_of(row->fields[1]) : 0;

	if (word->flags & WORD_NEGATED)
		valence = -valence;
	profile->valence += valence;
	profile->best = fmaxf(profile->best, valence);
	profile->worst = fminf(profile->worst, valence);
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static void
set_lemmas(struct arena *arena, struct profile *profile,
    const struct claim *claim)
{
	uint32_t kept = 0;

	profile->lemmas = arena_new(arena, claim->word_count + 1,
	    sizeof *profile->lemmas);
	for (uint32_t w = 0; w < claim->word_count; w++)
		profile->lemmas[w] = claim->words[w].lemma;
	qsort(profile->lemmas, claim->word_count, sizeof *profile->lemmas,
	    by_number);
	for (uint32_t w = 0; w < claim->word_count; w++)
		if (kept == 0 || profile->lemmas[kept - 1] !=
		    profile->lemmas[w])
			profile->lemmas[kept++] = profile->lemmas[w];
	profile->lemma_count = kept;
}

static void
set_mean(const struct profiles *profiles, struct profile *profile)
{
	double tone = 0, weight = 0;

	for (uint32_t w = 0; w < profile->word_count; w++) {
		const struct profile_word *word = &profile->words[w];
		double along = 0;

		if (!word->vector)
			continue;
		for (size_t d = 0; d < VECTOR_SIZE; d++) {
			profile->mean[d] += word->weight * word->vector[d];
			along += profiles->tone[d] * word->vector[d];
		}
		along /= 127;
		profile->praise = fmaxf(profile->praise, (float)(
		    word->negated ? -along : along));
		profile->scorn = fminf(profile->scorn, (float)(
		    word->negated ? -along : along));
		tone += (word->negated ? -along : along) * word->weight;
		weight += word->weight;
	}
	profile->tone = weight > 0 ? (float)(tone / weight) : 0;
	set_length(profile->mean);
}

static void
set_words(struct profiles *profiles, struct arena *arena,
    struct profile *profile, const struct claim *claim)
{
	for (uint32_t w = 0; w < claim->word_count; w++) {
		const struct word *word = &claim->words[w];

		add_mark(profiles, profile, word->lower);
		add_valence(profiles, profile, word);
		if (word->flags & WORD_CONTENT && !(word->flags & WORD_ENTITY))
			add_word(profiles, profile, claim, word);
	}
	set_lemmas(arena, profile, claim);
	set_mean(profiles, profile);
}

/* The terms of all claims of the sentence, and of those who say them. */
static void
set_sentence(struct profiles *profiles, struct arena *arena,
    struct profile *profile, const struct claim *claim)
{
	const struct claims *claims = profiles->claims;
	const struct article *article = &claims->articles[claim->article];
	struct term terms[SENTENCE_TERMS];
	uint32_t count = 0;

	for (uint32_t i = article->first; i < article->last; i++) {
		const struct claim *other = &claims->at[i];

		if (other->sentence.start >= claim->sentence.end ||
		    other->sentence.end <= claim->sentence.start)
			continue;
		for (uint32_t t = 0; t < other->term_count &&
		    count + 1 < SENTENCE_TERMS; t++)
			terms[count++] = other->terms[t];
		if (other->source != TERM_NONE && count < SENTENCE_TERMS)
			terms[count++] = (struct term){ other->source, 4 };
	}
	count = terms_unique(terms, count);
	profile->sentence = arena_new(arena, count + 1, sizeof *terms);
	memcpy(profile->sentence, terms, count * sizeof *terms);
	profile->sentence_count = count;
	profile->sentence_length = (float)terms_length(terms, count);
	for (uint32_t t = 0; t < count; t++) {
		const int8_t *vector = profile_vector(profiles, terms[t].id);

		for (size_t d = 0; vector && d < VECTOR_SIZE; d++)
			profile->sentence_mean[d] += terms[t].weight *
			    vector[d];
	}
	set_length(profile->sentence_mean);
}

/* ------------------------------------------------------- acts and times */

static void
set_act(const struct profiles *profiles, struct profile *profile,
    const struct claim *claim)
{
	const struct lexicon_row *act = lexicon_find(&profiles->acts,
	    claim->act);
	const struct lexicon_row *certainty = lexicon_find(
	    &profiles->certainties, claim->certainty);
	struct slice id = claim->target;
	char sign = '\0';
	static const char *const roles[ROLE_COUNT] = { "state", "evaluate",
		"blame", "deny", "plan", "ask", "withhold" };

	for (int role = 0; act && role < ROLE_COUNT; role++)
		if (slice_is(act->fields[4], roles[role]))
			profile->role = (enum profile_role)role;
	if (profile->marks & MARK_MUST)
		profile->obligation = 1;
	else if (profile->marks & MARK_NEED)
		profile->obligation = profile->negators ? -1 : 1;
	else if (profile->marks & MARK_FREE)
		profile->obligation = profile->negators ? 1 : -1;
	if (act) {
		profile->judgement = level_of(act->fields[1]);
		profile->position = level_of(act->fields[2]);
		profile->assertion = level_of(act->fields[3]);
	}
	if (certainty)
		profile->certainty = level_of(certainty->fields[1]);
	if (id.length > 2) {
		sign = id.at[id.length - 1];
		id.length -= 2;
	}
	if (sign == '-')
		profile->blamed = id;
	else if (sign == '+')
		profile->backed = id;
}

/* "P10D", "PT72H": in hours; 0 when it is no plain duration. */
static double
duration_hours(struct slice value)
{
	static const char units[] = "HDWMYS";
	static const double hours[] = { 1, 24, 168, 730, 8766, 1.0 / 3600 };
	bool of_day = value.length > 1 && value.at[1] == 'T';
	const char *unit;
	double number;

	if (value.length < 3 || value.at[0] != 'P' || !decimal_parse(
	    slice_part(value, of_day ? 2 : 1, value.length - 1), &number))
		return 0;
	unit = strchr(units, value.at[value.length - 1]);
	if (!unit || !*unit)
		return 0;
	if (of_day && *unit == 'M')
		return number / 60;
	return number * hours[unit - units];
}

/* Does one of some words stand right before a span of the sentence? */
static bool
comes_after(const struct claim *claim, struct span span, const char *const
    words[])
{
	struct slice lead = span.start > claim->sentence.start &&
	    span.end <= claim->sentence.end ? slice_part(claim->text, 0,
	    span.start - claim->sentence.start) : SLICE("");

	while (lead.length && lead.at[lead.length - 1] == ' ')
		lead.length--;
	for (size_t i = 0; words[i]; i++) {
		size_t length = strlen(words[i]);

		if (lead.length >= length && memcmp(lead.at + lead.length -
		    length, words[i], length) == 0)
			return true;
	}
	return false;
}

/* "T23:40", "TEV": false without a time of day. */
static bool
clock_of(const struct claim *claim, const struct timex *time,
    struct profile_clock *clock)
{
	static const struct {
		char name[3];
		struct profile_clock clock;
	} parts[] = { { "MO", { 8.5, 3.5 } }, { "AF", { 15, 3 } },
		{ "EV", { 20, 3 } }, { "NI", { 0.5, 4.5 } },
		{ "DT", { 12, 6 } } };
	static const char *const before[] = { "before", "by", "until", "till",
		NULL };
	static const char *const after[] = { "after", "since", "past", NULL };
	const char *t = time->value.length ? memchr(time->value.at, 'T',
	    time->value.length) : NULL;
	size_t left = t ? (size_t)(time->value.at + time->value.length - t) :
	    0;
	size_t hours, minutes = 0;

	for (size_t i = 0; left >= 3 && i < sizeof parts / sizeof *parts; i++)
		if (memcmp(t + 1, parts[i].name, 2) == 0) {
			*clock = parts[i].clock;
			return true;
		}
	if (left < 3 || !slice_number((struct slice){ t + 1, 2 }, &hours))
		return false;
	if (left >= 6)
		slice_number((struct slice){ t + 4, 2 }, &minutes);
	*clock = (struct profile_clock){ (double)hours +
	    (double)minutes / 60, 0.4 };
	if (comes_after(claim, time->span, before))
		*clock = (struct profile_clock){ clock->middle - 3, 3 };
	else if (comes_after(claim, time->span, after))
		*clock = (struct profile_clock){ clock->middle + 3, 3 };
	return true;
}

static void
set_times(struct profile *profile, const struct claim *claim)
{
	for (size_t i = 0; i < claim->times.count; i++) {
		const struct timex *time = &claim->times.at[i];
		double hours = duration_hours(time->value);
		struct profile_clock clock;

		if (time->type == TIMEX_DURATION && hours > 0 &&
		    profile->duration_count < PROFILE_SPANS)
			profile->durations[profile->duration_count++] = hours;
		else if (time->type == TIMEX_TIME &&
		    profile->clock_count < PROFILE_SPANS &&
		    clock_of(claim, time, &clock))
			profile->clocks[profile->clock_count++] = clock;
	}
}

/* ------------------------------------------------------------------ all */

/* A shelf for an article: the one asked for longest ago is cleared. */
static struct profile_shelf *
clear_shelf(struct profiles *profiles, uint32_t number)
{
	const struct article *article = &profiles->claims->articles[number];
	struct profile_shelf *shelf = profiles->shelves;
	size_t count = article->last - article->first;

	for (size_t i = 1; i < PROFILE_SHELVES; i++)
		if (profiles->shelves[i].used < shelf->used)
			shelf = &profiles->shelves[i];
	if (shelf->article)
		profiles->shelf_of[shelf->article -
		    profiles->claims->articles] = 0;
	arena_reset(&shelf->arena);
	shelf->article = article;
	shelf->at = arena_new(&shelf->arena, count, sizeof *shelf->at);
	for (size_t i = 0; i < count; i++)
		shelf->at[i] = NULL;
	profiles->shelf_of[number] = (uint16_t)(shelf - profiles->shelves + 1);
	return shelf;
}

static struct profile *
make_profile(struct profiles *profiles, struct arena *arena,
    const struct claim *claim)
{
	struct profile *profile = arena_new(arena, 1, sizeof *profile);

	*profile = (struct profile){ 0 };
	set_words(profiles, arena, profile, claim);
	set_sentence(profiles, arena, profile, claim);
	set_act(profiles, profile, claim);
	set_times(profile, claim);
	return profile;
}

const struct profile *
profile_of(struct profiles *profiles, uint32_t number)
{
	const struct claim *claim = &profiles->claims->at[number];
	uint16_t place = profiles->shelf_of[claim->article];
	struct profile_shelf *shelf = place ? &profiles->shelves[place - 1] :
	    clear_shelf(profiles, claim->article);
	struct profile **own = &shelf->at[number - shelf->article->first];

	shelf->used = ++profiles->asked;
	if (!*own)
		*own = make_profile(profiles, &shelf->arena, claim);
	return *own;
}

void
profiles_free(struct profiles *profiles)
{
	profiles_stop(profiles);
	lexicon_free(&profiles->acts);
	lexicon_free(&profiles->certainties);
	lexicon_free(&profiles->marks);
	lexicon_free(&profiles->valences);
	*profiles = (struct profiles){ 0 };
}
