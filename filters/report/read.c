/*
 * Reading a relations table into the report's model.
 *
 * A row is a claim in its sentence in its article, and one relation of it.
 * Each of these is looked up by a key of its own (the kind's letter, then doc
 * and place) in one hash map, and made when it is new.  The other side of a
 * relation may come before or after its partner, or not at all when somebody
 * has filtered the table: it is made from the with_ columns and filled in
 * when its own row arrives.
 */
#include "report/report.h"

enum column {
	COLUMN_DOC, COLUMN_OUTLET, COLUMN_UPSTREAM, COLUMN_DATE, COLUMN_URL,
	COLUMN_TITLE, COLUMN_PARAGRAPH, COLUMN_START, COLUMN_END,
	COLUMN_TEXT, COLUMN_ENTITIES, COLUMN_FIGURES,
	COLUMN_CLAIM, COLUMN_PARENT, COLUMN_DEPTH, COLUMN_FORM, COLUMN_SOURCE,
	COLUMN_SOURCE_ID, COLUMN_SOURCE_TYPE, COLUMN_CONTENT_SPAN,
	COLUMN_CONTENT, COLUMN_QUOTE_SPAN, COLUMN_ACT, COLUMN_CERTAINTY,
	COLUMN_TARGET, COLUMN_RELATION,
	COLUMN_TOPIC, COLUMN_WITNESSES, COLUMN_CONFIDENCE, COLUMN_WITH,
	COLUMN_WITH_DOC,
	COLUMN_WITH_OUTLET, COLUMN_WITH_DATE, COLUMN_WITH_SOURCE_ID,
	COLUMN_WITH_CONTENT_SPAN, COLUMN_WITH_CONTENT, COLUMN_REASON,
	COLUMN_KIND, COLUMN_SENTENCE_KIND, COLUMN_COUNT
};

static const struct {
	const char *name;
	const char *remedy;	/* NULL: the report does without it */
} columns[COLUMN_COUNT] = {
	[COLUMN_DOC] = { "doc", "this is no table of hearsay's" },
	[COLUMN_OUTLET] = { "outlet", NULL },
	[COLUMN_UPSTREAM] = { "upstream", NULL },
	[COLUMN_DATE] = { "date", NULL },
	[COLUMN_URL] = { "url", NULL },
	[COLUMN_TITLE] = { "title", NULL },
	[COLUMN_PARAGRAPH] = { "paragraph", NULL },
	[COLUMN_START] = { "start", NULL },
	[COLUMN_END] = { "end", NULL },
	[COLUMN_TEXT] = { "text", NULL },
	[COLUMN_ENTITIES] = { "entities", NULL },
	[COLUMN_FIGURES] = { "figures", NULL },
	[COLUMN_CLAIM] = { "claim", "run hearsay extract-claims first" },
	[COLUMN_PARENT] = { "parent", NULL },
	[COLUMN_DEPTH] = { "depth", NULL },
	[COLUMN_FORM] = { "form", NULL },
	[COLUMN_SOURCE] = { "source", NULL },
	[COLUMN_SOURCE_ID] = { "source_id", NULL },
	[COLUMN_SOURCE_TYPE] = { "source_type", NULL },
	[COLUMN_CONTENT_SPAN] = { "content_span", NULL },
	[COLUMN_CONTENT] = { "content", "run hearsay extract-claims first" },
	[COLUMN_QUOTE_SPAN] = { "quote_span", NULL },
	[COLUMN_ACT] = { "act", NULL },
	[COLUMN_CERTAINTY] = { "certainty", NULL },
	[COLUMN_TARGET] = { "target", NULL },
	[COLUMN_RELATION] = { "relation", "run hearsay diff-sources first" },
	[COLUMN_TOPIC] = { "topic", NULL },
	[COLUMN_WITNESSES] = { "witnesses", NULL },
	[COLUMN_CONFIDENCE] = { "confidence", NULL },
	[COLUMN_WITH] = { "with", NULL },
	[COLUMN_WITH_DOC] = { "with_doc", NULL },
	[COLUMN_WITH_OUTLET] = { "with_outlet", NULL },
	[COLUMN_WITH_DATE] = { "with_date", NULL },
	[COLUMN_WITH_SOURCE_ID] = { "with_source_id", NULL },
	[COLUMN_WITH_CONTENT_SPAN] = { "with_content_span", NULL },
	[COLUMN_WITH_CONTENT] = { "with_content", NULL },
	[COLUMN_REASON] = { "reason", NULL },
	[COLUMN_KIND] = { "kind", NULL },
	[COLUMN_SENTENCE_KIND] = { "sentence_kind", NULL }
};

