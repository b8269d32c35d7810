/*
 * The loops of a recurrent network, and the choice between their forms.
 *
 * Products go block by block of the matrix, a few tokens at once, so that each
 * block is read once for all of them and stays in the first cache.
 */
#include "model/kernel.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { TILE = 4 };	/* tokens at once */

/* ------------------------------------------------------------- plain C */

static inline float
sum_scaled(const struct kernel_matrix *matrix, size_t output, int32_t sum)
{
	return (float)(sum - matrix->offsets[output]) *
	    matrix->scales[output];
}

static void
multiply_plain(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t count, float *out)
{
	for (size_t t = 0; t < count; t++)
		for (size_t o = 0; o < matrix->outputs; o += KERNEL_ROWS) {
			const int8_t *w = matrix->weights + o * matrix->inputs;
			const uint8_t *x = inputs + t * matrix->inputs;
			int32_t sums[KERNEL_ROWS] = { 0 };

			for (size_t i = 0; i < matrix->inputs;
			    i += KERNEL_INPUTS)
				for (size_t r = 0; r < KERNEL_ROWS; r++, w += 4)
					sums[r] += x[i] * w[0] +
					    x[i + 1] * w[1] + x[i + 2] * w[2] +
					    x[i + 3] * w[3];
			for (size_t r = 0; r < KERNEL_ROWS; r++)
				out[t * matrix->outputs + o + r] =
				    sum_scaled(matrix, o + r, sums[r]);
		}
}

/*
 * A gate is .5 + .5 t(x / 2), where t(x) = x (27 + x^2) / (27 + 9 x^2) is tanh
 * to .024, and flat beyond 3.
 */
static inline float
gate_argument(float x)
{
	float half = x * .5f;

	half = half > 3 ? 3 : half;
	return half < -3 ? -3 : half;
}

enum { LANES = 8 };	/* widths are multiples of it */

/* Bytes into numbers; KERNEL_ZERO is 0. */
static inline __attribute__((always_inline)) void
widen(const uint8_t *restrict bytes, size_t count, float unit,
    float *restrict out)
{
	for (size_t i = 0; i < count; i += LANES)
		for (size_t k = 0; k < LANES; k++)
			out[i + k] = (float)(bytes[i + k] - KERNEL_ZERO) *
			    unit;
}

/* And back, from 1 to 255, which is also what no number becomes. */
static inline __attribute__((always_inline)) void
narrow(const float *restrict numbers, size_t count, float scale,
    uint8_t *restrict out)
{
	for (size_t i = 0; i < count; i += LANES)
		for (size_t k = 0; k < LANES; k++) {
			float x = numbers[i + k] * scale +
			    (KERNEL_ZERO + .5f);

			x = x < 255 ? x : 255;
			x = x > 1 ? x : 1;
			out[i + k] = (uint8_t)(int32_t)x;
		}
}

static inline __attribute__((always_inline)) void
cell_any(const struct kernel_cell *cell, const struct kernel_step *step,
    float *restrict state)
{
	const size_t w = cell->width;
	const float *restrict u = step->products, *restrict a = step->added;
	const float *restrict g = cell->gates;
	float numbers[KERNEL_WIDTH_MAX];	/* skip, then output */

	if (step->skip)
		widen(step->skip, w, cell->unscale, numbers);
	else
		for (size_t i = 0; i < w; i++)
			numbers[i] = u[3 * w + i] + a[3 * w + i];
	for (size_t i = 0; i < w; i++) {
		float candidate = u[i] + a[i], c = state[i];
		float f = gate_argument(u[w + i] + a[w + i] + g[i] * c +
		    g[2 * w + i]);
		float r = gate_argument(u[2 * w + i] + a[2 * w + i] +
		    g[w + i] * c + g[3 * w + i]);
		float f2 = f * f, r2 = r * r;
		float below_f = 27 + 9 * f2, below_r = 27 + 9 * r2;
		float both = .5f / (below_f * below_r);	/* one division */

		f = .5f + f * (27 + f2) * below_r * both;
		r = .5f + r * (27 + r2) * below_f * both;
		c = f * c + (1 - f) * candidate;
		state[i] = c;
		numbers[i] = r * c + (1 - r) * numbers[i];
	}
	narrow(numbers, w, cell->scale, step->out);
}

