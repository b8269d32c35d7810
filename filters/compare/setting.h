/*
 * The setting of an article: what it and the articles nearest to it tell, as
 * a background against which a single sentence is read.
 *
 * Two sentences may tell of one event and share hardly a word; the articles
 * that they stand in share more, and the articles nearest to both most of all
 * (query expansion after Rocchio 1971).
 */
#ifndef COMPARE_SETTING_H
#define COMPARE_SETTING_H

#include "compare/claim.h"

/*
 * Set the setting of every article.  Claims are weighed.  An article looks at
 * a bounded number of others, those that share its rarest terms first, so the
 * cost grows linearly.
 */
void settings_find(struct claims *claims);

/* How alike two settings are, 0 to 1. */
double setting_likeness(const struct article *x, const struct article *y);

#endif
