/*
 * Templates: pieces, places, escaping.
 */
#include "unit.h"

#include "report/template.h"

static struct buffer out;

static const char *
fill(const char *bytes, const char *piece,
    const struct template_value *values)
{
	struct template template = { 0 };

	buffer_clear(&out);
	template_open(&template, slice_of(bytes));
	template_fill(&template, piece, values, &out);
	template_free(&template);
	buffer_add_byte(&out, '\0');
	return out.at;
}

static const struct template_value none[] = { { NULL, { "", 0 } } };

START_TEST(pieces)
{
	const char *bytes = "@@ a\none\ntwo\n@@ b inline\nthree\n@@ c\n";

	ck_assert_str_eq(fill(bytes, "a", none), "one\ntwo\n");
	ck_assert_str_eq(fill(bytes, "b", none), "three");
	ck_assert_str_eq(fill(bytes, "c", none), "");
	ck_assert_str_eq(fill(bytes, "d", none), "");
	ck_assert_str_eq(fill("", "a", none), "");
	ck_assert_str_eq(fill("@@ a\nno end", "a", none), "no end");
}
END_TEST

START_TEST(places)
{
	const struct template_value values[] = {
		{ "x", SLICE("<1>") }, { "y", SLICE("{x}") },
		{ NULL, { "", 0 } }
	};

	ck_assert_str_eq(fill("@@ a\n[{x}]{=x}\n", "a", values),
	    "[&lt;1&gt;]<1>\n");
	ck_assert_str_eq(fill("@@ a\n{y}{=y}{z}\n", "a", values),
	    "{x}{x}\n");
}
END_TEST

START_TEST(escaping)
{
	buffer_clear(&out);
	template_escape(SLICE("&<>\"'\u202E\n"), &out);
	unit_slice_eq(buffer_slice(&out),
	    "&amp;&lt;&gt;&quot;&#39;\uFFFD ");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { pieces, places, escaping };

	return unit_run("template", tests, UNIT_COUNT(tests));
}