static const char *const relation_names[RELATION_COUNT] = {
	[RELATION_CONFLICT] = "conflict", [RELATION_EVOLVE] = "evolve",
	[RELATION_AGREE] = "agree", [RELATION_REPEAT] = "repeat",
	[RELATION_ONLY] = "only"
};

/* The record being read, unescaped where a field is asked for. */
struct row {
	struct report *report;
	struct tsv_reader *in;
	const int *at;			/* the columns' places */
	struct buffer key;
	uint32_t article, sentence, claim;
};

/* A field's value, kept in the report's arena. */
static struct slice
kept(struct row *row, enum column column)
{
	struct slice raw = tsv_field(row->in->fields, row->at[column]), value;

	if (raw.length == 0)
		return (struct slice){ "", 0 };
	value = tsv_unescape(raw, &row->report->arena);
	return value.at == raw.at ? arena_copy(&row->report->arena, value)
	    : value;
}

static struct slice
raw(const struct row *row, enum column column)
{
	return tsv_field(row->in->fields, row->at[column]);
}

/* A number, 0 where the field is empty; refused where it is none. */
static size_t
number(struct row *row, enum column column)
{
	struct slice field = raw(row, column);
	size_t value = 0;

	if (field.length > 0 && !slice_number(field, &value))
		tsv_refuse(row->in, "column '%s': '%.*s' is not a number",
		    columns[column].name, (int)field.length, field.at);
	return value;
}

/*
 * The number stored for a thing of a sort: its letter, and up to two fields
 * that name it.  A new one has REPORT_NONE there.
 */
static uint32_t *
place(struct row *row, char sort, struct slice a, struct slice b)
{
	struct report *report = row->report;
	struct slice key;
	uint32_t *found;

	buffer_clear(&row->key);
	buffer_add_byte(&row->key, sort);
	buffer_add(&row->key, a);
	buffer_add_byte(&row->key, '\t');
	buffer_add(&row->key, b);
	key = buffer_slice(&row->key);
	if (hash_get(&report->keys, key) == HASH_NONE)
		key = arena_copy(&report->arena, key);
	found = hash_put(&report->keys, key);
	return found;
}

/* ------------------------------------------------ outlets and articles */

/* An article without outlet stands for itself, under its doc. */
static uint32_t
outlet_index(struct row *row, const struct report_article *article)
{
	struct report *report = row->report;
	bool made_up = article->outlet.length == 0;
	struct slice name = made_up ? article->doc : article->outlet;
	uint32_t *index = place(row, made_up ? 'O' : 'o', name, SLICE(""));

	if (*index == REPORT_NONE) {
		*index = (uint32_t)report->outlet_count;
		MEMORY_GROW(report->outlets, report->outlet_count,
		    report->outlet_capacity);
		report->outlets[report->outlet_count++] =
		    (struct report_outlet){ .name = name, .made_up = made_up };
	}
	return *index;
}

/* The article of this name, new ones empty but for it. */
static uint32_t
article_index(struct row *row, struct slice doc)
{
	struct report *report = row->report;
	uint32_t *index = place(row, 'd', doc, SLICE(""));
	const struct slice none = { "", 0 };

	if (*index == REPORT_NONE) {
		*index = (uint32_t)report->article_count;
		MEMORY_GROW(report->articles, report->article_count,
		    report->article_capacity);
		report->articles[report->article_count++] =
		    (struct report_article){
			.doc = arena_copy(&report->arena, doc), .outlet = none,
			.upstream = none, .date = none, .url = none,
			.title = none, .publisher = REPORT_NONE,
			.outside = true
		};
	}
	return *index;
}

