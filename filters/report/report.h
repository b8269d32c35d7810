/*
 * The report's model: a relations table read into memory and joined up, so
 * that a writer (text.h, html.h) asks it questions and formats the answers.
 *
 * The table repeats a claim for every relation and a sentence for every
 * claim; here each article, sentence and claim stands once, and relations
 * join claims by index.  All slices live in the report's arena.  Whatever
 * the table does not say is an empty slice.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/slice.h"
#include "entities/mention.h"
#include "report/words.h"
#include "tsv/list.h"
#include "tsv/tsv.h"

#define REPORT_NONE UINT32_MAX	/* an index that points nowhere */

enum relation {
	RELATION_CONFLICT,
	RELATION_EVOLVE,
	RELATION_AGREE,
	RELATION_REPEAT,
	RELATION_ONLY,
	RELATION_COUNT
};

/* Whose voice a claim is in, as far as an editor cares. */
enum voice {
	VOICE_OUTLET,		/* the outlet's own */
	VOICE_NAMED,		/* a person, body or document with a name */
	VOICE_GROUP,		/* people as a group: "scientists" */
	VOICE_UNNAMED,		/* people whose names are kept back */
	VOICE_NOBODY,		/* "has been blamed on": no source at all */
	VOICE_COUNT
};

struct report_sentence {
	size_t start, end;	/* bytes of the document */
	size_t paragraph;
	struct slice kind, text;
	struct figures figures;
	uint32_t article;
};

struct report_article {
	struct slice doc, outlet, upstream, date, url, title;
	size_t number;		/* from 1 in by_date; 0 when outside */
	uint32_t publisher;	/* index in outlets; set once it was read */
	uint32_t *sentences;	/* indices, in order of start */
	size_t sentence_count;
	uint32_t *claims;	/* indices, in order of content */
	size_t claim_count;
	size_t longest;		/* bytes of the longest claim's content */
	size_t attributed;	/* claims that are not the outlet's own */
	bool outside;		/* known only as the other side of a pair */
};

struct report_claim {
	uint32_t article, sentence;	/* sentence may be REPORT_NONE */
	uint32_t parent;		/* claim it stands inside */
	uint32_t speaker;		/* entity, or REPORT_NONE */
	uint32_t step;			/* the first relation `evolve` that it
					   takes part in, or REPORT_NONE */
	size_t depth;
	struct slice id, form, source, source_type, act;
	struct slice content, content_span, quote_span;
	struct slice parent_id, topic, target, certainty;
	size_t witnesses;		/* as the table counts them, or 0 */
	size_t start, end;		/* of content; both 0 when unknown */
	enum voice voice;
	bool relates[RELATION_COUNT];	/* takes part in such a relation */
	bool outside;
};

struct report_relation {
	enum relation relation;
	uint32_t claim, with;	/* the later and the earlier one */
	struct slice kind, topic, reason;
	double confidence;
};

/* Whoever and whatever is mentioned. */
struct report_entity {
	struct slice id;
	struct slice name;	/* the fullest name written */
	enum mention_type type;
	bool named;		/* name is a name, not a description */
	size_t first, count;	/* of mentions, once they are sorted */
};

struct report_mention {
	uint32_t entity, article;
};

struct report_outlet {
	struct slice name;
	bool made_up;		/* an article without outlet, under its doc */
	size_t articles;
	size_t attributed;
	size_t voices[VOICE_COUNT];
	size_t quoted;		/* claims with words in quotation marks */
};

struct report {
	struct arena arena;
	const struct words *words;

	struct report_article *articles;
	size_t article_count, article_capacity;
	struct report_sentence *sentences;
	size_t sentence_count, sentence_capacity;
	struct report_claim *claims;
	size_t claim_count, claim_capacity;
	struct report_relation *relations;	/* without `only` */
	size_t relation_count, relation_capacity;
	struct report_entity *entities;
	size_t entity_count, entity_capacity;
	struct report_mention *mentions;	/* by entity, then article */
	size_t mention_count, mention_capacity;
	struct report_outlet *outlets;
	size_t outlet_count, outlet_capacity;

	uint32_t *by_date;	/* articles within the table, oldest first,
				   those without a date last */
	size_t read_count;	/* how many those are */
	bool long_docs;		/* too long to stand at every place */
	size_t attributed;	/* claims of theirs with a source */
	struct slice first_date, last_date;

	struct hash keys;	/* what was seen before -> its index */
};

/*
 * Read a relations table to its end.  Something wrong in it is a message, and
 * tsv_close then says so.  words must outlive the report.
 */
void report_read(struct report *report, struct tsv_reader *in,
    const struct words *words);

/* What report_read does once all is read: order, counts, who is who. */
void report_join(struct report *report);

/* The sentence's words in a span of the document; empty when outside it. */
struct slice report_words_at(const struct report_sentence *sentence,
    struct span span);

/*
 * The first of an article's claims, in its order, that may reach beyond byte
 * `at`: those before it all end earlier.  Logarithmic.
 */
size_t report_claims_from(const struct report *report,
    const struct report_article *article, size_t at);

/* The entity of an id, or REPORT_NONE. */
uint32_t report_entity_of(const struct report *report, struct slice id);

/*
 * The next entity of a target column ("hamas:- israel:+") that a claim goes
 * against; *rest is what is left of the column.  False at its end.
 */
bool report_blamed_next(const struct report *report, struct slice *rest,
    uint32_t *entity);

/* Older first; without a date last; then by doc.  For qsort's comparisons. */
int report_article_order(const struct report_article *a,
    const struct report_article *b);

/* By article's date, then by place in the text. */
int report_claim_order(const struct report *report, uint32_t a, uint32_t b);

/* A date in words, without the year when all articles have the same one. */
void report_add_date(const struct report *report, struct slice date,
    struct buffer *out);

/* Where the text comes from: its upstream, else its outlet, else its doc. */
struct slice report_witness(const struct report_article *article);

void report_free(struct report *report);

#endif
