/*
 * The file of a network, checked and laid out.
 *
 * Behind the head (head.h), each part at a multiple of 64: keys, vectors of
 * words, vectors of each attribute, the layers of the encoder, the scores of
 * tags, the two layers of the second stage, what places add, the scores of
 * roles.  A layer is its matrix, scales, offsets, gates and (one number) the
 * worth of its output; scores are a matrix, scales, offsets and biases.
 * Numbers are little-endian.
 */
#include "model/net.h"

#include <string.h>

#include "base/message.h"
#include "model/head.h"
#include "model/sections.h"

static const struct head_format format = { "hearsay-net", NET_VERSION,
	"network" };

/* What the head says of the body. */
struct counts {
	size_t words, dims, keys, width, layers, second, places;
	struct slice attributes, tags, roles;
};

static bool
names_read(struct net_scores *scores, struct slice names)
{
	while (names.length > 0) {
		if (scores->count == NET_TAGS_MAX)
			return false;
		scores->names[scores->count++] = slice_cut(&names, ' ');
	}
	return scores->count > 0;
}

static const char *
counts_read(struct counts *counts, struct head *head, struct net *net,
    struct slice bytes)
{
	const struct head_field fields[] = {
		{ "words", &counts->words, NULL },
		{ "dims", &counts->dims, NULL },
		{ "keys", &counts->keys, NULL },
		{ "width", &counts->width, NULL },
		{ "layers", &counts->layers, NULL },
		{ "second", &counts->second, NULL },
		{ "places", &counts->places, NULL },
		{ "attributes", NULL, &counts->attributes },
		{ "tags", NULL, &counts->tags },
		{ "roles", NULL, &counts->roles },
		{ "name", NULL, &net->name }, { "data", NULL, &net->digest },
		{ "score", NULL, &net->scores_note }
	};

	return head_read(head, &format, bytes, fields,
	    sizeof fields / sizeof *fields);
}

/* "tag 51 16 shape 42 8": names, sizes and dims, against the caller's. */
static const char *
attributes_read(struct net *net, struct slice list,
    const struct net_attribute *attributes, size_t count)
{
	while (list.length > 0) {
		struct net_table *table =
		    &net->attributes[net->attribute_count];
		struct slice name = slice_cut(&list, ' ');
		struct slice size = slice_cut(&list, ' ');
		struct slice dims = slice_cut(&list, ' ');
		size_t i = 0;

		while (i < count && !slice_is(name, attributes[i].name))
			i++;
		if (net->attribute_count == NET_ATTRIBUTES_MAX || i == count ||
		    !slice_number(size, &table->size) ||
		    !slice_number(dims, &table->dims) ||
		    table->size != attributes[i].size || table->dims == 0 ||
		    table->dims > KERNEL_WIDTH_MAX)
			return head_refuse("attribute '%.*s' is not what this "
			    "program tells: retrain the network",
			    (int)(name.length < 40 ? name.length : 40),
			    name.at);
		table->attribute = (unsigned)i;
		net->attribute_count++;
		net->inputs += table->dims;
	}
	return NULL;
}

static bool
is_width(size_t width)
{
	return width > 0 && width <= KERNEL_WIDTH_MAX && width % 8 == 0;
}

static bool
counts_are_sound(const struct counts *counts)
{
	return counts->words > 0 && counts->dims > 0 &&
	    counts->dims <= KERNEL_WIDTH_MAX && counts->keys > 0 &&
	    (counts->keys & (counts->keys - 1)) == 0 &&
	    is_width(counts->width) && is_width(counts->second) &&
	    counts->layers > 0 && counts->layers <= NET_LAYERS_MAX &&
	    counts->places >= 3 && counts->places % 2 == 1;
}

/* Hands out the parts of a file, one behind the other. */
struct parts {
	struct slice bytes;
	size_t offset;
};

/* A part beyond the end is at the beginning, never read: see head_check. */
static const void *
part(struct parts *parts, size_t count, size_t size)
{
	size_t start = parts->offset;

	parts->offset = sections_round(start + count * size);
	return parts->bytes.at + (parts->offset <= parts->bytes.length ?
	    start : 0);
}

