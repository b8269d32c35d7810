/*
 * An article on its way from an input to the documents table.
 */
#ifndef ARTICLES_ARTICLE_H
#define ARTICLES_ARTICLE_H

#include <stddef.h>

#include "base/slice.h"

enum article_field {		/* the columns of the documents table */
	ARTICLE_DOC,
	ARTICLE_OUTLET,
	ARTICLE_UPSTREAM,
	ARTICLE_DATE,
	ARTICLE_URL,
	ARTICLE_TITLE,
	ARTICLE_TEXT,
	ARTICLE_FIELDS
};

struct article {
	struct slice fields[ARTICLE_FIELDS];	/* as the input has them, not
						   yet cleaned; empty: none */
	const struct slice *extras;	/* of the table's other columns, as many
					   as output_start was given */
	size_t number;		/* of the record in its file, from 1; 0: the
				   file is one article */
	size_t line;		/* where it begins in the file; 0: not known */
	size_t date_line;	/* where its date stands; 0: as line */
	const char *why;	/* for --explain: what the reader found where;
				   may be NULL */
};

/* "doc", "outlet" … */
const char *article_field_name(enum article_field field);

/* Read the table of names; before article_field_of. */
void article_open(void);

/*
 * The field that a column or key of another program's table means, by any of
 * its usual names ("headline", "Published At"); ARTICLE_FIELDS when none.
 */
enum article_field article_field_of(struct slice name);

#endif
