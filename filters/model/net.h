/*
 * A recurrent network that reads a paragraph's tokens and tags them, first
 * once (where are cues?), then anew for each cue (which is its source, which
 * its content?).
 *
 * A file of such a network is a head of text and behind it its numbers, used
 * where they lie (built in, or mapped).  A token is the vector of its word
 * next to those of its attributes; recurrent layers in both directions read
 * them; the second stage is told, for each token, where it stands from the
 * cue.  scripts/train-attributions trains one and says more.
 */
#ifndef MODEL_NET_H
#define MODEL_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "model/kernel.h"

enum {
	NET_VERSION = 1,
	NET_ATTRIBUTES_MAX = 12,
	NET_LAYERS_MAX = 6,
	NET_TAGS_MAX = KERNEL_ROWS
};

/* A token as a network sees it: small numbers, one an attribute. */
struct net_token {
	uint64_t word;		/* a hash of the word */
	uint16_t values[NET_ATTRIBUTES_MAX];
};

/* What a caller can tell of a token. */
struct net_attribute {
	const char *name;
	unsigned size;		/* values are below it */
};

struct net_table {
	const int8_t *vectors;
	size_t size, dims;
	unsigned attribute;	/* the caller's; not of words */
};

struct net_layer {
	struct kernel_matrix matrix;
	const float *gates;	/* 2 directions x 4 x width */
	const float *scale;	/* what a unit of its output bytes is worth */
	size_t width;		/* of one direction */
	bool own_skip;		/* else the skip is its input */
};

struct net_scores {
	struct kernel_matrix matrix;
	const float *biases;
	struct slice names[NET_TAGS_MAX];
	size_t count;
};

struct net_key {
	uint32_t mark, word;	/* word 0: free */
};

struct net {
	struct slice name, digest, scores_note;	/* of the head */
	const struct net_key *keys;
	size_t key_capacity;	/* a power of two */
	struct net_table words;	/* vector 0: unknown */
	struct net_table attributes[NET_ATTRIBUTES_MAX];
	size_t attribute_count;
	size_t inputs;		/* bytes of a token, filled up */
	struct net_layer encoder[NET_LAYERS_MAX];
	size_t layer_count;
	struct net_scores tags;
	struct net_layer first, last;	/* of the second stage */
	const float *places;	/* what each place adds to first's products */
	size_t place_count;	/* odd: in the cue, and as many on each side */
	struct net_scores roles;
};

/*
 * Use the bytes of a file, aligned to 64, which must outlive the network.
 * attributes (count of them): what the caller's tokens tell.  NULL when all is
 * well; else what is wrong, valid until the next call.
 */
const char *net_read(struct net *net, struct slice bytes,
    const struct net_attribute *attributes, size_t count);

/* As net_read, for built-in ones: what is wrong is a message and exit 2. */
void net_open(struct net *net, struct slice bytes, const char *name,
    const struct net_attribute *attributes, size_t count);

#define NET_BUILTIN(model) \
	extern const char net_##model[], net_##model##_end[]
#define NET_BYTES(model) SLICE_BETWEEN(net_##model, net_##model##_end)

/* What a network works in; zeroed is empty, and it grows as is needed. */
struct net_run {
	const struct net *net;
	size_t count, capacity;		/* tokens */
	size_t window_capacity;
	uint8_t *input, *encoded, *spare;	/* bytes of activations */
	uint8_t *window_first, *window_last;
	float *products, *shared, *window_products;
	float *scores;
	bool has_shared;	/* first's products are those of `encoded` */
};

/*
 * Read a sequence; gives the scores of each token's tags, NET_TAGS_MAX a
 * token, valid until the next call.  Linear in count.
 */
const float *net_encode(struct net_run *run, const struct net *net,
    const struct net_token *tokens, size_t count);

/*
 * The scores of roles of tokens from..to-1 of the sequence last read, for a
 * cue of tokens first..end-1; NET_TAGS_MAX a token, valid until the next call.
 */
const float *net_roles(struct net_run *run, size_t first, size_t end,
    size_t from, size_t to);

void net_run_free(struct net_run *run);

#endif
