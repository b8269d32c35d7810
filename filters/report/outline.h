/*
 * What a view says, before any format: sections of entries, in these the
 * statements with their places, figures, tables and pictures, as a flat list
 * in the order of reading.
 *
 * A view (view.h) builds the list once, a format (format.h) writes it, and
 * neither knows the other.  A block points to claims, figures and articles of
 * the report by index and holds only words that are the view's own, so that
 * 100,000 claims are a list of some megabytes.
 */
#ifndef REPORT_OUTLINE_H
#define REPORT_OUTLINE_H

#include "report/findings.h"

enum block_kind {
	BLOCK_SECTION,	/* id; head: its name; text: what it shows */
	BLOCK_ENTRY,	/* number or 0; head; margin: its kind in a word */
	BLOCK_LINE,	/* text: of an entry as a whole */
	BLOCK_QUOTE,	/* at: a claim; text: the words that decided */
	BLOCK_REASON,	/* head: who is against whom, or empty; text */
	BLOCK_FIGURE,	/* at: the use of a figure */
	BLOCK_REMARK,	/* text: a sentence of the section's */
	BLOCK_ITEM,	/* text: one of a list */
	BLOCK_TABLE,	/* head: its caption; at: its columns */
	BLOCK_ROW,	/* its first cell follows; number: 1 for the header */
	BLOCK_CELL,	/* text */
	BLOCK_PICTURE,	/* head: what it shows; at: of which thing */
	BLOCK_ARTICLE,	/* at: an article, by its name or in full */
	BLOCK_PARAGRAPH	/* at: an article; number: its first sentence there */
};

enum quote_shape {
	QUOTE_SIDE,	/* one side of a matter; number: its letter or 0 */
	QUOTE_STEP,	/* one of several days: the date first */
	QUOTE_VOICE,	/* one of several who say it */
	QUOTE_AGAIN,	/* the same in the same words: not repeated */
	QUOTE_BESIDE	/* margin: what it is to the article's claim */
};

enum entry_shape { ENTRY_PLAIN, ENTRY_DISPUTE, ENTRY_COUNTED };

enum cell_shape { CELL_NAME, CELL_NUMBER, CELL_WORDS };

enum picture_shape { PICTURE_DAYS, PICTURE_FIGURES };

enum article_shape {
	ARTICLE_LISTED,	/* a name in text, with its words in a page */
	ARTICLE_FULL	/* its paragraphs follow */
};

struct block {
	enum block_kind kind;
	unsigned shape;		/* one of the kind's enum */
	uint32_t at, number;
	const char *id;
	struct slice head, text, margin;
};

struct outline {
	struct report *report;	/* its arena keeps the words */
	const struct findings *findings;
	struct block *blocks;
	size_t count, capacity;
	uint32_t *notes;	/* of each claim the number of what stands
				   beside it, or 0; NULL: none has one */
	bool *full;		/* of each article: stands in full; or NULL */
	struct buffer line;	/* for views to put a phrase together in */
};

/* A block more, zeroed but for its kind; valid until the next one. */
struct block *outline_add(struct outline *outline, enum block_kind kind);

void outline_section(struct outline *outline, const char *id,
    const char *name, const char *gloss);

/* An entry under the heading in outline->line. */
struct block *outline_entry(struct outline *outline);

/* Blocks with the words in outline->line. */
void outline_words(struct outline *outline, enum block_kind kind);
void outline_cell(struct outline *outline, enum cell_shape shape);

/* A table's header: names of its columns, the first a name's. */
void outline_header(struct outline *outline, const char *caption,
    const char *const *names, size_t count);
void outline_row(struct outline *outline);

void outline_quote(struct outline *outline, enum quote_shape shape,
    uint32_t claim, struct slice reasons);

/* outline->line, cleared. */
struct buffer *outline_line(struct outline *outline);

/* What outline->line holds, kept as long as the report. */
struct slice outline_keep(struct outline *outline);

void outline_free(struct outline *outline);

#endif
