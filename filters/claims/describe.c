/*
 * The description of all claims, parents before what stands inside them.
 */
#include "claims/describe.h"

#include "claims/label.h"

void
describe_open(const struct claim_tables *tables)
{
	source_open();
	stance_open(&tables->acts, &tables->certainties);
	target_open(&tables->stances);
}

void
claims_open_labels(void)
{
	label_open();
}

void
claims_describe(struct claims *claims, const struct tagged *document,
    const struct claim_options *options)
{
	unsigned deepest = 0;

	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].depth > deepest)
			deepest = claims->at[i].depth;
	for (unsigned depth = 0; depth <= deepest; depth++)
		for (size_t i = 0; i < claims->count; i++) {
			struct claim *claim = &claims->at[i];

			if (claim->depth != depth)
				continue;
			describe_source(claim, claims, document);
			describe_addressee(claim, document);
			describe_stance(claim, claims, document);
		}
	if (!options->rules_only && !options->unlabelled)
		claims_label(claims, document, options->explain);
	for (size_t i = 0; i < claims->count; i++)
		describe_target(&claims->at[i], document);
}

uint32_t
sentence_number(const struct document *document, size_t byte)
{
	size_t low = 0, high = document->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (document->sentences[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low;
}

void
tokens_in(const struct sentence *sentence, struct span span, size_t *first,
    size_t *behind)
{
	size_t low = 0, high = sentence->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sentence->tokens[middle].start < span.start)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < sentence->count && sentence->tokens[low].end <= span.end)
		low++;
	*behind = low;
}
