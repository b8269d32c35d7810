/*
 * The two loops that a recurrent network spends its time in, each written for
 * plain C, AVX2 and (the products) AVX-512 VNNI.  Which one runs is chosen
 * once, by the processor; they all give the same bits: products are sums of
 * whole numbers that no order changes, and the cells do the same IEEE
 * operations, one unit a lane.
 */
#ifndef MODEL_KERNEL_H
#define MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum {
	KERNEL_ROWS = 16,	/* outputs a block of a matrix */
	KERNEL_INPUTS = 4,	/* inputs a block */
	KERNEL_ZERO = 128	/* the input byte that means 0 */
};

/*
 * A matrix of whole numbers from -63 to 63, so that a sum of two products with
 * a byte fits 16 bits.  Blocks of KERNEL_ROWS outputs, in each all inputs by
 * fours.
 */
struct kernel_matrix {
	const int8_t *weights;
	const int32_t *offsets;	/* one an output: its product with inputs that
				   are all KERNEL_ZERO */
	const float *scales;	/* one an output */
	size_t inputs;		/* a multiple of KERNEL_INPUTS */
	size_t outputs;		/* a multiple of KERNEL_ROWS */
};

/*
 * out[t * outputs + o] = scales[o] * (the product of inputs[t] with row o, less
 * offsets[o]), for count tokens t.
 */
void kernel_multiply(const struct kernel_matrix *matrix,
    const uint8_t *inputs, size_t count, float *out);

/*
 * One direction of a layer of simple recurrent units (Lei et al., EMNLP 2018:
 * the gates look at the state before the token).
 */
struct kernel_cell {
	size_t width;		/* units; a multiple of 8, at most
				   KERNEL_WIDTH_MAX */
	const float *gates;	/* weights of forget and reset gate, their
				   biases: 4 x width */
	float scale;		/* of the output's bytes: units a 1 */
	float unscale;		/* of the skip's bytes: 1 a unit */
};

enum { KERNEL_WIDTH_MAX = 256 };

/*
 * One token: products (and added ones, of the same shape) hold candidate,
 * forget and reset, width each, and behind them the skip when `skip` is NULL;
 * else skip is width bytes.  state is kept between tokens, zeroed before the
 * first.  out is width bytes.
 */
struct kernel_step {
	const float *products, *added;
	const uint8_t *skip;
	uint8_t *out;
};
void kernel_cell(const struct kernel_cell *cell,
    const struct kernel_step *step, float *state);

/* The ways there are here, for tests: 0 plain C; KERNEL_BEST what is best. */
enum kernel_way { KERNEL_PLAIN, KERNEL_AVX2, KERNEL_VNNI, KERNEL_WAYS };
enum kernel_way kernel_best(void);
void kernel_use(enum kernel_way way);

#endif