static void
cell_plain(const struct kernel_cell *cell, const struct kernel_step *step,
    float *state)
{
	cell_any(cell, step, state);
}

/* ---------------------------------------------------------------- x86-64 */

#if defined(__x86_64__)

static inline int32_t
four_bytes(const uint8_t *at)
{
	int32_t word;

	memcpy(&word, at, sizeof word);
	return word;
}

/* tokens (1 to TILE) at once; the compiler unrolls for each number of them. */
static inline __attribute__((always_inline, target("avx2"))) void
tile_avx2(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t tokens, float *out)
{
	const __m256i ones = _mm256_set1_epi16(1);
	const size_t n = matrix->inputs;

	for (size_t o = 0; o < matrix->outputs; o += KERNEL_ROWS) {
		const int8_t *w = matrix->weights + o * n;
		__m256i sums[TILE][2];

		for (size_t t = 0; t < tokens; t++)
			sums[t][0] = sums[t][1] = _mm256_setzero_si256();
		for (size_t i = 0; i < n; i += KERNEL_INPUTS, w += 64) {
			__m256i low = _mm256_loadu_si256((const void *)w);
			__m256i high = _mm256_loadu_si256(
			    (const void *)(w + 32));

			for (size_t t = 0; t < tokens; t++) {
				__m256i x = _mm256_set1_epi32(
				    four_bytes(inputs + t * n + i));

				sums[t][0] = _mm256_add_epi32(sums[t][0],
				    _mm256_madd_epi16(_mm256_maddubs_epi16(x,
				    low), ones));
				sums[t][1] = _mm256_add_epi32(sums[t][1],
				    _mm256_madd_epi16(_mm256_maddubs_epi16(x,
				    high), ones));
			}
		}
		for (size_t half = 0; half < 2; half++) {
			size_t at = o + 8 * half;
			__m256i offset = _mm256_loadu_si256(
			    (const void *)(matrix->offsets + at));
			__m256 scale = _mm256_loadu_ps(matrix->scales + at);

			for (size_t t = 0; t < tokens; t++)
				_mm256_storeu_ps(out + t * matrix->outputs +
				    at, _mm256_mul_ps(_mm256_cvtepi32_ps(
				    _mm256_sub_epi32(sums[t][half], offset)),
				    scale));
		}
	}
}

__attribute__((target("avx2"))) static void
multiply_avx2(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t count, float *out)
{
	size_t t = 0;

	for (; t + TILE <= count; t += TILE)
		tile_avx2(matrix, inputs + t * matrix->inputs, TILE,
		    out + t * matrix->outputs);
	for (; t < count; t++)
		tile_avx2(matrix, inputs + t * matrix->inputs, 1,
		    out + t * matrix->outputs);
}

__attribute__((target("avx2"))) static void
cell_avx2(const struct kernel_cell *cell, const struct kernel_step *step,
    float *state)
{
	cell_any(cell, step, state);
}

#define VNNI "avx2,avx512f,avx512bw,avx512vl,avx512vnni"
#if defined(__clang__)
#define WIDE VNNI
#else
#define WIDE VNNI ",prefer-vector-width=512"
#endif

enum { BLOCKS = 4 };	/* of outputs at once */

