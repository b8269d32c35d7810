/*
 * HTML made safe for a parser of HTML5, whose stack of open elements is walked
 * for almost every tag: 100,000 open elements would cost it minutes.
 */
#ifndef ARTICLES_TIDY_H
#define ARTICLES_TIDY_H

#include "base/buffer.h"
#include "base/slice.h"

enum {
	TIDY_DEPTH = 256,	/* elements open at a time; browsers have 512 */
	TIDY_FORMATTING = 16,	/* <b>, <font> … of them */
	TIDY_ATTRIBUTES = 256	/* of one tag */
};

/*
 * Append page to out so that its elements nest properly and at most TIDY_DEPTH
 * deep: tags too deep, end tags without a beginning, comments, and drawings
 * (svg, math) are left out, end tags that are missing inside are added.  The
 * text is the same.  Linear.
 */
void tidy_html(struct slice page, struct buffer *out);

#endif
