/*
 * A linear sequence model as its file holds it: a head of text that says what
 * the model is, and behind it the numbers, used where they lie (built in, or
 * mapped), nothing copied.
 *
 * The score of a tag at a position is the sum of one small number for each
 * feature.  A feature's hash chooses a line of 64 numbers, one cache line; its
 * low bits and the tag choose the number in the line, so that common tags do
 * not collide at the same places.  Where the tags are few enough, a bit of the
 * hash chooses half a line, which has the scores of all tags in their order:
 * they are added up all at once.
 */
#ifndef MODEL_WEIGHTS_H
#define MODEL_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "model/templates.h"

enum {
	WEIGHTS_VERSION = 1,
	WEIGHTS_LINE = 64,	/* numbers a line; at most so many tags */
	WEIGHTS_TAG_MAX = WEIGHTS_LINE
};

/*
 * A key of the dictionary: some bits of its hash, and its class (0: free).
 * One unknown key in some ten thousand is taken for another.
 */
struct weights_key {
	uint16_t mark, class;
};

struct weights {
	struct slice name, digest, scores_note;	/* of the head */
	struct slice tags[WEIGHTS_TAG_MAX];
	unsigned tag_count;
	struct templates templates;

	/* lines of scores: 8 bits in a file, 32 while they are learnt */
	size_t line_count;
	const int8_t *scores;
	const int32_t *learning;	/* instead of scores, or NULL */

	const int32_t *steps;		/* see weights_steps */

	/* what is known of keys: see weights_class */
	const uint64_t *classes;	/* sets of tags, by class */
	const uint32_t *kinds;		/* what classes have in common */
	size_t class_count;
	const struct weights_key *keys;
	size_t key_capacity;		/* a power of two */
};

/*
 * Name the built-in weights of filters/models/NAME.weights:
 * WEIGHTS_BUILTIN(tagger) declares them, WEIGHTS_BYTES(tagger) is their slice.
 */
#define WEIGHTS_BUILTIN(model) \
	extern const char weights_##model[], weights_##model##_end[]
#define WEIGHTS_BYTES(model) \
	SLICE_BETWEEN(weights_##model, weights_##model##_end)

/*
 * Use the bytes of a file, aligned to 8, which must outlive the weights.
 * attributes: as for templates_read.  NULL when all is well; else what is
 * wrong with them (no weights, another version, cut short, damaged), valid
 * until the next call.
 */
const char *weights_read(struct weights *weights, struct slice bytes,
    const char *const attributes[]);

/* As weights_read, for built-in ones: what is wrong is a message and exit 2. */
void weights_open(struct weights *weights, struct slice bytes,
    const char *name, const char *const attributes[]);

/* As weights_open, from a file that is mapped and stays so. */
void weights_open_file(struct weights *weights, const char *path,
    const char *const attributes[]);

/*
 * The scores of each tag behind tag `from`; the first tag of a sequence comes
 * behind from == tag_count.
 */
static inline const int32_t *
weights_steps(const struct weights *weights, unsigned from)
{
	return weights->steps + (size_t)from * weights->tag_count;
}

/*
 * The class of a key (a caller's 64-bit hash of a word, say): 0 when it is
 * unknown.  classes[class] is the set of tags that it can have, one bit each;
 * kinds[class] is the same number for all classes with the same tags seen.
 */
uint32_t weights_class(const struct weights *weights, uint64_t key);

#endif
