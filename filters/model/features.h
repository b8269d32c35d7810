/*
 * Features: the hashes that a position's templates give, and the places of
 * their scores.
 *
 * An attribute of 0 is missing, and a template with a missing attribute gives
 * no feature: so a caller leaves a word's suffixes out where the word itself
 * says enough.
 */
#ifndef MODEL_FEATURES_H
#define MODEL_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/weights.h"

/*
 * The hashes of the features of a list of templates, into hashes (room for
 * TEMPLATE_MAX; the template of each into which, unless NULL); returns how
 * many.  row is the position's row of attributes, with TEMPLATE_REACH rows on
 * either side.
 */
unsigned features_find(const struct template_list *templates,
    const uint32_t *row, uint64_t *hashes, uint8_t *which);

/* A step's feature, once the tag before is chosen. */
static inline uint64_t
feature_behind(uint64_t hash, unsigned tag)
{
	hash = (hash ^ (tag + 1)) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

/* Where a feature's line of scores begins. */
static inline size_t
feature_line(const struct weights *weights, uint64_t hash)
{
	return (size_t)((hash >> 32) * weights->line_count >> 32) *
	    WEIGHTS_LINE;
}

/* Do the scores of all tags lie side by side in half a line? */
static inline bool
feature_is_half(const struct weights *weights)
{
	return weights->tag_count <= WEIGHTS_LINE / 2;
}

/*
 * The place of a feature's score for tag 0.  That of another tag is the place
 * and the tag by exclusive or: tags are fewer than a line's numbers, or half a
 * line's where that holds all of them in their order.
 */
static inline size_t
feature_place(const struct weights *weights, uint64_t hash)
{
	unsigned within = feature_is_half(weights) ? WEIGHTS_LINE / 2 :
	    WEIGHTS_LINE - 1;

	return feature_line(weights, hash) + ((unsigned)hash & within);
}

#endif
