/*
 * Pages: an article and what its page says of it, out of HTML.
 */
#ifndef ARTICLES_HTML_H
#define ARTICLES_HTML_H

#include "articles/article.h"
#include "base/memory.h"
#include "base/slice.h"

/* Read the tables of names; before any other call. */
void html_open(void);

/*
 * The article of a page (well-formed UTF-8 or not; ill-formed bytes become
 * U+FFFD).  Its fields live in the arena.  False when the page is too tangled
 * to be read in bounded memory.
 */
bool html_article(struct slice page, struct article *article,
    struct arena *arena);

/*
 * The text of a piece of HTML as a feed carries it: all of it, a paragraph a
 * line.  False as above.
 */
bool html_text(struct slice piece, struct slice *text, struct arena *arena);

#endif
