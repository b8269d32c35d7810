/*
 * HTML made safe for the parser.
 *
 * A tag scanner with a stack of names.  What it cannot bound it leaves out, so
 * that nothing reaches the parser that was not counted here: comments (which
 * end in more ways than one), foreign content (where <title> is no raw text),
 * <plaintext>, framesets.  Elements whose end tag may be missing (p, li, td and
 * the like) close each other and are not counted.
 */
#include "articles/tidy.h"

#include "base/ascii.h"

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

/* How a start tag is treated; elements not listed are counted. */
enum treatment {
	COUNTED,
	FORMATTING,		/* counted, and a few at a time */
	ALONE,			/* counted, cannot stand in itself */
	UNCOUNTED,		/* void, or the end tag is optional */
	RAW,			/* text up to the end tag */
	SKIPPED,		/* left out with all that is in it */
	UNWANTED		/* the tag is left out */
};

static const struct {
	const char *name;
	enum treatment treatment;
} elements[] = {
	{ "a", ALONE }, { "area", UNCOUNTED }, { "b", FORMATTING },
	{ "base", UNCOUNTED }, { "big", FORMATTING }, { "body", UNCOUNTED },
	{ "br", UNCOUNTED }, { "button", ALONE }, { "code", FORMATTING },
	{ "col", UNCOUNTED }, { "colgroup", UNCOUNTED }, { "dd", UNCOUNTED },
	{ "dt", UNCOUNTED }, { "em", FORMATTING }, { "embed", UNCOUNTED },
	{ "font", FORMATTING }, { "frame", UNWANTED },
	{ "frameset", UNWANTED }, { "head", UNCOUNTED }, { "hr", UNCOUNTED },
	{ "html", UNCOUNTED }, { "i", FORMATTING }, { "iframe", RAW },
	{ "image", UNCOUNTED }, { "img", UNCOUNTED }, { "input", UNCOUNTED },
	{ "li", UNCOUNTED }, { "link", UNCOUNTED }, { "math", SKIPPED },
	{ "meta", UNCOUNTED }, { "nobr", ALONE }, { "noembed", RAW },
	{ "noframes", RAW }, { "option", UNCOUNTED }, { "p", UNCOUNTED },
	{ "param", UNCOUNTED }, { "plaintext", UNWANTED },
	{ "s", FORMATTING }, { "script", RAW }, { "select", SKIPPED },
	{ "small", FORMATTING },
	{ "source", UNCOUNTED }, { "strike", FORMATTING },
	{ "strong", FORMATTING }, { "style", RAW }, { "svg", SKIPPED },
	{ "tbody", UNCOUNTED }, { "td", UNCOUNTED },
	{ "template", SKIPPED }, { "textarea", RAW },
	{ "tfoot", UNCOUNTED }, { "th", UNCOUNTED }, { "thead", UNCOUNTED },
	{ "title", RAW }, { "tr", UNCOUNTED }, { "track", UNCOUNTED },
	{ "tt", FORMATTING }, { "u", FORMATTING }, { "wbr", UNCOUNTED },
	{ "xmp", RAW }
};

struct tidy {
	struct slice page;
	struct buffer *out;
	struct slice open[TIDY_DEPTH];	/* names as written */
	size_t depth, formatting;
	bool missing[COUNT(elements)];	/* no such end tag from here on */
};

struct tag {
	struct slice name;
	size_t start, end;	/* bytes of the page, < and > included */
	bool is_end, closes_itself;
	size_t attributes;
};

static bool
is_space(char byte)
{
	return byte && strchr(" \t\n\r\f", byte);
}

static bool
same_name(struct slice a, struct slice b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (a.at[i] != b.at[i] && (!is_letter(a.at[i]) ||
		    (a.at[i] | 0x20) != (b.at[i] | 0x20)))
			return false;
	return true;
}

/* Index in elements, or COUNT(elements). */
static size_t
find_element(struct slice name)
{
	size_t i = 0;

	while (i < COUNT(elements) &&
	    !same_name(name, slice_of(elements[i].name)))
		i++;
	return i;
}

static enum treatment
treatment_of(struct slice name)
{
	size_t i = find_element(name);

	return i < COUNT(elements) ? elements[i].treatment : COUNTED;
}

