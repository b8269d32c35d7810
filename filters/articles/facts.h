/*
 * What a page says of its article outside of the text: JSON-LD (schema.org
 * NewsArticle and its kin), OpenGraph and other <meta>, <link rel=canonical>,
 * microdata, <time>, <h1>, <title>.  A fact of a better source goes before one
 * of a lesser.
 */
#ifndef ARTICLES_FACTS_H
#define ARTICLES_FACTS_H

#include "articles/article.h"
#include "articles/page.h"

struct fact {
	struct slice value;
	const char *from;	/* "JSON-LD", "og:title" …; NULL: no value */
	size_t rank;		/* 1 the best */
	size_t line;		/* where in the page it stands; 0: not known */
};

struct facts {
	struct fact of[ARTICLE_FIELDS];	/* no doc; text is articleBody */
};

/* Read the table html_meta. */
void facts_open(void);

/*
 * Collect them; in the page's arena.  root is the node of the article, or 0:
 * a <time> or <h1> outside of it is not about it.
 */
void facts_find(struct facts *facts, const struct page *page, size_t root);

#endif
