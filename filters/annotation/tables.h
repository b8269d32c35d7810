/*
 * Tables of annotated stories: those that hearsay's filters would write, had
 * they read the articles as their annotators did, and those that scorers take
 * as gold.
 */
#ifndef ANNOTATION_TABLES_H
#define ANNOTATION_TABLES_H

#include "annotation/annotation.h"
#include "tsv/tsv.h"

/* A table that is written: its columns by their place. */
enum { OUT_COLUMNS = 64 };
struct out_table {
	struct tsv_writer out;
	int at[OUT_COLUMNS];
	size_t count;
};

enum {
	TABLE_STORIES, TABLE_DOCUMENTS, TABLE_SENTENCES, TABLE_TAGGED,
	TABLE_CLAIMS, TABLE_RELATIONS, TABLE_MENTIONS, TABLE_TIMEXES,
	TABLE_ATTRIBUTIONS, TABLE_GOLD_CLAIMS, TABLE_COUNT
};

struct out_tables {
	struct out_table at[TABLE_COUNT];
};

/* Open all of them in a folder, which is made; an error is exit status 2. */
void tables_create(struct out_tables *tables, const char *folder);

/* Add a story, read and nested. */
void tables_add(struct out_tables *tables, struct story *story);

/* Close all; gives the exit status. */
int tables_finish(struct out_tables *tables);

/* The file of a table: "claims.tsv". */
const char *table_file(int table);

/* ------------------------------------------------------- inside the module */

/* Where the columns of a table's parts begin. */
enum { DOC, OUTLET, UPSTREAM, DATE, URL, TITLE, STYLE, ENGLISH, COPY, REWRITE,
	PARAGRAPHS, STORY, DOCUMENT_COLUMNS };
enum { PARAGRAPH = DOCUMENT_COLUMNS, SENTENCE, KIND, START, END, TEXT,
	SENTENCE_COLUMNS };
enum { ENTITIES = SENTENCE_COLUMNS, FIGURES, TIMES, TAGGED_COLUMNS };
enum { CLAIM = TAGGED_COLUMNS, PARENT, DEPTH, FORM, SOURCE_SPAN, SOURCE,
	SOURCE_ID, SOURCE_TYPE, CUE_SPAN, CUE, CONTENT_SPAN, CONTENT,
	QUOTE_SPAN, ACT, CERTAINTY, POLARITY, HEDGES, TENSE, TARGET,
	ADDRESSEE, ISSUES, RULE, CLAIM_COLUMNS };
enum { XID, RELATION, LEVEL, A_DOC, A_SPAN, B_DOC, B_SPAN, RELATION_KIND,
	A_CLAIM, B_CLAIM, REASON, RELATION_STORY, RELATION_COLUMNS };
enum { STORY_NAME, BEAT, REGION, ABOUT, STORY_COLUMNS };

/* Set a column of the row at hand; an empty value may have no bytes. */
void table_set(struct out_table *table, int column, struct slice value);

/* What a column of the row at hand is put together in. */
struct buffer *table_value(struct out_table *table, int column);

/* Rows of an article in the gold tables. */
void gold_add(struct out_tables *tables, const struct article *article,
    struct slice doc);

/* "10-20;30-40", a role's spans of a claim, in the order of bytes. */
void role_spans(const struct article *article, uint32_t claim,
    enum part_role role, struct buffer *out);

/* The form's quotation: all of the content where that is all quoted. */
enum part_role quote_role(const struct claim_line *claim);

/* id with the document behind its '@'. */
void add_id(struct buffer *out, struct slice id, struct slice doc);

#endif
