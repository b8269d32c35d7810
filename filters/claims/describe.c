/*
 * The description of all claims, parents before what stands inside them.
 */
#include "claims/describe.h"

void
describe_open(void)
{
	source_open();
	stance_open();
	target_open();
}

void
claims_describe(struct claims *claims, const struct tagged *document)
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
			describe_target(claim, document);
		}
}
