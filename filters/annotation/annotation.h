/*
 * Annotated articles: texts written together with what a reader marks in them
 * (samples/corpus/GUIDELINE.md says what, and gives the form).
 *
 * A story is a folder of articles and a list of how their claims relate.  It
 * is read from its files (article_read, story_read) or from tables
 * (story_load), checked (story_check), and written in either form.  Spans are
 * bytes of an article's plain text, end exclusive.
 */
#ifndef ANNOTATION_ANNOTATION_H
#define ANNOTATION_ANNOTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "annotation/fault.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/slice.h"

enum { ARTICLES_MAX = 26 };	/* of a story: a to z */

/* Header lines, in the order in which they are written. */
enum header {
	HEADER_OUTLET, HEADER_STYLE, HEADER_DATE, HEADER_TITLE,
	HEADER_UPSTREAM, HEADER_URL, HEADER_ENGLISH, HEADER_COPY,
	HEADER_REWRITE, HEADER_PARAGRAPHS, HEADER_COUNT
};

enum mark_kind { MARK_ENTITY, MARK_FIGURE, MARK_TIME, MARK_PART };
enum part_role { PART_SOURCE, PART_CUE, PART_CONTENT, PART_QUOTE,
	PART_ROLES };

/* What MARK_ENTITY, MARK_FIGURE and MARK_TIME hold in `label`. */
enum { ENTITY_TYPE, ENTITY_ID, ENTITY_MENTION };
enum { FIGURE_VALUE, FIGURE_APPROX, FIGURE_UNIT, FIGURE_WHAT };
enum { TIME_TYPE, TIME_VALUE };
enum { MARK_LABELS = 4 };

/* A marked span: a thing, or a part of a claim. */
struct mark {
	enum mark_kind kind;
	uint32_t start, end;
	uint32_t sentence;		/* index */
	struct slice label[MARK_LABELS];

	/* of MARK_PART */
	enum part_role role;
	uint32_t claim;			/* number */
	uint32_t brace;			/* the same for the parts of one */
};

struct marked_sentence {
	char margin;		/* H D B Y P C X */
	char joint;		/* what ties it to the one above: | > + */
	bool opens;		/* a paragraph */
	uint32_t paragraph;	/* from 1 */
	uint32_t start, end;
	uint32_t line;		/* of the file; 0: from a table */
};

/* A claim's line. */
struct claim_line {
	uint32_t number;	/* from 1 */
	uint32_t sentence;	/* index of the one that it stands under */
	struct slice form, source_id, source_type, act, certainty, tense;
	struct slice hedges;	/* joined by '|', blanks as '_' */
	struct slice targets;	/* ID:+ or ID:-, joined by ',' */
	struct slice addressee;
	bool negative;
	bool inside_given;	/* in= stands there */
	uint32_t inside;	/* its number; 0: none */
	uint32_t parent;	/* number of the claim around; 0: none */
	uint32_t depth;		/* 0 the outlet's own, 1 one source, 2 … */
	uint32_t line;
};

struct article {
	struct slice path;	/* of the file, for messages */
	char letter;		/* a, b, c … */
	struct slice headers[HEADER_COUNT];
	struct buffer text;
	struct marked_sentence *sentences;
	size_t sentence_count, sentence_capacity;
	struct mark *marks;	/* in the order of their opening */
	size_t mark_count, mark_capacity;
	struct claim_line *claims;	/* in the order of their lines */
	size_t claim_count, claim_capacity;
};

/* A relation of two claims: "conflict blame b7 a3 | words | words". */
struct relation_line {
	struct slice relation, kind;
	struct {
		char article;
		uint32_t claim;
		struct slice words;	/* that decide; may be empty */
	} side[2];
	uint32_t line;
};

struct story {
	struct slice name;	/* of the folder: "017-kisumu-ferry" */
	struct slice path;	/* of story.txt */
	struct slice beat, region, about;
	struct article articles[ARTICLES_MAX];
	size_t article_count;
	struct relation_line *relations;
	size_t relation_count, relation_capacity;
	struct arena arena;	/* holds every slice */
};

/* -------------------------------------------------------- from the files */

/*
 * Read an article from its file's bytes.  What the form does not allow is
 * reported and passed over; what the labels say is not looked at.  The bytes
 * must outlive the article.
 */
void article_read(struct article *article, struct slice bytes,
    struct faults *faults);

/*
 * Read a story's folder.  False when it cannot be read at all (reported).
 */
bool story_read(struct story *story, const char *folder,
    struct faults *faults);

/*
 * Read one article's file into a zeroed story.  False when it cannot be read
 * (reported).
 */
bool story_read_article(struct story *story, const char *path,
    struct faults *faults);

void story_free(struct story *story);

/* --------------------------------------------------------------- parts */

/* The first three bytes of the story's name and the letter: "017b". */
struct slice article_doc(const struct story *story,
    const struct article *article, struct arena *arena);

/* The article of a letter, or NULL. */
const struct article *story_article(const struct story *story, char letter);

/* The claim of a number, or NULL. */
struct claim_line *article_claim(const struct article *article,
    uint32_t number);

/* The text of a span. */
static inline struct slice
article_span(const struct article *article, uint32_t start, uint32_t end)
{
	if (start == end)
		return SLICE("");	/* the text may have no bytes yet */
	return slice_part(buffer_slice(&article->text), start, end);
}

/* Is the claim the outlet's own? */
bool claim_is_narration(const struct claim_line *claim);

/* Is all of its content quotation (direct, free_direct)? */
bool claim_is_quoted(const struct claim_line *claim);

/* Name of a kind of sentence by its margin ("headline"), or NULL. */
const char *margin_kind(char margin);
/* The margin of a kind of sentence, or 0. */
char kind_margin(struct slice kind);
const char *header_name(enum header header);

/*
 * Set parent and depth of every claim: what in= says, or the claim with the
 * smallest content that has the claim's cue and content in its braces.
 */
void article_nest(struct article *article, struct faults *faults);

/* The parent that the braces alone say; 0 when none. */
uint32_t braces_parent(const struct article *article,
    const struct claim_line *claim);

/* The text of the first headline; empty when there is none. */
struct slice article_headline(const struct article *article);

/* ------------------------------------------------------------- checking */

/* Report everything that the guideline does not allow. */
void story_check(const struct story *story, struct faults *faults);

/*
 * Warn of what may have been missed: pronouns, capitals, numbers.
 * unmarked_open reads its table first.
 */
void unmarked_open(void);
void article_unmarked(const struct article *article, struct faults *faults);

/* -------------------------------------------------------------- writing */

/* Bring the marks into the one order in which they are written. */
void article_arrange(struct article *article);

/*
 * Number the claims 1, 2, 3 … in the order of their lines, here and in the
 * story's relations.  No number may stand twice.
 */
void article_number(struct story *story, struct article *article);

/*
 * Append an arranged article in its written form.  False when its marks cross
 * or leave their sentence, which only a table can say.
 */
bool article_write(const struct article *article, struct buffer *out);

/* Append the story's story.txt. */
void story_write(const struct story *story, struct buffer *out);

#endif
