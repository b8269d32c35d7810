/*
 * A network at work: from tokens to scores.
 *
 * Activations are bytes, 128 is nothing; what a layer's units see between two
 * products is in floating point.  All is held for one sequence at a time.
 */
#include "model/net.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* ------------------------------------------------------------------ room */

static size_t
widest(const struct net *net)
{
	size_t most = net->first.matrix.outputs;

	for (size_t i = 0; i < net->layer_count; i++)
		if (net->encoder[i].matrix.outputs > most)
			most = net->encoder[i].matrix.outputs;
	return most;
}

static void
run_reserve(struct net_run *run, size_t count)
{
	const struct net *net = run->net;
	size_t room = count + count / 4 + 64;
	size_t wide = 2 * net->encoder[0].width;

	if (count <= run->capacity)
		return;
	run->capacity = room;
	run->input = memory_resize(run->input, room, net->inputs);
	run->encoded = memory_resize(run->encoded, room, wide);
	run->spare = memory_resize(run->spare, room, wide);
	run->products = memory_resize(run->products, room, widest(net) *
	    sizeof(float));
	run->shared = memory_resize(run->shared, room,
	    net->first.matrix.outputs * sizeof(float));
	run->scores = memory_resize(run->scores, room, NET_TAGS_MAX *
	    sizeof(float));
}

static void
window_reserve(struct net_run *run, size_t count)
{
	const struct net *net = run->net;
	size_t room = count + count / 4 + 64, wide = 2 * net->first.width;

	if (count <= run->window_capacity)
		return;
	run->window_capacity = room;
	run->window_first = memory_resize(run->window_first, room, wide);
	run->window_last = memory_resize(run->window_last, room, wide);
	run->window_products = memory_resize(run->window_products, room,
	    net->last.matrix.outputs * sizeof(float));
}

void
net_run_free(struct net_run *run)
{
	free(run->input);
	free(run->encoded);
	free(run->spare);
	free(run->products);
	free(run->shared);
	free(run->scores);
	free(run->window_first);
	free(run->window_last);
	free(run->window_products);
	*run = (struct net_run){ 0 };
}

/* ----------------------------------------------------------------- tokens */

static size_t
word_of(const struct net *net, uint64_t key)
{
	size_t mask = net->key_capacity - 1;
	uint32_t mark = (uint32_t)(key >> 32);

	for (size_t i = (size_t)key & mask;; i = (i + 1) & mask)
		if (net->keys[i].word == 0 || net->keys[i].mark == mark)
			return net->keys[i].word;
}

static uint8_t *
vector_add(uint8_t *at, const struct net_table *table, size_t value)
{
	const int8_t *vector = table->vectors + value * table->dims;

	for (size_t i = 0; i < table->dims; i++)
		at[i] = (uint8_t)(vector[i] + KERNEL_ZERO);
	return at + table->dims;
}

static void
tokens_look_up(struct net_run *run, const struct net_token *tokens)
{
	const struct net *net = run->net;

	for (size_t t = 0; t < run->count; t++) {
		uint8_t *at = run->input + t * net->inputs;
		uint8_t *end = at + net->inputs;

		at = vector_add(at, &net->words, word_of(net,
		    tokens[t].word));
		for (size_t i = 0; i < net->attribute_count; i++) {
			const struct net_table *table = &net->attributes[i];

			at = vector_add(at, table,
			    tokens[t].values[table->attribute]);
		}
		memset(at, KERNEL_ZERO, (size_t)(end - at));
	}
}

/* ----------------------------------------------------------------- layers */

/* What the tokens of a layer are, beside its products. */
struct passage {
	const float *products;	/* of token 0 */
	const float *places;	/* what each place adds, or NULL */
	size_t from, first, end;	/* of the cue; when places are given */
	const uint8_t *input;	/* the skip, or NULL when the layer has it */
	float unscale;		/* what a unit of the input is worth */
	size_t count;
};