static void
matrix_place(struct kernel_matrix *matrix, struct parts *parts, size_t inputs,
    size_t outputs)
{
	matrix->inputs = inputs;
	matrix->outputs = outputs;
	matrix->weights = part(parts, inputs * outputs, 1);
	matrix->scales = part(parts, outputs, sizeof(float));
	matrix->offsets = part(parts, outputs, sizeof(int32_t));
}

/* A layer as wide as its input takes that as its skip, unless own_skip. */
static void
layer_place(struct net_layer *layer, struct parts *parts, size_t inputs,
    size_t width, bool own_skip)
{
	layer->width = width;
	layer->own_skip = own_skip;
	matrix_place(&layer->matrix, parts, inputs,
	    2 * width * (own_skip ? 4 : 3));
	layer->gates = part(parts, 8 * width, sizeof(float));
	layer->scale = part(parts, 1, sizeof(float));
}

static void
scores_place(struct net_scores *scores, struct parts *parts, size_t inputs)
{
	matrix_place(&scores->matrix, parts, inputs, NET_TAGS_MAX);
	scores->biases = part(parts, NET_TAGS_MAX, sizeof(float));
}

/* Lay the parts out; returns how long the file must be. */
static size_t
body_place(struct net *net, size_t head, const struct counts *counts,
    struct slice bytes)
{
	struct parts parts = { bytes, head };
	const size_t wide = 2 * counts->width;

	net->key_capacity = counts->keys;
	net->keys = part(&parts, counts->keys, sizeof(struct net_key));
	net->words.size = counts->words;
	net->words.dims = counts->dims;
	net->words.vectors = part(&parts, counts->words, counts->dims);
	for (size_t i = 0; i < net->attribute_count; i++)
		net->attributes[i].vectors = part(&parts,
		    net->attributes[i].size, net->attributes[i].dims);
	net->layer_count = counts->layers;
	for (size_t i = 0; i < counts->layers; i++)
		layer_place(&net->encoder[i], &parts, i == 0 ? net->inputs :
		    wide, counts->width, i == 0);
	scores_place(&net->tags, &parts, wide);
	layer_place(&net->first, &parts, wide, counts->second, true);
	layer_place(&net->last, &parts, 2 * counts->second, counts->second,
	    false);
	net->place_count = counts->places;
	net->places = part(&parts, counts->places * 8 * counts->second,
	    sizeof(float));
	scores_place(&net->roles, &parts, 2 * counts->second);
	return parts.offset;
}

/* Is every word of a key there, and some key free? */
static bool
keys_are_sound(const struct net *net)
{
	bool free = false;

	for (size_t i = 0; i < net->key_capacity; i++) {
		if (net->keys[i].word >= net->words.size)
			return false;
		free |= net->keys[i].word == 0;
	}
	return free;
}

static const char *
body_read(struct net *net, const struct counts *counts,
    const struct head *head, struct slice bytes)
{
	const char *wrong;

	if (!counts_are_sound(counts) ||
	    !names_read(&net->tags, counts->tags) ||
	    !names_read(&net->roles, counts->roles))
		return head_refuse("damaged in its head");
	net->inputs = (net->inputs + counts->dims + 31) / 32 * 32;
	wrong = head_check(head, bytes, body_place(net, head->length, counts,
	    bytes));
	if (wrong)
		return wrong;
	return keys_are_sound(net) ? NULL : head_refuse("damaged in its words");
}

const char *
net_read(struct net *net, struct slice bytes,
    const struct net_attribute *attributes, size_t count)
{
	static const uint16_t one = 1;
	struct counts counts = { 0 };
	struct head head = { 0 };
	const char *wrong;

	*net = (struct net){ 0 };
	if (*(const unsigned char *)&one != 1)
		return head_refuse("networks need a little-endian machine");
	wrong = counts_read(&counts, &head, net, bytes);
	if (!wrong)
		wrong = attributes_read(net, counts.attributes, attributes,
		    count);
	return wrong ? wrong : body_read(net, &counts, &head, bytes);
}

void
net_open(struct net *net, struct slice bytes, const char *name,
    const struct net_attribute *attributes, size_t count)
{
	const char *wrong = net_read(net, bytes, attributes, count);

	if (wrong)
		message_fail(STATUS_SYSTEM, "network %s: %s", name, wrong);
}
