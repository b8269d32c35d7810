/*
 * The file of a network, checked and laid out.
 *
 * Head: lines `name<tab>value`, closed by an empty line and filled up with
 * line feeds to a multiple of 64 bytes.  Body, each part at a multiple of 64:
 * keys, vectors of words, vectors of each attribute, the layers of the
 * encoder, the scores of tags, the two layers of the second stage, what places
 * add, the scores of roles.  A layer is its matrix, scales, offsets, gates and
 * (one number) the worth of its output; scores are a matrix, scales, offsets
 * and biases.  Numbers are little-endian.
 */
#include "model/net.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/message.h"
#include "model/sections.h"

#define MAGIC "hearsay-net"

static char problem[160];

static const char *
refuse(const char *what)
{
	snprintf(problem, sizeof problem, "%s", what);
	return problem;
}

/* The numbers of the head. */
struct head {
	size_t version, words, dims, keys, width, layers, second, places, size;
	struct slice attributes, sum;
	size_t length;		/* filling included */
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

/* One line of the head; names that are not known are for people. */
static bool
head_line(struct head *head, struct net *net, struct slice name,
    struct slice value)
{
	const struct { const char *name; size_t *number; } numbers[] = {
		{ MAGIC, &head->version }, { "words", &head->words },
		{ "dims", &head->dims }, { "keys", &head->keys },
		{ "width", &head->width }, { "layers", &head->layers },
		{ "second", &head->second }, { "places", &head->places },
		{ "size", &head->size }
	};
	const struct { const char *name; struct slice *text; } texts[] = {
		{ "name", &net->name }, { "data", &net->digest },
		{ "score", &net->scores_note }, { "sum", &head->sum },
		{ "attributes", &head->attributes }
	};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (slice_is(name, numbers[i].name))
			return slice_number(value, numbers[i].number) &&
			    *numbers[i].number <= NET_COUNT_MAX;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (slice_is(name, texts[i].name))
			*texts[i].text = value;
	if (slice_is(name, "tags"))
		return names_read(&net->tags, value);
	if (slice_is(name, "roles"))
		return names_read(&net->roles, value);
	return true;
}

static const char *
head_read(struct head *head, struct net *net, struct slice bytes)
{
	struct slice rest = bytes;

	if (!slice_begins(bytes, SLICE(MAGIC "\t")))
		return refuse("no file of a network");
	for (;;) {
		struct slice line, name;

		if (!rest.at || !memchr(rest.at, '\n', rest.length))
			return refuse("cut short within its head");
		line = slice_cut(&rest, '\n');
		if (line.length == 0)
			break;
		name = slice_cut(&line, '\t');
		if (!line.at || !head_line(head, net, name, line))
			return refuse("damaged in its head");
		if (head->version != NET_VERSION) {
			snprintf(problem, sizeof problem, "version %zu of the "
			    "format; this program reads version %d: retrain "
			    "the network", head->version, NET_VERSION);
			return problem;
		}
	}
	head->length = sections_round(bytes.length - rest.length);
	return NULL;
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
		    table->dims > KERNEL_WIDTH_MAX) {
			snprintf(problem, sizeof problem, "attribute '%.*s' "
			    "is not what this program tells: retrain the "
			    "network", (int)(name.length < 40 ? name.length :
			    40), name.at);
			return problem;
		}
		table->attribute = (unsigned)i;
		net->attribute_count++;
		net->inputs += table->dims;
	}
	return NULL;
}

static bool
head_is_sound(const struct head *head, const struct net *net)
{
	return head->words > 0 && head->dims > 0 &&
	    head->dims <= KERNEL_WIDTH_MAX && head->keys > 0 &&
	    (head->keys & (head->keys - 1)) == 0 && head->width > 0 &&
	    head->width <= KERNEL_WIDTH_MAX && head->width % 8 == 0 &&
	    head->second > 0 && head->second <= KERNEL_WIDTH_MAX &&
	    head->second % 8 == 0 && head->layers > 0 &&
	    head->layers <= NET_LAYERS_MAX && head->places >= 3 &&
	    head->places % 2 == 1 && net->tags.count > 0 &&
	    net->roles.count > 0;
}

/* Hands out the parts of a body, one behind the other. */
struct parts {
	const char *at;
	size_t offset;
};

static const void *
part(struct parts *parts, size_t count, size_t size)
{
	const void *place = parts->at + parts->offset;

	parts->offset = sections_round(parts->offset + count * size);
	return place;
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
	layer->scale = *(const float *)part(parts, 1, sizeof(float));
}

