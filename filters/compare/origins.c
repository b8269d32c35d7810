/*
 * Witnesses as a table: what each article goes back to, and why.
 */
#include "compare/series.h"

enum { DOC, OUTLET, UPSTREAM, DATE, WITNESS, TEXT, WHY };

static const char *const columns[] = { "doc", "outlet", "upstream", "date",
	"witness", "text", "why", NULL };

/* Why two articles are one witness, as far as these two tell. */
static struct slice
reason(const struct article *article, const struct article *witness,
    const struct article *text)
{
	if (article == witness)
		return SLICE("");
	if (article != text)
		return SLICE("copy");
	return article->upstream.length ? SLICE("upstream") :
	    slice_equal(article->outlet, witness->outlet) ? SLICE("outlet") :
	    SLICE("source");
}

static void
write_witnesses(struct tsv_writer *out, struct series *series)
{
	const struct claims *claims = series->claims;

	for (size_t i = 0; i < claims->article_count; i++) {
		const struct article *article = &claims->articles[i];
		const struct article *witness =
		    &claims->articles[article->witness];
		const struct article *text = &claims->articles[article->text];

		if (!claims_is_since(claims, article->first, series->since))
			continue;
		tsv_set(out, DOC, article->doc);
		tsv_set(out, OUTLET, article->outlet);
		tsv_set(out, UPSTREAM, article->upstream);
		tsv_set(out, DATE, article->date);
		tsv_set(out, WITNESS, witness->doc);
		tsv_set(out, TEXT, text->doc);
		tsv_set(out, WHY, reason(article, witness, text));
		tsv_put(out, NULL);
	}
}

const struct series_table series_witnesses = { "witnesses", columns,
	write_witnesses, false };
