/*
 * Kinds of sentences by patterns: datelines, bylines, credits, disclaimers,
 * captions.
 */
#ifndef TEXT_KIND_H
#define TEXT_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "text/document.h"

/* Where in a document a pattern may apply. */
enum kind_place {
	PLACE_BEGIN,		/* what opens a paragraph, before the text */
	PLACE_LEAD,		/* the same in the first two paragraphs only */
	PLACE_TOP,		/* a whole paragraph near the top */
	PLACE_TAIL,		/* a whole paragraph or sentence near the end */
	PLACE_ANY,		/* a whole paragraph anywhere */
	PLACE_COUNT
};

enum { KIND_TEXT_MAX = 8192 };	/* bytes; no pattern sees a longer text */

struct kind_match {
	enum sentence_kind kind;
	size_t length;		/* bytes from the start of the text */
	const char *rule;	/* name of the pattern */
};

/*
 * Compile the built-in patterns; kinds_add_file those of a user's table
 * (name, kind, place, triggers, pattern) in front of them.  Both before
 * sandbox_enter; a pattern that does not compile is exit status 1.
 */
void kinds_open(void);
void kinds_add_file(const char *path);

/* The first pattern of a place that matches; false when none does. */
bool kind_match(enum kind_place place, struct slice text,
    struct kind_match *match);

/* How many matches were given up for want of time or stack. */
size_t kinds_given_up(void);

#endif