/* blocks (1 to BLOCKS) of outputs from `o` on, for 1 to TILE tokens. */
static inline __attribute__((always_inline, target(VNNI))) void
tile_vnni(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t tokens, size_t o, size_t blocks, float *out)
{
	const size_t n = matrix->inputs;
	__m512i sums[TILE][BLOCKS];

	for (size_t t = 0; t < tokens; t++)
		for (size_t b = 0; b < blocks; b++)
			sums[t][b] = _mm512_setzero_si512();
	for (size_t i = 0; i < n; i += KERNEL_INPUTS) {
		__m512i x[TILE];

		for (size_t t = 0; t < tokens; t++)
			x[t] = _mm512_set1_epi32(four_bytes(inputs + t * n +
			    i));
		for (size_t b = 0; b < blocks; b++) {
			__m512i w = _mm512_loadu_si512(matrix->weights +
			    (o + b * KERNEL_ROWS) * n + i * KERNEL_ROWS);

			for (size_t t = 0; t < tokens; t++)
				sums[t][b] = _mm512_dpbusd_epi32(sums[t][b],
				    x[t], w);
		}
	}
	for (size_t b = 0; b < blocks; b++) {
		size_t at = o + b * KERNEL_ROWS;
		__m512i offset = _mm512_loadu_si512(matrix->offsets + at);
		__m512 scale = _mm512_loadu_ps(matrix->scales + at);

		for (size_t t = 0; t < tokens; t++)
			_mm512_storeu_ps(out + t * matrix->outputs + at,
			    _mm512_mul_ps(_mm512_cvtepi32_ps(
			    _mm512_sub_epi32(sums[t][b], offset)), scale));
	}
}

__attribute__((target(VNNI))) static void
multiply_vnni(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t count, float *out)
{
	const size_t wide = BLOCKS * KERNEL_ROWS;
	size_t o = 0;

	for (; o < matrix->outputs; o += o + wide <= matrix->outputs ? wide :
	    KERNEL_ROWS)
		for (size_t t = 0; t < count;) {
			const uint8_t *x = inputs + t * matrix->inputs;
			float *to = out + t * matrix->outputs;
			bool four = t + TILE <= count;

			if (o + wide <= matrix->outputs && four)
				tile_vnni(matrix, x, TILE, o, BLOCKS, to);
			else if (o + wide <= matrix->outputs)
				tile_vnni(matrix, x, 1, o, BLOCKS, to);
			else if (four)
				tile_vnni(matrix, x, TILE, o, 1, to);
			else
				tile_vnni(matrix, x, 1, o, 1, to);
			t += four ? TILE : 1;
		}
}

__attribute__((target(WIDE))) static void
cell_vnni(const struct kernel_cell *cell, const struct kernel_step *step,
    float *state)
{
	cell_any(cell, step, state);
}

#endif

/* ---------------------------------------------------------------- choice */

struct way {
	void (*multiply)(const struct kernel_matrix *matrix,
	    const uint8_t *inputs, size_t count, float *out);
	void (*cell)(const struct kernel_cell *cell,
	    const struct kernel_step *step, float *state);
};

static const struct way ways[KERNEL_WAYS] = {
	[KERNEL_PLAIN] = { multiply_plain, cell_plain },
#if defined(__x86_64__)
	[KERNEL_AVX2] = { multiply_avx2, cell_avx2 },
	[KERNEL_VNNI] = { multiply_vnni, cell_vnni }
#endif
};

static const struct way *used;

enum kernel_way
kernel_best(void)
{
#if defined(__x86_64__)
	if (__builtin_cpu_supports("avx512vnni") &&
	    __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512vl"))
		return KERNEL_VNNI;
	if (__builtin_cpu_supports("avx2"))
		return KERNEL_AVX2;
#endif
	return KERNEL_PLAIN;
}

void
kernel_use(enum kernel_way way)
{
	used = &ways[way];
}

void
kernel_multiply(const struct kernel_matrix *matrix, const uint8_t *inputs,
    size_t count, float *out)
{
	if (!used)
		kernel_use(kernel_best());
	used->multiply(matrix, inputs, count, out);
}

void
kernel_cell(const struct kernel_cell *cell, const struct kernel_step *step,
    float *state)
{
	if (!used)
		kernel_use(kernel_best());
	used->cell(cell, step, state);
}