/* Where in a tag's attributes a byte stands (HTML Standard, 13.2.5.32-39). */
enum attribute_state {
	BEFORE_NAME,
	IN_NAME,
	AFTER_NAME,
	BEFORE_VALUE,
	IN_DOUBLE,		/* a value in quotation marks */
	IN_SINGLE,
	IN_UNQUOTED
};

static enum attribute_state
next_state(enum attribute_state state, char byte)
{
	switch (state) {
	case BEFORE_NAME:
		return is_space(byte) || byte == '/' ? BEFORE_NAME : IN_NAME;
	case IN_NAME:
	case AFTER_NAME:
		return is_space(byte) ? AFTER_NAME : byte == '/' ?
		    BEFORE_NAME : byte == '=' ? BEFORE_VALUE : IN_NAME;
	case BEFORE_VALUE:
		return is_space(byte) ? BEFORE_VALUE : byte == '"' ?
		    IN_DOUBLE : byte == '\'' ? IN_SINGLE : IN_UNQUOTED;
	case IN_DOUBLE:
		return byte == '"' ? BEFORE_NAME : IN_DOUBLE;
	case IN_SINGLE:
		return byte == '\'' ? BEFORE_NAME : IN_SINGLE;
	case IN_UNQUOTED:
		return is_space(byte) ? BEFORE_NAME : IN_UNQUOTED;
	}
	return state;
}

/* Pass over attributes from byte i on; at the '>', or page.length. */
static size_t
scan_attributes(struct slice page, size_t i, struct tag *tag)
{
	enum attribute_state state = BEFORE_NAME;

	for (; i < page.length; i++) {
		enum attribute_state next;

		if (page.at[i] == '>' && state != IN_DOUBLE &&
		    state != IN_SINGLE)
			return i;
		next = next_state(state, page.at[i]);
		tag->attributes += next == IN_NAME && state != IN_NAME;
		state = next;
	}
	return i;
}

/* The tag at byte start, which is a '<'; false when it is none. */
static bool
scan_tag(struct slice page, size_t start, struct tag *tag)
{
	size_t i = start + 1;

	*tag = (struct tag){ .start = start };
	if (i < page.length && page.at[i] == '/') {
		tag->is_end = true;
		i++;
	}
	if (i == page.length || !is_letter(page.at[i]))
		return false;
	tag->name.at = page.at + i;
	while (i < page.length && !is_space(page.at[i]) &&
	    page.at[i] != '/' && page.at[i] != '>')
		i++;
	tag->name.length = (size_t)(page.at + i - tag->name.at);
	i = scan_attributes(page, i, tag);
	if (i == page.length)
		return false;	/* the page ends inside it */
	tag->closes_itself = page.at[i - 1] == '/';
	tag->end = i + 1;
	return true;
}

static void
copy(struct tidy *tidy, size_t start, size_t end)
{
	buffer_add(tidy->out, slice_part(tidy->page, start, end));
}

static void
close_top(struct tidy *tidy)
{
	struct slice name = tidy->open[--tidy->depth];

	if (treatment_of(name) == FORMATTING)
		tidy->formatting--;
	buffer_add(tidy->out, SLICE("</"));
	buffer_add(tidy->out, name);
	buffer_add_byte(tidy->out, '>');
}

/* Close everything down to the innermost element of that name, if any. */
static void
close_element(struct tidy *tidy, struct slice name)
{
	size_t i = tidy->depth;

	while (i > 0 && !same_name(tidy->open[i - 1], name))
		i--;
	while (i > 0 && tidy->depth >= i)
		close_top(tidy);
}

/* Where the end tag of a raw or skipped element begins; page.length: none. */
static size_t
find_end_tag(const struct tidy *tidy, struct slice name, size_t from)
{
	struct slice page = tidy->page;

	for (size_t i = from; i + 2 + name.length < page.length; i++) {
		const char *at = memchr(page.at + i, '<', page.length - i);

		if (!at)
			break;
		i = (size_t)(at - page.at);
		if (i + 2 + name.length < page.length &&
		    page.at[i + 1] == '/' && same_name(name, slice_part(page,
		    i + 2, i + 2 + name.length)) &&
		    !is_letter(page.at[i + 2 + name.length]))
			return i;
	}
	return page.length;
}

