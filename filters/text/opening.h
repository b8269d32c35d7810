/*
 * Words that open sentences ("The", "However"), and words that follow a time
 * of day ("Monday", "GMT").
 */
#ifndef TEXT_OPENING_H
#define TEXT_OPENING_H

#include "base/slice.h"

enum opening_class {
	OPENING_NONE,
	OPENING_CLOCK,		/* follows "a.m." inside a sentence */
	OPENING_STARTER		/* in capitals, most often opens a sentence */
};

/* The class of a word as it is written at the start of a sentence. */
enum opening_class opening_find(struct slice word);

#endif