static void
scores_place(struct net_scores *scores, struct parts *parts, size_t inputs)
{
	matrix_place(&scores->matrix, parts, inputs, NET_TAGS_MAX);
	scores->biases = part(parts, NET_TAGS_MAX, sizeof(float));
}

/* How long the body is; the same walk as body_place, without its bytes. */
static size_t
body_size(const struct head *head, const struct net *net)
{
	size_t size = head->length, inputs = net->inputs;
	const size_t word = sizeof(float), wide = 2 * head->width;

	size = sections_round(size + head->keys * sizeof(struct net_key));
	size = sections_round(size + head->words * head->dims);
	for (size_t i = 0; i < net->attribute_count; i++)
		size = sections_round(size + net->attributes[i].size *
		    net->attributes[i].dims);
	for (size_t i = 0; i < head->layers + 2; i++) {
		bool encoder = i < head->layers;
		size_t width = encoder ? head->width : head->second;
		size_t outputs = 2 * width * (i == 0 || i == head->layers ?
		    4 : 3);

		if (i == head->layers) {
			size = sections_round(size + wide * NET_TAGS_MAX);
			for (int k = 0; k < 3; k++)
				size = sections_round(size + NET_TAGS_MAX *
				    word);
		}
		if (i > 0)
			inputs = i <= head->layers ? wide : 2 * head->second;
		size = sections_round(size + inputs * outputs);
		size = sections_round(size + outputs * word);
		size = sections_round(size + outputs * word);
		size = sections_round(size + 8 * width * word);
		size = sections_round(size + word);
	}
	size = sections_round(size + head->places * 8 * head->second * word);
	size = sections_round(size + 2 * head->second * NET_TAGS_MAX);
	for (int k = 0; k < 3; k++)
		size = sections_round(size + NET_TAGS_MAX * word);
	return size;
}

static void
body_place(struct net *net, const struct head *head, const char *at)
{
	struct parts parts = { at, head->length };
	const size_t wide = 2 * head->width;

	net->key_capacity = head->keys;
	net->keys = part(&parts, head->keys, sizeof(struct net_key));
	net->words.size = head->words;
	net->words.dims = head->dims;
	net->words.vectors = part(&parts, head->words, head->dims);
	for (size_t i = 0; i < net->attribute_count; i++)
		net->attributes[i].vectors = part(&parts,
		    net->attributes[i].size, net->attributes[i].dims);
	net->layer_count = head->layers;
	for (size_t i = 0; i < head->layers; i++)
		layer_place(&net->encoder[i], &parts, i == 0 ? net->inputs :
		    wide, head->width, i == 0);
	scores_place(&net->tags, &parts, wide);
	layer_place(&net->first, &parts, wide, head->second, true);
	layer_place(&net->last, &parts, 2 * head->second, head->second, false);
	net->place_count = head->places;
	net->places = part(&parts, head->places * 8 * head->second,
	    sizeof(float));
	scores_place(&net->roles, &parts, 2 * head->second);
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
body_read(struct net *net, const struct head *head, struct slice bytes)
{
	char sum[17];

	if (!head_is_sound(head, net))
		return refuse("damaged in its head");
	net->inputs = (net->inputs + head->dims + 31) / 32 * 32;
	if (body_size(head, net) != head->size)
		return refuse("damaged in its head");
	if (bytes.length != head->size) {
		snprintf(problem, sizeof problem, "%s: it has %zu bytes of "
		    "%zu", bytes.length < head->size ? "cut short" :
		    "something stands behind its end", bytes.length,
		    head->size);
		return problem;
	}
	snprintf(sum, sizeof sum, "%016" PRIx64, hash_bytes(slice_part(bytes,
	    head->length, bytes.length)));
	if (!slice_is(head->sum, sum))
		return refuse("damaged: its sum is not that of its head");
	body_place(net, head, bytes.at);
	return keys_are_sound(net) ? NULL : refuse("damaged in its words");
}

const char *
net_read(struct net *net, struct slice bytes,
    const struct net_attribute *attributes, size_t count)
{
	static const uint16_t one = 1;
	struct head head = { 0 };
	const char *wrong;

	*net = (struct net){ 0 };
	if (*(const unsigned char *)&one != 1)
		return refuse("networks need a little-endian machine");
	wrong = head_read(&head, net, bytes);
	if (!wrong)
		wrong = attributes_read(net, head.attributes, attributes,
		    count);
	return wrong ? wrong : body_read(net, &head, bytes);
}

void
net_open(struct net *net, struct slice bytes, const char *name,
    const struct net_attribute *attributes, size_t count)
{
	const char *wrong = net_read(net, bytes, attributes, count);

	if (wrong)
		message_fail(STATUS_SYSTEM, "network %s: %s", name, wrong);
}
