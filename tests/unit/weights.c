/*
 * The file of weights: written, read again, and refused when damaged.
 */
#include <stdio.h>
#include <unistd.h>

#include "model/train.h"
#include "model/weights.h"
#include "text/tagger_features.h"
#include "unit.h"

WEIGHTS_BUILTIN(tagger);

static const char *const attributes[] = { "a", NULL };
static const char *const tags[] = { "P", "Q", NULL };
static const char templates[] = "name\tparts\na\ta[0]\n";
static char path[] = "/tmp/hearsay-weights-XXXXXX";
static _Alignas(64) char file[1 << 16];

/* Write weights with one known key, and read the file's bytes. */
static struct slice
written(void)
{
	const struct trainer_plan plan = {
		.name = "test", .tags = tags, .attributes = attributes,
		.templates = SLICE(templates), .lines = 8, .margin = 1
	};
	const struct known_limits limits = { 1, 2, 9, 3 };
	const uint8_t gold[] = { 1 };
	struct known known = { 0 };
	struct lattice lattice = { 0 };
	struct trainer trainer;
	int fd = mkstemp(path);
	ssize_t got;

	ck_assert_int_ge(fd, 0);
	known_add(&known, 0x1234567800000001u, 1, 2);
	known_finish(&known, &limits);
	trainer_start(&trainer, &plan, &known);
	lattice_start(&lattice, 1, 1);
	lattice_at(&lattice, 0)[0] = 5;
	lattice.candidates[0] = 3;
	trainer_learn(&trainer, &lattice, gold);
	trainer_write(&trainer, path, "digest", "note");
	got = pread(fd, file, sizeof file, 0);
	ck_assert_int_gt(got, 0);
	close(fd);
	trainer_free(&trainer);
	known_free(&known);
	lattice_free(&lattice);
	return (struct slice){ file, (size_t)got };
}

START_TEST(written_and_read)
{
	struct slice bytes = written();
	struct weights weights;
	struct lattice lattice = { 0 };
	uint8_t found[1];

	ck_assert_ptr_null(weights_read(&weights, bytes, attributes));
	unit_slice_eq(weights.name, "test");
	unit_slice_eq(weights.digest, "digest");
	ck_assert_uint_eq(weights.tag_count, 2);
	unit_slice_eq(weights.tags[1], "Q");
	ck_assert_uint_eq(weights_class(&weights, 0x1234567800000001u), 1);
	ck_assert_uint_eq(weights.classes[1], 2);
	ck_assert_uint_eq(weights_class(&weights, 0x8765432100000001u), 0);
	ck_assert_uint_eq(weights.classes[0], 3);
	lattice_start(&lattice, 1, 1);
	lattice_at(&lattice, 0)[0] = 5;
	lattice.candidates[0] = 3;
	viterbi(&weights, &lattice, found, NULL, 0);
	ck_assert_uint_eq(found[0], 1);
	lattice_free(&lattice);
	weights_open_file(&weights, path, attributes);
	unit_slice_eq(weights.name, "test");
	unlink(path);
}
END_TEST

static void
check_refused(struct slice bytes, const char *reason)
{
	struct weights weights;
	const char *wrong = weights_read(&weights, bytes, attributes);

	ck_assert_ptr_nonnull(wrong);
	ck_assert_msg(strstr(wrong, reason), "'%s' lacks '%s'", wrong,
	    reason);
}

START_TEST(damage_is_refused)
{
	struct slice bytes = written();
	char *version;

	unlink(path);
	check_refused(SLICE(""), "no file of a model");
	check_refused(SLICE("something else"), "no file of a model");
	check_refused(slice_part(bytes, 0, 40), "cut short");
	check_refused(slice_part(bytes, 0, bytes.length - 1), "cut short");
	bytes.length++;
	check_refused(bytes, "behind its end");
	bytes.length--;
	file[bytes.length - 70] ^= 1;
	check_refused(bytes, "damaged");
	file[bytes.length - 70] ^= 1;
	version = strchr(file, '\t') + 1;
	*version = '7';
	check_refused(bytes, "version 7");
	*version = 'x';
	check_refused(bytes, "damaged in its head");
}
END_TEST

/* Any byte of the head changed: refused, or only the text for people. */
START_TEST(damaged_heads)
{
	struct slice bytes = written();
	struct weights weights;

	unlink(path);
	for (size_t i = 0; i < 256; i++)
		for (int bit = 0; bit < 8; bit++) {
			file[i] = (char)(file[i] ^ 1 << bit);
			(void)weights_read(&weights, bytes, attributes);
			file[i] = (char)(file[i] ^ 1 << bit);
		}
	ck_assert_ptr_null(weights_read(&weights, bytes, attributes));
}
END_TEST

START_TEST(other_attributes_are_refused)
{
	static const char *const others[] = { "b", NULL };
	struct slice bytes = written();
	struct weights weights;

	unlink(path);
	ck_assert_ptr_nonnull(weights_read(&weights, bytes, others));
}
END_TEST

START_TEST(built_in)
{
	struct weights weights;

	ck_assert_ptr_null(weights_read(&weights, WEIGHTS_BYTES(tagger),
	    tagger_attributes));
	unit_slice_eq(weights.name, "tagger");
	for (unsigned i = 0; i < weights.tag_count; i++)
		unit_slice_eq(weights.tags[i], tag_name((enum tag)(i + 1)));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		written_and_read, damage_is_refused, damaged_heads,
		other_attributes_are_refused, built_in
	};

	return unit_run("weights", tests, UNIT_COUNT(tests));
}
