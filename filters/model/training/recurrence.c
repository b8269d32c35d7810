/*
 * The simple recurrent unit (Lei et al., EMNLP 2018) forward and backward, for
 * scripts/train-attributions, which calls it through ctypes: everything but
 * the matrix products of a layer.
 *
 * A layer has `width` units in each of two directions.  products hold, for
 * each token and direction, three vectors of width (or four, where the layer
 * has its own skip): candidate, forget gate, reset gate, skip.
 *
 *	f = sigmoid(products.forget + weight.f * c + bias.f)
 *	r = sigmoid(products.reset + weight.r * c + bias.r)
 *	c = f * c + (1 - f) * products.candidate
 *	h = r * c + (1 - r) * skip
 *
 * where both gates look at the state before this token.  The sigmoid is the
 * rational one of model/cell.h, so that training and use agree.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct shape {
	int64_t sequences, width, parts;
	const int64_t *starts;		/* sequences + 1 of them */
};

static inline float
sigmoid(float x)
{
	float half = x * 0.5f, square;

	half = half > 3 ? 3 : half < -3 ? -3 : half;
	square = half * half;
	return 0.5f + 0.5f * half * (27 + square) / (27 + 9 * square);
}

/* Its slope at x. */
static inline float
slope(float x)
{
	float half = x * 0.5f, s, below;

	if (half >= 3 || half <= -3)
		return 0;
	s = half * half;
	below = 3 + s;
	return 0.25f * (9 - s) * (9 - s) / (9 * below * below);
}

/*
 * gates: weight.f, weight.r, bias.f, bias.r of each direction, width each.
 * states and out: tokens x 2 x width.
 */
void
recurrence_forward(const struct shape *shape, const float *products,
    const float *skip, const float *gates, float *states, float *out)
{
	const int64_t w = shape->width, parts = shape->parts;

	for (int64_t n = 0; n < shape->sequences; n++)
	for (int64_t d = 0; d < 2; d++) {
		const float *wf = gates + d * 4 * w, *wr = wf + w;
		const float *bf = wr + w, *br = bf + w;
		float c[512] = { 0 };
		int64_t count = shape->starts[n + 1] - shape->starts[n];

		for (int64_t k = 0; k < count; k++) {
			int64_t t = d ? shape->starts[n + 1] - 1 - k :
			    shape->starts[n] + k;
			const float *u = products + (t * 2 + d) * parts * w;
			const float *s = parts == 4 ? u + 3 * w :
			    skip + (t * 2 + d) * w;
			float *state = states + (t * 2 + d) * w;
			float *h = out + (t * 2 + d) * w;

			for (int64_t i = 0; i < w; i++) {
				float f = sigmoid(u[w + i] + wf[i] * c[i] +
				    bf[i]);
				float r = sigmoid(u[2 * w + i] + wr[i] * c[i] +
				    br[i]);

				c[i] = f * c[i] + (1 - f) * u[i];
				state[i] = c[i];
				h[i] = r * c[i] + (1 - r) * s[i];
			}
		}
	}
}

/* The same backward; grad_gates must be zeroed. */
void
recurrence_backward(const struct shape *shape, const float *products,
    const float *skip, const float *gates, const float *states,
    const float *grad_out, float *grad_products, float *grad_skip,
    float *grad_gates)
{
	const int64_t w = shape->width, parts = shape->parts;
	static const float none[512];

	for (int64_t n = 0; n < shape->sequences; n++)
	for (int64_t d = 0; d < 2; d++) {
		const float *wf = gates + d * 4 * w, *wr = wf + w;
		const float *bf = wr + w, *br = bf + w;
		float *gwf = grad_gates + d * 4 * w, *gwr = gwf + w;
		float *gbf = gwr + w, *gbr = gbf + w;
		float gc[512] = { 0 };
		int64_t first = shape->starts[n], last = shape->starts[n + 1];

		for (int64_t k = last - first; k-- > 0;) {
			int64_t t = d ? last - 1 - k : first + k;
			int64_t before = d ? t + 1 : t - 1;
			const float *u = products + (t * 2 + d) * parts * w;
			float *gu = grad_products + (t * 2 + d) * parts * w;
			const float *s = parts == 4 ? u + 3 * w :
			    skip + (t * 2 + d) * w;
			float *gs = parts == 4 ? gu + 3 * w :
			    grad_skip + (t * 2 + d) * w;
			const float *c = states + (t * 2 + d) * w;
			const float *p = k == 0 ? none :
			    states + (before * 2 + d) * w;
			const float *gh = grad_out + (t * 2 + d) * w;

			for (int64_t i = 0; i < w; i++) {
				float xf = u[w + i] + wf[i] * p[i] + bf[i];
				float xr = u[2 * w + i] + wr[i] * p[i] + br[i];
				float f = sigmoid(xf), r = sigmoid(xr);
				float g = gc[i] + gh[i] * r;
				float gxr = gh[i] * (c[i] - s[i]) * slope(xr);
				float gxf = g * (p[i] - u[i]) * slope(xf);

				gs[i] = gh[i] * (1 - r);
				gu[i] = g * (1 - f);
				gu[w + i] = gxf;
				gu[2 * w + i] = gxr;
				gwf[i] += gxf * p[i];
				gwr[i] += gxr * p[i];
				gbf[i] += gxf;
				gbr[i] += gxr;
				gc[i] = g * f + gxf * wf[i] + gxr * wr[i];
			}
		}
	}
}
