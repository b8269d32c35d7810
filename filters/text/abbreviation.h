/*
 * Words with a full stop of their own: "Mr.", "U.S.", "Inc.", "a.m.".
 */
#ifndef TEXT_ABBREVIATION_H
#define TEXT_ABBREVIATION_H

#include <stdbool.h>

#include "base/slice.h"

enum abbreviation_class {
	ABBREVIATION_NONE,
	ABBREVIATION_CLOCK,	/* a.m.: may end a sentence, unless a day or a
				   time zone follows */
	ABBREVIATION_COMPANY,	/* Inc., Jr.: may end one where a word follows
				   that opens sentences */
	ABBREVIATION_DAY,	/* Mon.: stands before a date */
	ABBREVIATION_END,	/* etc., lbs.: ends one before a capital */
	ABBREVIATION_INNER,	/* e.g., vs.: never ends one */
	ABBREVIATION_MONTH,	/* Feb.: stands before a number */
	ABBREVIATION_NAME,	/* Yahoo!: its mark is part of the name */
	ABBREVIATION_NUMBER,	/* No., p.: stands before a number */
	ABBREVIATION_PLACE,	/* U.S., Calif.: as COMPANY */
	ABBREVIATION_SAINT,	/* St.: before a name, or behind one */
	ABBREVIATION_TITLE,	/* Mr., Gen.: stands before a name */
	ABBREVIATION_INITIAL,	/* one letter; by its form, in no table */
	ABBREVIATION_ACRONYM	/* U.N.C.L.E., by its form */
};

struct abbreviation {
	enum abbreviation_class class;
	bool word;		/* without its stop it is a common word, so
				   that at the end of a text the stop is the
				   sentence's */
};

/*
 * What a word is; its full stop (or other mark) is its last byte.  Also found
 * in capitals and at the start of a sentence ("MR.", "Approx.").
 */
struct abbreviation abbreviation_find(struct slice word);

/* A user's table over the built-in one (abbreviation, class, word); a class
   that does not exist is exit status 1. */
void abbreviation_add_file(const char *path);

#endif