static void
read_article(struct row *row)
{
	struct report_article *article;

	row->article = article_index(row, raw(row, COLUMN_DOC));
	article = &row->report->articles[row->article];
	if (!article->outside)
		return;
	article->outside = false;
	article->outlet = kept(row, COLUMN_OUTLET);
	article->upstream = kept(row, COLUMN_UPSTREAM);
	article->date = kept(row, COLUMN_DATE);
	article->url = kept(row, COLUMN_URL);
	article->title = kept(row, COLUMN_TITLE);
	article->publisher = outlet_index(row, article);
}

/* ---------------------------------------------- sentences and mentions */

static uint32_t
entity_index(struct row *row, struct slice id)
{
	struct report *report = row->report;
	uint32_t *index = place(row, 'e', id, SLICE(""));

	if (*index == REPORT_NONE) {
		*index = (uint32_t)report->entity_count;
		MEMORY_GROW(report->entities, report->entity_count,
		    report->entity_capacity);
		report->entities[report->entity_count++] =
		    (struct report_entity){
			.id = arena_copy(&report->arena, id),
			.name = { "", 0 }, .type = MENTION_MISC
		};
	}
	return *index;
}

/*
 * Is `words` a better name for an entity?  Names beat descriptions, and the
 * longer of two says more; beyond 48 bytes it is more than a name.
 */
static void
entity_name(struct report_entity *entity, struct slice words, bool named)
{
	if (words.length == 0 || words.length > 48 ||
	    (entity->named && !named))
		return;
	if (entity->name.length == 0 || (named && !entity->named) ||
	    words.length > entity->name.length) {
		entity->name = words;
		entity->named = named;
	}
}

static void
read_mentions(struct row *row, struct report_sentence *sentence)
{
	struct report *report = row->report;
	struct mentions mentions;
	struct slice bad;
	size_t i;

	if (!mentions_read(&mentions, kept(row, COLUMN_ENTITIES),
	    &report->arena, &bad)) {
		tsv_refuse(row->in, "column 'entities': bad item '%.*s'",
		    (int)bad.length, bad.at);
		return;
	}
	for (i = 0; i < mentions.count; i++) {
		const struct mention *mention = &mentions.at[i];
		uint32_t index = entity_index(row, mention->id);
		struct report_entity *entity = &report->entities[index];

		if (mention->kind == MENTION_NAM ||
		    mention->kind == MENTION_NOM)
			entity_name(entity, report_words_at(sentence,
			    mention->span), mention->kind == MENTION_NAM);
		if (entity->count++ == 0 || mention->kind == MENTION_NAM)
			entity->type = mention->type;
		MEMORY_GROW(report->mentions, report->mention_count,
		    report->mention_capacity);
		report->mentions[report->mention_count++] =
		    (struct report_mention){ index, row->article };
	}
}

static void
read_figures(struct row *row, struct report_sentence *sentence)
{
	struct slice bad;

	if (!figures_read(&sentence->figures, kept(row, COLUMN_FIGURES),
	    &row->report->arena, &bad))
		tsv_refuse(row->in, "column 'figures': bad item '%.*s'",
		    (int)bad.length, bad.at);
}

static void
read_sentence(struct row *row)
{
	struct report *report = row->report;
	struct report_sentence *sentence;
	struct slice kind;
	uint32_t *index;

	row->sentence = REPORT_NONE;
	if (row->at[COLUMN_TEXT] < 0 || row->at[COLUMN_START] < 0)
		return;
	index = place(row, 's', raw(row, COLUMN_DOC), raw(row, COLUMN_START));
	row->sentence = *index;
	if (*index != REPORT_NONE)
		return;
	row->sentence = *index = (uint32_t)report->sentence_count;
	MEMORY_GROW(report->sentences, report->sentence_count,
	    report->sentence_capacity);
	sentence = &report->sentences[report->sentence_count++];
	*sentence = (struct report_sentence){
		.start = number(row, COLUMN_START),
		.paragraph = number(row, COLUMN_PARAGRAPH),
		.text = kept(row, COLUMN_TEXT), .article = row->article
	};
	kind = kept(row, row->at[COLUMN_SENTENCE_KIND] >= 0
	    ? COLUMN_SENTENCE_KIND : COLUMN_KIND);
	if (words_find(report->words, "sentence", kind).length > 0)
		sentence->kind = kind;
	sentence->end = sentence->start + sentence->text.length;
	read_mentions(row, sentence);
	read_figures(row, sentence);
}