/* In the cue 0; before it 1, 2, 3-4, 5-8 ... from 1 on, behind it from half. */
static size_t
place_of(const struct passage *passage, size_t token, size_t places)
{
	size_t at = passage->from + token, half = places / 2;
	size_t distance, level = 1;

	if (at >= passage->first && at < passage->end)
		return 0;
	distance = at < passage->first ? passage->first - at :
	    at - passage->end + 1;
	while (level < half && (size_t)1 << (level - 1) < distance)
		level++;
	return at < passage->first ? level : half + level;
}

static void
layer_run(const struct net_layer *layer, const struct passage *passage,
    size_t places, uint8_t *out)
{
	static const float nothing[4 * KERNEL_WIDTH_MAX];
	const size_t w = layer->width, stride = layer->matrix.outputs;
	float state[KERNEL_WIDTH_MAX];

	for (size_t d = 0; d < 2; d++) {
		const struct kernel_cell cell = { w, layer->gates + d * 4 * w,
		    1 / *layer->scale, passage->unscale };

		memset(state, 0, sizeof state);
		for (size_t k = 0; k < passage->count; k++) {
			size_t t = d ? passage->count - 1 - k : k;
			size_t half = d * stride / 2;
			struct kernel_step step = {
				.products = passage->products + t * stride +
				    half,
				.added = nothing,
				.out = out + (t * 2 + d) * w
			};

			if (passage->places)
				step.added = passage->places + place_of(
				    passage, t, places) * stride + half;
			if (!layer->own_skip)
				step.skip = passage->input + (t * 2 + d) * w;
			kernel_cell(&cell, &step, state);
		}
	}
}

static void
score(const struct net_scores *scores, const uint8_t *input, size_t count,
    float *out)
{
	kernel_multiply(&scores->matrix, input, count, out);
	for (size_t t = 0; t < count; t++)
		for (size_t i = 0; i < scores->count; i++)
			out[t * NET_TAGS_MAX + i] += scores->biases[i];
}

const float *
net_encode(struct net_run *run, const struct net *net,
    const struct net_token *tokens, size_t count)
{
	run->net = net;
	run->count = count;
	run->has_shared = false;
	run_reserve(run, count);
	tokens_look_up(run, tokens);
	for (size_t i = 0; i < net->layer_count; i++) {
		const struct net_layer *layer = &net->encoder[i];
		const uint8_t *input = i == 0 ? run->input : run->encoded;
		const struct passage passage = {
			.products = run->products, .input = input,
			.unscale = i == 0 ? 1 : *net->encoder[i - 1].scale,
			.count = count
		};
		uint8_t *swap = run->spare;

		kernel_multiply(&layer->matrix, input, count, run->products);
		layer_run(layer, &passage, 0, run->spare);
		run->spare = run->encoded;
		run->encoded = swap;
	}
	score(&net->tags, run->encoded, count, run->scores);
	return run->scores;
}

const float *
net_roles(struct net_run *run, size_t first, size_t end, size_t from,
    size_t to)
{
	const struct net *net = run->net;
	struct passage passage = {
		.places = net->places, .from = from, .first = first,
		.end = end, .count = to - from
	};

	if (!run->has_shared)
		kernel_multiply(&net->first.matrix, run->encoded, run->count,
		    run->shared);
	run->has_shared = true;
	window_reserve(run, passage.count);
	passage.products = run->shared + from * net->first.matrix.outputs;
	layer_run(&net->first, &passage, net->place_count, run->window_first);
	kernel_multiply(&net->last.matrix, run->window_first, passage.count,
	    run->window_products);
	passage = (struct passage){
		.products = run->window_products, .input = run->window_first,
		.unscale = *net->first.scale, .count = passage.count
	};
	layer_run(&net->last, &passage, 0, run->window_last);
	score(&net->roles, run->window_last, passage.count, run->scores);
	return run->scores;
}
