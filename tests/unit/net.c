/*
 * The network: its loops give the same bits on every processor, its file is
 * checked, and the built-in one finds who says what.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"
#include "claims/attribution.h"
#include "claims/evidence.h"
#include "model/net.h"
#include "unit.h"

NET_BUILTIN(attributions);

enum { INPUTS = 64, OUTPUTS = 80, TOKENS = 7, WIDTH = 24 };

static int8_t weights[INPUTS * OUTPUTS];
static int32_t offsets[OUTPUTS];
static float scales[OUTPUTS];
static uint8_t inputs[TOKENS * INPUTS];

/* A fixed sequence of numbers that look random. */
static uint32_t
random_next(void)
{
	static uint64_t state = 1;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33);
}

static float
random_float(void)
{
	return (float)(random_next() % 2000) / 500 - 2;
}

static void
fill(void)
{
	for (size_t i = 0; i < sizeof weights; i++)
		weights[i] = (int8_t)((int)(random_next() % 127) - 63);
	for (size_t i = 0; i < sizeof inputs; i++)
		inputs[i] = (uint8_t)random_next();
	for (size_t i = 0; i < OUTPUTS; i++) {
		offsets[i] = (int32_t)(random_next() % 10000);
		scales[i] = random_float();
	}
	memset(weights, 63, INPUTS * KERNEL_ROWS);	/* the extremes */
	memset(inputs, 255, INPUTS);
}

static bool
has(enum kernel_way way)
{
	return way <= kernel_best();
}

START_TEST(products_are_the_same)
{
	const struct kernel_matrix matrix = { weights, offsets, scales, INPUTS,
	    OUTPUTS };
	float plain[TOKENS * OUTPUTS], other[TOKENS * OUTPUTS];
	int32_t sum;

	fill();
	kernel_use(KERNEL_PLAIN);
	kernel_multiply(&matrix, inputs, TOKENS, plain);
	ck_assert_float_eq(plain[0], (float)(INPUTS * 255 * 63 - offsets[0]) *
	    scales[0]);
	/* output 17 is row 1 of block 1; its inputs stand by fours */
	sum = -offsets[17];
	for (int i = 0; i < INPUTS; i++)
		sum += inputs[INPUTS + i] * weights[KERNEL_ROWS * INPUTS + i /
		    4 * 64 + 4 + i % 4];
	ck_assert_float_eq(plain[OUTPUTS + 17], (float)sum * scales[17]);
	for (int way = KERNEL_AVX2; way < KERNEL_WAYS; way++) {
		if (!has((enum kernel_way)way))
			continue;
		kernel_use((enum kernel_way)way);
		memset(other, 0, sizeof other);
		kernel_multiply(&matrix, inputs, TOKENS, other);
		ck_assert_mem_eq(plain, other, sizeof plain);
	}
	kernel_use(kernel_best());
}
END_TEST

START_TEST(cells_are_the_same)
{
	static float products[4 * WIDTH], added[4 * WIDTH], gates[4 * WIDTH];
	const struct kernel_cell cell = { WIDTH, gates, 40, .02f };
	uint8_t skip[WIDTH], plain[WIDTH], other[WIDTH];

	for (int i = 0; i < 4 * WIDTH; i++) {
		products[i] = 3 * random_float();
		added[i] = random_float();
		gates[i] = random_float();
	}
	for (int i = 0; i < WIDTH; i++)
		skip[i] = (uint8_t)random_next();
	for (int own = 0; own < 2; own++)
		for (int way = KERNEL_AVX2; way < KERNEL_WAYS; way++) {
			float state[2][WIDTH] = { 0 };
			struct kernel_step step = { products, added,
			    own ? NULL : skip, plain };

			if (!has((enum kernel_way)way))
				continue;
			for (int t = 0; t < 5; t++) {
				kernel_use(KERNEL_PLAIN);
				step.out = plain;
				kernel_cell(&cell, &step, state[0]);
				kernel_use((enum kernel_way)way);
				step.out = other;
				kernel_cell(&cell, &step, state[1]);
				ck_assert_mem_eq(plain, other, WIDTH);
			}
			ck_assert_mem_eq(state[0], state[1], sizeof *state);
		}
	kernel_use(kernel_best());
}
END_TEST

/* Tokens as they come: every attribute at some value it can have. */
static void
tokens_make(struct net_token *tokens, size_t count)
{
	for (size_t t = 0; t < count; t++) {
		tokens[t].word = (uint64_t)random_next() << 32 | random_next();
		for (size_t i = 0; i < EVIDENCE_COUNT; i++)
			tokens[t].values[i] = (uint16_t)(random_next() %
			    evidence_kinds[i].size);
	}
}

