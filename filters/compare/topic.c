/*
 * Topics.  See topic.h.
 *
 * A topic is keyed by the field of a noun ("negotiations" for talks and deals),
 * by its concept when it has no field, or by an entity.  Much used in these
 * claims and rare elsewhere makes a good one.  Its label is the noun phrase of
 * up to three words, as printed, that the articles use most often for it
 * ("ceasefire talks", "same-sex marriage").
 */
#include "compare/topic.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/token.h"

enum {
	FORMS = 12,
	PHRASE_MIN = 2,
	PHRASE_WORDS = 3,
	COMMON_RATE = 15	/* in 10,000 sentences: "other", "people" */
};

#define PHRASE_SHARE 0.08	/* of a topic's uses, for a phrase to name it */
#define COUNTED_FACTOR 0.3	/* "nine people": what is counted is rarely what
				   it is about */
#define ENTITY_FACTOR 0.45	/* a thing in dispute names a topic better
				   than those who dispute it */

struct form {
	struct slice text;
	uint32_t count;
};

struct topic {
	uint32_t key;
	uint32_t claims;	/* how many claims speak of it */
	uint32_t last;		/* 1 + the last of them */
	uint32_t form_count, phrase_count;
	struct form forms[FORMS], phrases[FORMS];
	double score;
	struct slice label;
};

static uint32_t
key_of(const struct word *word)
{
	if (word->flags & WORD_ENTITY)
		return word->flags & WORD_PRONOUN ? TERM_NONE : word->term;
	if (!(word->flags & WORD_CONTENT) || !tag_is_noun(word->tag) ||
	    tag_is_name(word->tag))
		return TERM_NONE;
	return word->field == TERM_NONE ? word->term : word->field;
}

static const struct topic *
topic_get(const struct topics *topics, const struct claims *claims,
    uint32_t key)
{
	uint32_t number = key == TERM_NONE ? HASH_NONE :
	    hash_get(&topics->keys, vocabulary_name(&claims->vocabulary,
	    key));

	return number == HASH_NONE ? NULL : &topics->at[number];
}

static struct topic *
topic_put(struct topics *topics, const struct claims *claims, uint32_t key)
{
	uint32_t *place = hash_put(&topics->keys,
	    vocabulary_name(&claims->vocabulary, key));

	if (*place == HASH_NONE) {
		*place = (uint32_t)topics->count;
		MEMORY_GROW(topics->at, topics->count, topics->capacity);
		topics->at[topics->count++] = (struct topic){ .key = key };
	}
	return &topics->at[*place];
}

/*
 * Count a printed form; when the room is full the least used one goes.  arena:
 * for a form that is new, or NULL when text stays.
 */
static void
count_form(struct form *forms, uint32_t *count, struct slice text,
    struct arena *arena)
{
	uint32_t least = 0;

	for (uint32_t i = 0; i < *count; i++) {
		if (slice_equal(forms[i].text, text)) {
			forms[i].count++;
			return;
		}
		if (forms[i].count < forms[least].count)
			least = i;
	}
	if (*count < FORMS)
		least = (*count)++;
	forms[least] = (struct form){ arena ? arena_copy(arena, text) : text,
		1 };
}

/* Valid until the next call. */
static struct slice
lowered(struct topics *topics, struct slice text)
{
	buffer_clear(&topics->lower);
	utf8_add_lower(text, &topics->lower);
	return buffer_slice(&topics->lower);
}

static bool
is_common(const struct claims *claims, const struct word *word)
{
	return knowledge_rate(claims->knowledge, vocabulary_name(
	    &claims->vocabulary, word->lemma)) >= COMMON_RATE;
}

/* May the word stand before a noun in a label?  "Public" may, "other" not. */
static bool
may_name(const struct claims *claims, const struct word *word)
{
	return word->flags & WORD_CONTENT && !(word->flags & WORD_ENTITY) &&
	    (tag_is_noun(word->tag) || (word->tag == TAG_JJ &&
	    !is_common(claims, word))) && word->length > 1;
}

/*
 * The noun phrase that ends at word w: nouns and adjectives before it, whole
 * where a hyphen joins one of them to another word ("same-sex marriage").
 * Empty where w is not the last noun, or stands alone.
 */
static struct slice
phrase_at(const struct claims *claims, const struct claim *claim, uint32_t w)
{
	const struct word *words = claim->words;
	uint32_t first = w;

	if (w + 1 < claim->word_count && (tag_is_noun(words[w + 1].tag) ||
	    words[w + 1].tag == TAG_HYPH))
		return SLICE("");
	while (first > 0 && w - first + 1 < PHRASE_WORDS &&
	    may_name(claims, &words[first - 1]))
		first--;
	while (first > 1 && words[first - 1].tag == TAG_HYPH &&
	    words[first - 2].start + words[first - 2].length ==
	    words[first - 1].start)
		first -= 2;
	if (first == w || words[first].start > words[w].start)
		return SLICE("");
	return words_text(claim, &words[first], &words[w]);
}

