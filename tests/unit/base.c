/*
 * Slices, arenas, buffers, hashes, UTF-8, and the lock.
 */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/utf8.h"

START_TEST(slices_are_cut_at_separators)
{
	struct slice rest = SLICE("a::b"), part;
	size_t count = 0;
	static const char *const parts[] = { "a", "", "b" };

	while (rest.at != NULL) {
		part = slice_cut(&rest, ':');
		ck_assert_uint_lt(count, 3);
		unit_slice_eq(part, parts[count++]);
	}
	ck_assert_uint_eq(count, 3);
	rest = SLICE("a:");
	unit_slice_eq(slice_cut(&rest, ':'), "a");
	ck_assert_ptr_nonnull(rest.at);
	unit_slice_eq(slice_cut(&rest, ':'), "");
	ck_assert_ptr_null(rest.at);
}
END_TEST

START_TEST(slices_order_as_bytes)
{
	ck_assert_int_lt(slice_compare(SLICE("B"), SLICE("a")), 0);
	ck_assert_int_lt(slice_compare(SLICE("a"), SLICE("aa")), 0);
	ck_assert_int_gt(slice_compare(SLICE("é"), SLICE("z")), 0);
	ck_assert_int_eq(slice_compare(SLICE(""), SLICE("")), 0);
}
END_TEST

START_TEST(numbers_must_fill_their_slice_and_fit)
{
	static const char *const bad[] = { "", "-1", "1x", " 1", "1 ",
	    "18446744073709551616" };
	size_t number = 0;

	for (size_t i = 0; i < UNIT_COUNT(bad); i++)
		ck_assert_msg(!slice_number(slice_of(bad[i]), &number),
		    "accepted: %s", bad[i]);
	ck_assert(slice_number(SLICE("18446744073709551615"), &number));
	ck_assert_uint_eq(number, SIZE_MAX);
	ck_assert(slice_number(SLICE("007"), &number));
	ck_assert_uint_eq(number, 7);
}
END_TEST

START_TEST(trimming_keeps_what_is_inside)
{
	unit_slice_eq(slice_trim(SLICE(" \t a b \n")), "a b");
	unit_slice_eq(slice_trim(SLICE(" \n ")), "");
}
END_TEST

START_TEST(an_arena_gives_distinct_aligned_memory)
{
	struct arena arena = { 0 };
	char *before = NULL;

	for (size_t size = 1; size < 300000; size = size * 3 + 1) {
		char *memory = arena_new(&arena, size, 1);

		ck_assert_uint_eq((uintptr_t)memory % sizeof(void *), 0);
		memset(memory, 0x55, size);
		ck_assert_ptr_ne(memory, before);
		before = memory;
	}
	arena_reset(&arena);
	unit_slice_eq(arena_copy(&arena, SLICE("kept")), "kept");
	arena_free(&arena);
}
END_TEST

START_TEST(a_hash_keeps_ten_thousand_keys)
{
	struct hash hash = { 0 };
	struct arena arena = { 0 };
	char text[16];

	for (uint32_t i = 0; i < 10000; i++) {
		int length = snprintf(text, sizeof text, "key %u", i);

		*hash_put(&hash, arena_copy(&arena, (struct slice){ text,
		    (size_t)length })) = i;
	}
	ck_assert_uint_eq(hash.count, 10000);
	ck_assert_uint_eq(hash_get(&hash, SLICE("key 0")), 0);
	ck_assert_uint_eq(hash_get(&hash, SLICE("key 9999")), 9999);
	ck_assert_uint_eq(hash_get(&hash, SLICE("key 10000")), HASH_NONE);
	ck_assert_uint_eq(*hash_put(&hash, SLICE("")), HASH_NONE);
	hash_clear(&hash);
	ck_assert_uint_eq(hash_get(&hash, SLICE("key 0")), HASH_NONE);
	hash_free(&hash);
	arena_free(&arena);
}
END_TEST

START_TEST(utf8_is_valid_up_to_the_first_bad_byte)
{
	static const struct {
		const char *text;
		size_t valid;
	} cases[] = {
		{ "plain text of some length", 25 },
		{ "“curly” — 7 €", 21 },
		{ "a\x80", 1 },
		{ "ab\xc0\xaf", 2 },
		{ "\xe0\x9f\xbf", 0 },
		{ "\xed\xa0\x80", 0 },
		{ "\xf0\x8f\xbf\xbf", 0 },
		{ "\xf4\x90\x80\x80", 0 },
		{ "\xf4\x8f\xbf\xbf", 4 },
		{ "12345678\xe2\x82", 8 },
	};

	for (size_t i = 0; i < UNIT_COUNT(cases); i++)
		ck_assert_uint_eq(utf8_valid(slice_of(cases[i].text)),
		    cases[i].valid);
}
END_TEST