START_TEST(network_is_the_same)
{
	enum { COUNT = 50 };
	struct net net;
	struct net_run run = { 0 };
	struct net_token tokens[COUNT];
	float tags[COUNT * NET_TAGS_MAX], roles[COUNT * NET_TAGS_MAX];

	net_open(&net, NET_BYTES(attributions), "attributions",
	    evidence_kinds, EVIDENCE_COUNT);
	tokens_make(tokens, COUNT);
	for (int way = 0; way < KERNEL_WAYS; way++) {
		const float *scores;

		if (!has((enum kernel_way)way))
			continue;
		kernel_use((enum kernel_way)way);
		scores = net_encode(&run, &net, tokens, COUNT);
		if (way == KERNEL_PLAIN)
			memcpy(tags, scores, sizeof tags);
		ck_assert_mem_eq(scores, tags, sizeof tags);
		scores = net_roles(&run, 20, 22, 3, COUNT);
		if (way == KERNEL_PLAIN)
			memcpy(roles, scores, (COUNT - 3) * NET_TAGS_MAX *
			    sizeof *roles);
		ck_assert_mem_eq(scores, roles, (COUNT - 3) * NET_TAGS_MAX *
		    sizeof *roles);
	}
	kernel_use(kernel_best());
	net_run_free(&run);
}
END_TEST

/* What net_read says of a changed copy of the file. */
static const char *
changed(size_t at, char byte, size_t length)
{
	struct slice bytes = NET_BYTES(attributions);
	struct net net;
	char *copy = aligned_alloc(64, (bytes.length + 63) / 64 * 64);
	const char *wrong;

	memcpy(copy, bytes.at, bytes.length);
	copy[at] = byte;
	wrong = net_read(&net, (struct slice){ copy, length ? length :
	    bytes.length }, evidence_kinds, EVIDENCE_COUNT);
	free(copy);
	return wrong;
}

START_TEST(damage_is_refused)
{
	struct slice bytes = NET_BYTES(attributions);
	struct net net;

	ck_assert_ptr_null(net_read(&net, bytes, evidence_kinds,
	    EVIDENCE_COUNT));
	ck_assert_str_eq(changed(0, 'x', 0), "no file of a network");
	ck_assert_str_eq(changed(strlen("hearsay-net\t"), '7', 0), "version 7 "
	    "of the format; this program reads version 1: retrain the "
	    "network");
	ck_assert_str_eq(changed(0, 'h', 40), "cut short within its head");
	ck_assert_ptr_nonnull(strstr(changed(0, 'h', bytes.length - 64),
	    "cut short"));
	ck_assert_str_eq(changed(bytes.length - 200, 85, 0),
	    "damaged: its sum is not that of its head");
}
END_TEST

/* Write over what stands behind a name of the head. */
static void
head_put(struct slice bytes, const char *name, const char *value)
{
	char *at = strstr((char *)bytes.at, name);

	ck_assert_ptr_nonnull(at);
	memcpy(at + strlen(name), value, strlen(value));
}

/* A file that is whole, but has a place too few. */
START_TEST(even_places_are_refused)
{
	struct slice bytes = NET_BYTES(attributions), body;
	size_t head = (size_t)(strstr(bytes.at, "\n\n") - bytes.at) + 2;
	char *copy = aligned_alloc(64, (bytes.length + 63) / 64 * 64);
	char number[17];
	struct net net;

	ck_assert_ptr_null(net_read(&net, bytes, evidence_kinds,
	    EVIDENCE_COUNT));
	ck_assert_uint_eq(net.place_count, 17);
	memcpy(copy, bytes.at, bytes.length);
	head = (head + 63) / 64 * 64;
	bytes = (struct slice){ copy, bytes.length - net.first.matrix.outputs *
	    sizeof(float) };
	body = slice_part(bytes, head, bytes.length);
	head_put(bytes, "\nplaces\t", "16");
	snprintf(number, sizeof number, "%010zu", bytes.length);
	head_put(bytes, "\nsize\t", number);
	snprintf(number, sizeof number, "%016" PRIx64, hash_bytes(body));
	head_put(bytes, "\nsum\t", number);
	ck_assert_str_eq(net_read(&net, bytes, evidence_kinds,
	    EVIDENCE_COUNT), "damaged in its head");
	free(copy);
}
END_TEST

START_TEST(other_attributes_are_refused)
{
	struct net_attribute others[EVIDENCE_COUNT];
	struct net net;

	memcpy(others, evidence_kinds, sizeof others);
	others[EVIDENCE_TAG].size++;
	ck_assert_str_eq(net_read(&net, NET_BYTES(attributions), others,
	    EVIDENCE_COUNT), "attribute 'tag' is not what this program tells: "
	    "retrain the network");
}
END_TEST

/* Only those whose tags and roles mean what the claims take them for. */
START_TEST(other_names_are_refused)
{
	struct net net;

	net_open(&net, NET_BYTES(attributions), "attributions",
	    evidence_kinds, EVIDENCE_COUNT);
	ck_assert_ptr_null(attribution_check(&net));
	net.tags.names[1] = SLICE("I");
	ck_assert_ptr_nonnull(strstr(attribution_check(&net), "tags are"));
	net.tags.names[1] = SLICE("B");
	net.tags.count--;
	ck_assert_ptr_nonnull(strstr(attribution_check(&net), "tags are"));
	net.tags.count++;
	net.roles.names[2] = SLICE("source");
	ck_assert_ptr_nonnull(strstr(attribution_check(&net), "roles are"));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		products_are_the_same, cells_are_the_same,
		network_is_the_same, damage_is_refused,
		even_places_are_refused, other_attributes_are_refused,
		other_names_are_refused
	};

	return unit_run("net", tests, UNIT_COUNT(tests));
}