/* ------------------------------------------------ claims and relations */

/* The first and the last byte of a list of spans; 0 and 0 when it is none. */
static void
content_place(struct report_claim *claim)
{
	struct slice rest = claim->content_span;
	struct span span;

	if (!span_next(&rest, &span))
		return;
	claim->start = span.start;
	claim->end = span.end;
	while (span_next(&rest, &span))
		claim->end = span.end;
}

static enum voice
voice_of(const struct report *report, const struct report_claim *claim)
{
	struct slice voice = words_find(report->words, "voice",
	    claim->source_type);

	if (slice_is(claim->form, "narration") ||
	    (claim->form.length == 0 && claim->source.length == 0))
		return VOICE_OUTLET;
	if (slice_is(voice, "outlet"))
		return VOICE_OUTLET;
	if (slice_is(claim->form, "agentless") ||
	    (slice_is(voice, "nobody") && claim->source.length == 0))
		return VOICE_NOBODY;
	if (slice_is(voice, "group"))
		return VOICE_GROUP;
	return slice_is(voice, "unnamed") ? VOICE_UNNAMED : VOICE_NAMED;
}

/* The claim of a document by its id; new ones empty. */
static uint32_t
claim_index(struct row *row, struct slice doc, struct slice id)
{
	struct report *report = row->report;
	uint32_t *index = place(row, 'c', doc, id);

	if (*index == REPORT_NONE) {
		*index = (uint32_t)report->claim_count;
		MEMORY_GROW(report->claims, report->claim_count,
		    report->claim_capacity);
		report->claims[report->claim_count++] = (struct report_claim){
			.article = REPORT_NONE, .sentence = REPORT_NONE,
			.parent = REPORT_NONE, .speaker = REPORT_NONE,
			.step = REPORT_NONE, .outside = true
		};
	}
	return *index;
}

static uint32_t
speaker_index(struct row *row, struct slice id, struct slice source,
    bool named)
{
	uint32_t index;

	if (id.length == 0)
		return REPORT_NONE;
	index = entity_index(row, id);
	entity_name(&row->report->entities[index], source, named);
	return index;
}

static void
read_claim(struct row *row)
{
	struct report *report = row->report;
	struct report_claim *claim;

	row->claim = claim_index(row, raw(row, COLUMN_DOC),
	    raw(row, COLUMN_CLAIM));
	claim = &report->claims[row->claim];
	if (!claim->outside)
		return;
	*claim = (struct report_claim){
		.article = row->article, .sentence = row->sentence,
		.parent = REPORT_NONE, .speaker = REPORT_NONE,
		.step = REPORT_NONE, .depth = number(row, COLUMN_DEPTH),
		.id = kept(row, COLUMN_CLAIM), .form = kept(row, COLUMN_FORM),
		.parent_id = kept(row, COLUMN_PARENT),
		.source = kept(row, COLUMN_SOURCE),
		.source_type = kept(row, COLUMN_SOURCE_TYPE),
		.act = kept(row, COLUMN_ACT), .topic = kept(row, COLUMN_TOPIC),
		.witnesses = number(row, COLUMN_WITNESSES),
		.content = kept(row, COLUMN_CONTENT),
		.content_span = kept(row, COLUMN_CONTENT_SPAN),
		.quote_span = kept(row, COLUMN_QUOTE_SPAN),
		.certainty = kept(row, COLUMN_CERTAINTY),
		.target = kept(row, COLUMN_TARGET)
	};
	content_place(claim);
	claim->voice = voice_of(report, claim);
	if (claim->voice != VOICE_OUTLET && claim->voice != VOICE_NOBODY)
		claim->speaker = speaker_index(row,
		    raw(row, COLUMN_SOURCE_ID), claim->source, false);
}