START_TEST(utf8_goes_forth_and_back)
{
	struct slice s = SLICE("aé€😀");
	static const uint32_t codes[] = { 'a', 0xe9, 0x20ac, 0x1f600 };
	size_t at = 0;

	for (size_t i = 0; i < 4; i++)
		ck_assert_uint_eq(utf8_next(s, &at), codes[i]);
	ck_assert_uint_eq(at, s.length);
	for (size_t i = 4; i > 0; i--)
		ck_assert_uint_eq(utf8_previous(s, &at), codes[i - 1]);
	ck_assert_uint_eq(at, 0);
	ck_assert_uint_eq(utf8_columns(SLICE("e\u0301北")), 3);
}
END_TEST

START_TEST(repair_follows_maximal_subparts)
{
	static const struct {
		const char *text, *repaired;
		size_t count;
	} cases[] = {
		{ "ok", "ok", 0 },
		{ "a\xf0\x9f\x98z", "a\uFFFDz", 1 },
		{ "\xe2\x82\xe2\x82\xac", "\uFFFD€", 1 },
		{ "\xc0\xaf", "\uFFFD\uFFFD", 2 },
		{ "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD", 3 },
		{ "\x1b[1m\t\n", "\uFFFD[1m\t\n", 1 },
		{ "\xc2\x9b", "\uFFFD", 1 },
	};

	for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
		struct buffer out = { 0 };

		ck_assert_uint_eq(utf8_repair(slice_of(cases[i].text), &out),
		    cases[i].count);
		unit_slice_eq(buffer_slice(&out), cases[i].repaired);
		buffer_free(&out);
	}
}
END_TEST

START_TEST(letters_have_classes_and_cases)
{
	struct buffer out = { 0 };

	ck_assert_int_eq(utf8_class('A'), UTF8_UPPER);
	ck_assert_int_eq(utf8_class(0xc9), UTF8_UPPER);
	ck_assert_int_eq(utf8_class(0x0434), UTF8_LOWER);
	ck_assert_int_eq(utf8_class(0x4e2d), UTF8_LOWER);
	ck_assert_int_eq(utf8_class(0xa0), UTF8_SPACE);
	ck_assert_int_eq(utf8_class(0x201c), UTF8_OTHER);
	ck_assert_int_eq(utf8_class('7'), UTF8_DIGIT);
	utf8_add_lower(SLICE("ÉLYSÉE Δ Ж"), &out);
	unit_slice_eq(buffer_slice(&out), "élysée δ ж");
	buffer_free(&out);
}
END_TEST

#ifndef NO_SANDBOX

/* How a child ends that enters the lock and then does something. */
static int
end_of_locked(enum sandbox sandbox, int what)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		sandbox_enter(sandbox);
		if (what == 0)
			_exit(open("/dev/null", O_RDONLY) >= 0 ? 0 : 1);
		if (what == 1)
			_exit(open("/dev/null", O_WRONLY) >= 0 ? 0 : 1);
		if (what == 2)
			_exit(socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : 1);
		if (what == 3)
			execl("/bin/true", "true", (char *)NULL);
		if (what == 4)
			_exit(fork() >= 0 ? 0 : 1);
		memset(memory_new(1 << 24, 1), 1, 1 << 24);
		_exit(0);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

START_TEST(the_lock_kills_what_is_not_allowed)
{
	for (int what = 0; what < 5; what++)
		ck_assert_int_eq(end_of_locked(SANDBOX_PIPE, what), SIGSYS);
	ck_assert_int_eq(end_of_locked(SANDBOX_PIPE, 5), 0);
	ck_assert_int_eq(end_of_locked(SANDBOX_READ_FILES, 0), 0);
	for (int what = 1; what < 5; what++)
		ck_assert_int_eq(end_of_locked(SANDBOX_READ_FILES, what),
		    SIGSYS);
}
END_TEST

#endif

int
main(void)
{
	const TTest *const tests[] = {
		slices_are_cut_at_separators,
		slices_order_as_bytes,
		numbers_must_fill_their_slice_and_fit,
		trimming_keeps_what_is_inside,
		an_arena_gives_distinct_aligned_memory,
		a_hash_keeps_ten_thousand_keys,
		utf8_is_valid_up_to_the_first_bad_byte,
		utf8_goes_forth_and_back,
		repair_follows_maximal_subparts,
		letters_have_classes_and_cases,
#ifndef NO_SANDBOX
		the_lock_kills_what_is_not_allowed,
#endif
	};

	return unit_run("base", tests, UNIT_COUNT(tests));
}