static void
add_word(struct topics *topics, const struct claims *claims, uint32_t number,
    uint32_t w)
{
	const struct claim *claim = &claims->at[number];
	const struct word *word = &claim->words[w];
	uint32_t key = key_of(word);
	bool entity = word->flags & WORD_ENTITY;
	struct topic *topic;
	struct slice phrase;
	uint32_t last = w;

	if (key == TERM_NONE || (entity && w > 0 &&
	    word[-1].flags & WORD_ENTITY && word[-1].term == word->term))
		return;
	topic = topic_put(topics, claims, key);
	if (topic->last != number + 1)
		topic->claims++;
	topic->last = number + 1;
	while (entity && last + 1 < claim->word_count &&
	    claim->words[last + 1].flags & WORD_ENTITY &&
	    claim->words[last + 1].term == word->term)
		last++;
	if (entity) {
		if (tag_is_name(word->tag))
			count_form(topic->forms, &topic->form_count,
			    words_text(claim, word,
			    &claim->words[last]), NULL);
		return;
	}
	count_form(topic->forms, &topic->form_count,
	    lowered(topics, word_text(claim, word)), &topics->arena);
	phrase = phrase_at(claims, claim, w);
	if (phrase.length)
		count_form(topic->phrases, &topic->phrase_count,
		    lowered(topics, phrase), &topics->arena);
}

static const struct form *
most_used(const struct form *forms, uint32_t count)
{
	const struct form *best = NULL;

	for (uint32_t i = 0; i < count; i++)
		if (!best || forms[i].count > best->count ||
		    (forms[i].count == best->count &&
		    slice_compare(forms[i].text, best->text) < 0))
			best = &forms[i];
	return best;
}

static void
name_topic(const struct claims *claims, struct topic *topic)
{
	const struct form *form = most_used(topic->forms, topic->form_count);
	const struct form *phrase = most_used(topic->phrases,
	    topic->phrase_count);
	struct slice name = vocabulary_name(&claims->vocabulary, topic->key);
	bool entity = name.at[0] == '=';
	double general = entity ? 0.5 :
	    0.5 + knowledge_rate(claims->knowledge, name);

	topic->score = sqrt(topic->claims) * log(10000 / general) *
	    (entity ? ENTITY_FACTOR : 1);
	if (phrase && phrase->count >= PHRASE_MIN &&
	    phrase->count >= PHRASE_SHARE * topic->claims)
		topic->label = phrase->text;
	else if (form)
		topic->label = form->text;
}

void
topics_find(struct topics *topics, const struct claims *claims)
{
	for (uint32_t i = 0; i < claims->count; i++)
		for (uint32_t w = 0; w < claims->at[i].word_count; w++)
			add_word(topics, claims, i, w);
	for (size_t i = 0; i < topics->count; i++)
		name_topic(claims, &topics->at[i]);
}

static bool
speaks_of(const struct claim *claim, uint32_t key)
{
	for (uint32_t w = 0; w < claim->word_count; w++)
		if (key_of(&claim->words[w]) == key)
			return true;
	return false;
}

/* The best topic of a claim, of those that other (unless NULL) shares. */
static const struct topic *
best_topic(const struct topics *topics, const struct claims *claims,
    const struct claim *claim, const struct claim *other)
{
	const struct topic *best = NULL;
	double best_score = 0;

	for (uint32_t w = 0; w < claim->word_count; w++) {
		uint32_t key = key_of(&claim->words[w]);
		const struct topic *topic = topic_get(topics, claims, key);
		double score;

		if (!topic || !topic->label.length)
			continue;
		score = topic->score * (w > 0 && claim->words[w - 1].tag ==
		    TAG_CD && is_common(claims, &claim->words[w]) ?
		    COUNTED_FACTOR : 1);
		if ((!best || score > best_score) &&
		    (!other || speaks_of(other, key))) {
			best = topic;
			best_score = score;
		}
	}
	return best;
}

uint32_t
topic_key(const struct claims *claims, const struct word *word)
{
	uint32_t key = key_of(word);

	return key != TERM_NONE && !(word->flags & WORD_ENTITY) &&
	    is_common(claims, word) ? TERM_NONE : key;
}

struct slice
topic_label(const struct topics *topics, const struct claims *claims,
    uint32_t key)
{
	const struct topic *topic = topic_get(topics, claims, key);

	return topic ? topic->label : SLICE("");
}

struct slice
topic_of_claim(const struct topics *topics, const struct claims *claims,
    const struct claim *claim)
{
	const struct topic *topic = best_topic(topics, claims, claim, NULL);

	return topic ? topic->label : SLICE("");
}

struct slice
topic_of_relation(const struct topics *topics, const struct claims *claims,
    const struct relation *relation)
{
	const struct claim *later = &claims->at[relation->later];
	const struct topic *topic = topic_get(topics, claims,
	    relation->topic);

	if (!topic || !topic->label.length)
		topic = best_topic(topics, claims, later,
		    &claims->at[relation->earlier]);
	if (!topic)
		topic = best_topic(topics, claims, later, NULL);
	return topic ? topic->label : SLICE("");
}

void
topics_free(struct topics *topics)
{
	arena_free(&topics->arena);
	buffer_free(&topics->lower);
	hash_free(&topics->keys);
	free(topics->at);
	*topics = (struct topics){ 0 };
}