/* The other side of a relation, from the with_ columns if need be. */
static uint32_t
read_other(struct row *row)
{
	struct report *report = row->report;
	struct slice doc = raw(row, COLUMN_WITH_DOC);
	struct slice id = raw(row, COLUMN_WITH);
	struct report_article *article;
	struct report_claim *claim;
	uint32_t index, at;

	if (id.length == 0)
		return REPORT_NONE;
	if (doc.length == 0)
		doc = raw(row, COLUMN_DOC);
	index = claim_index(row, doc, id);
	claim = &report->claims[index];
	if (claim->article != REPORT_NONE)
		return index;
	at = article_index(row, doc);
	article = &report->articles[at];
	if (article->outside && article->outlet.length == 0) {
		article->outlet = kept(row, COLUMN_WITH_OUTLET);
		article->date = kept(row, COLUMN_WITH_DATE);
	}
	claim->article = at;
	claim->content = kept(row, COLUMN_WITH_CONTENT);
	claim->content_span = kept(row, COLUMN_WITH_CONTENT_SPAN);
	claim->id = kept(row, COLUMN_WITH);
	content_place(claim);
	claim->speaker = speaker_index(row, raw(row, COLUMN_WITH_SOURCE_ID),
	    (struct slice){ "", 0 }, false);
	claim->voice = claim->speaker == REPORT_NONE ? VOICE_OUTLET
	    : VOICE_NAMED;
	return index;
}

/* The relation's kind; nothing when `kind` is still the sentence's. */
static struct slice
relation_kind(struct row *row)
{
	struct slice kind = kept(row, COLUMN_KIND);

	if (row->at[COLUMN_SENTENCE_KIND] < 0 &&
	    words_find(row->report->words, "sentence", kind).length > 0)
		return (struct slice){ "", 0 };
	return kind;
}

static void
read_relation(struct row *row)
{
	struct report *report = row->report;
	struct slice name = raw(row, COLUMN_RELATION);
	struct slice confidence = raw(row, COLUMN_CONFIDENCE);
	struct report_relation *relation;
	uint32_t other;
	unsigned which;

	if (name.length == 0)	/* told by the later claim's row */
		return;
	for (which = 0; which < RELATION_COUNT; which++)
		if (slice_is(name, relation_names[which]))
			break;
	if (which == RELATION_COUNT) {
		tsv_refuse(row->in, "column 'relation': '%.*s' is none that "
		    "hearsay diff-sources writes", (int)name.length, name.at);
		return;
	}
	other = read_other(row);
	if (which == RELATION_ONLY || other == REPORT_NONE ||
	    slice_is(raw(row, COLUMN_KIND), "event"))
		return;		/* that both tell of one event is no finding */
	MEMORY_GROW(report->relations, report->relation_count,
	    report->relation_capacity);
	relation = &report->relations[report->relation_count++];
	*relation = (struct report_relation){
		.relation = which, .claim = row->claim, .with = other,
		.kind = relation_kind(row), .topic = kept(row, COLUMN_TOPIC),
		.reason = kept(row, COLUMN_REASON)
	};
	if (!decimal_parse(confidence, &relation->confidence))
		relation->confidence = 0;
}

static void
find_parents(struct row *row)
{
	struct report *report = row->report;
	size_t i;

	for (i = 0; i < report->claim_count; i++) {
		struct report_claim *claim = &report->claims[i];
		uint32_t *index;

		if (claim->parent_id.length == 0)
			continue;
		index = place(row, 'c', report->articles[claim->article].doc,
		    claim->parent_id);
		if (*index != i)
			claim->parent = *index;
	}
}

void
report_read(struct report *report, struct tsv_reader *in,
    const struct words *words)
{
	int at[COLUMN_COUNT];
	struct row row = { .report = report, .in = in, .at = at };
	size_t i;

	report->words = words;
	for (i = 0; i < COLUMN_COUNT; i++)
		at[i] = columns[i].remedy && !in->failed
		    ? tsv_require(in, columns[i].name, columns[i].remedy)
		    : tsv_find(in, columns[i].name);
	while (tsv_next(in)) {
		read_article(&row);
		read_sentence(&row);
		read_claim(&row);
		read_relation(&row);
	}
	find_parents(&row);
	buffer_free(&row.key);
	report_join(report);
}
