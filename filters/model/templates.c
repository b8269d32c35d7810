/*
 * The table of templates, read.
 */
#include "model/templates.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

static char problem[128];

static const char *
refuse(const char *what, struct slice where)
{
	snprintf(problem, sizeof problem, "%s: '%.*s'", what,
	    where.length < 64 ? (int)where.length : 64, where.at);
	return problem;
}

/* "word[-1]" into its name and offset. */
static bool
part_read(struct slice part, struct slice *name, int *offset)
{
	struct slice number = part;
	size_t distance;
	bool before;

	*name = slice_cut(&number, '[');
	if (number.length < 2 || number.at[number.length - 1] != ']')
		return false;
	number.length--;
	before = number.at[0] == '-';
	if (before)
		number = slice_part(number, 1, number.length);
	if (!slice_number(number, &distance) || distance > TEMPLATE_REACH)
		return false;
	*offset = before ? -(int)distance : (int)distance;
	return true;
}

static int
attribute_find(const char *const attributes[], struct slice name)
{
	for (int i = 0; attributes[i]; i++)
		if (slice_is(name, attributes[i]))
			return i;
	return -1;
}

/* Put it behind those of as many parts; false when there is no room. */
static bool
list_add(struct template_list *list, const struct template *template)
{
	unsigned place = list->ends[template->count];

	if (list->count == TEMPLATE_MAX)
		return false;
	memmove(&list->at[place + 1], &list->at[place],
	    (list->count - place) * sizeof *list->at);
	list->at[place] = *template;
	list->count++;
	for (unsigned i = template->count; i <= TEMPLATE_PART_MAX; i++)
		list->ends[i]++;
	return true;
}

static const char *
template_read(struct templates *templates, struct slice row,
    const char *const attributes[], int stride)
{
	struct template template = { .seed = hash_bytes(row) };
	bool is_step = false;

	template.name = slice_cut(&row, '\t');
	if (!row.at)
		return refuse("a template without parts", template.name);
	while (row.at) {
		struct slice part = slice_cut(&row, ' '), name;
		int offset, attribute;

		if (!part_read(part, &name, &offset))
			return refuse("not NAME[OFFSET]", part);
		if (slice_is(name, "tag") && offset == -1) {
			is_step = true;
			continue;
		}
		attribute = attribute_find(attributes, name);
		if (attribute < 0)
			return refuse("no such attribute", name);
		if (template.count == TEMPLATE_PART_MAX)
			return refuse("too many parts", template.name);
		template.parts[template.count++] = offset * stride + attribute;
	}
	if (!list_add(is_step ? &templates->step : &templates->single,
	    &template))
		return refuse("too many templates", template.name);
	return NULL;
}

const char *
templates_read(struct templates *templates, struct slice table,
    const char *const attributes[])
{
	struct slice line = slice_cut(&table, '\n');
	int stride = 0;

	while (attributes[stride])
		stride++;
	*templates = (struct templates){ 0 };
	if (!slice_is(line, "name\tparts"))
		return refuse("templates need the columns name and parts",
		    line);
	while (table.at) {
		const char *wrong;

		line = slice_cut(&table, '\n');
		if (line.length == 0)
			continue;
		wrong = template_read(templates, line, attributes, stride);
		if (wrong)
			return wrong;
	}
	return NULL;
}
