/*
 * Sentences of a document: where they begin and end, and of what kind they
 * are.
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "text/document.h"

struct sentence_span {
	size_t start, end;	/* bytes of the document, end exclusive,
				   no white space at either end */
	size_t paragraph;	/* from 1 */
	enum sentence_kind kind;
	const char *end_rule;	/* what ended it: "stop", "paragraph" … */
	const char *kind_rule;	/* what gave the kind, "" for body */
};

/* Zeroed is ready for use; keeps its room from one document to the next. */
struct sentences {
	struct sentence_span *at;
	size_t count, capacity;
};

/* Read the built-in tables; before sandbox_enter. */
void sentences_open(void);

/*
 * Find the sentences of text (valid UTF-8).  Every byte that is no white space
 * lies in exactly one of them.  title is the document's title or empty: a first
 * line that repeats it is the headline.  Linear in text.length.
 */
void sentences_find(struct sentences *sentences, struct slice text,
    struct slice title);

void sentences_free(struct sentences *sentences);

#endif
