/*
 * What the tables write as slugs and ids, in names and words.
 */
#include "report/topic.h"

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
	uint32_t index = id.length == 0 ? REPORT_NONE
	    : report_entity_of(report, id);

	return index == REPORT_NONE ? NULL : &report->entities[index];
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