/* An element that is copied or left out with its content; its end. */
static size_t
pass_whole(struct tidy *tidy, const struct tag *tag, bool keep)
{
	size_t element = find_element(tag->name), end = tidy->page.length;
	struct tag closing;

	if (tag->closes_itself && !keep)
		return tag->end;
	if (!tidy->missing[element])
		end = find_end_tag(tidy, tag->name, tag->end);
	if (end == tidy->page.length ||
	    !scan_tag(tidy->page, end, &closing)) {
		tidy->missing[element] = true;
		return tag->end;	/* the tag alone is left out */
	}
	if (keep)
		copy(tidy, tag->start, closing.end);
	return closing.end;
}

static size_t
pass_start_tag(struct tidy *tidy, const struct tag *tag)
{
	enum treatment treatment = treatment_of(tag->name);

	if (treatment == RAW || treatment == SKIPPED)
		return pass_whole(tidy, tag, treatment == RAW &&
		    tag->attributes <= TIDY_ATTRIBUTES);
	if (treatment == UNWANTED || tag->attributes > TIDY_ATTRIBUTES)
		return tag->end;
	if (treatment == ALONE)
		close_element(tidy, tag->name);
	if (treatment != UNCOUNTED) {
		if (tidy->depth == TIDY_DEPTH || (treatment == FORMATTING &&
		    tidy->formatting == TIDY_FORMATTING))
			return tag->end;
		tidy->open[tidy->depth++] = tag->name;
		tidy->formatting += treatment == FORMATTING;
	}
	copy(tidy, tag->start, tag->end);
	return tag->end;
}

static size_t
pass_end_tag(struct tidy *tidy, const struct tag *tag)
{
	switch (treatment_of(tag->name)) {
	case UNCOUNTED:
		copy(tidy, tag->start, tag->end);
		break;
	case COUNTED:
	case FORMATTING:
	case ALONE:
		close_element(tidy, tag->name);
		break;
	default:
		break;
	}
	return tag->end;
}

/* Where a comment ends that begins at start. */
static size_t
comment_end(struct slice page, size_t start)
{
	for (size_t i = start + 2; i + 2 < page.length; i++) {
		const char *at = memchr(page.at + i, '-', page.length - i);

		if (!at)
			break;
		i = (size_t)(at - page.at);
		if (slice_begins(slice_part(page, i, page.length),
		    SLICE("-->")))
			return i + 3;
		if (slice_begins(slice_part(page, i, page.length),
		    SLICE("--!>")))
			return i + 4;
	}
	return page.length;
}

/* <!-- -->, <!DOCTYPE>, <![CDATA[, <?xml?>; its end. */
static size_t
pass_declaration(struct tidy *tidy, size_t start)
{
	struct slice rest = slice_part(tidy->page, start, tidy->page.length);
	const char *end;

	if (slice_begins(rest, SLICE("<!--")))
		return comment_end(tidy->page, start);
	end = memchr(rest.at, '>', rest.length);
	return end ? (size_t)(end - tidy->page.at) + 1 : tidy->page.length;
}

/* What begins with the '<' at byte start; where the next thing begins. */
static size_t
pass_markup(struct tidy *tidy, size_t start)
{
	struct tag tag;
	char next = start + 1 < tidy->page.length ?
	    tidy->page.at[start + 1] : '\0';

	if (next == '!' || next == '?')
		return pass_declaration(tidy, start);
	if (scan_tag(tidy->page, start, &tag))
		return tag.is_end ? pass_end_tag(tidy, &tag) :
		    pass_start_tag(tidy, &tag);
	if (is_letter(next) || next == '/')
		return tidy->page.length;	/* cut off inside a tag */
	buffer_add(tidy->out, SLICE("&lt;"));
	return start + 1;
}

void
tidy_html(struct slice page, struct buffer *out)
{
	struct tidy tidy = { .page = page, .out = out };

	for (size_t at = 0; at < page.length; ) {
		const char *markup = memchr(page.at + at, '<',
		    page.length - at);
		size_t next = markup ? (size_t)(markup - page.at) :
		    page.length;

		copy(&tidy, at, next);
		at = next < page.length ? pass_markup(&tidy, next) : next;
	}
}
