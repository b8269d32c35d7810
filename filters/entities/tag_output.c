/*
 * Output of tag-entities.  The long form has a row for each item of the three
 * columns; a figure stands there with its value and approximation as id and
 * mention, a time with its value.
 */
#include "entities/tag_output.h"

#include <unistd.h>

#include "base/message.h"

void
tag_choose(struct tag_choice *choice, struct slice types, bool pronouns)
{
	choice->pronouns = pronouns;
	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		choice->types[type] = types.length == 0;
	while (types.length > 0 && types.at) {
		struct slice word = slice_cut(&types, ',');
		enum mention_type type = mention_type_of(word);

		if (type == MENTION_TYPE_COUNT)
			message_fail(STATUS_SYSTEM, "--types: '%.*s' is none "
			    "of PER ORG GPE LOC FAC NORP EVENT WORK MISC",
			    (int)word.length, word.at);
		/* cppcheck-suppress arrayIndexOutOfBoundsCond; it failed */
		choice->types[type] = true;
	}
}

static void
add_long_columns(struct tag_output *output)
{
	struct tsv_writer *out = &output->out;

	output->doc = tsv_add(out, "doc");
	output->sentence = tsv_add(out, "sentence");
	output->start = tsv_add(out, "start");
	output->end = tsv_add(out, "end");
	output->type = tsv_add(out, "type");
	output->id = tsv_add(out, "id");
	output->mention = tsv_add(out, "mention");
	output->text = tsv_add(out, "text");
}

void
tag_output_open(struct tag_output *output, const struct tsv_reader *in,
    bool long_form, bool explain)
{
	struct tsv_writer *out = &output->out;

	output->long_form = long_form;
	output->explain = explain;
	output->sentence_in = tsv_find(in, "sentence");
	if (long_form)
		add_long_columns(output);
	else {
		tsv_pass(out, in);
		output->entities = tsv_add(out, "entities");
		output->figures = tsv_add(out, "figures");
		output->times = tsv_add(out, "times");
	}
	output->why = explain ? tsv_add(out, "why") : -1;
	tsv_start(out, STDOUT_FILENO, "standard output");
}

/* ---------------------------------------------------------- list columns */

static void
write_why(struct tag_output *output, const struct tagged *tagged)
{
	struct buffer *why = tsv_value(&output->out, output->why);

	for (size_t i = 0; i < tagged->mentions.count; i++)
		buffer_printf(why, "%s%zu-%zu: %s", i > 0 ? "; " : "",
		    tagged->mentions.at[i].span.start,
		    tagged->mentions.at[i].span.end, tagged->why[i]);
}

static void
write_lists(struct tag_output *output, const struct sentence *sentence,
    const struct tagged *tagged)
{
	struct buffer *value = tsv_value(&output->out, output->entities);

	for (size_t i = 0; i < tagged->mentions.count; i++)
		mention_write(&tagged->mentions.at[i], value);
	value = tsv_value(&output->out, output->figures);
	for (size_t i = 0; i < tagged->figures.count; i++)
		figure_write(&tagged->figures.at[i], value);
	value = tsv_value(&output->out, output->times);
	for (size_t i = 0; i < tagged->timexes.count; i++)
		timex_write(&tagged->timexes.at[i], value);
	if (output->explain)
		write_why(output, tagged);
	tsv_put(&output->out, sentence->row->fields);
}

/* -------------------------------------------------------------- long form */

static void
write_row(struct tag_output *output, const struct sentence *sentence,
    struct span span, const char *why)
{
	struct tsv_writer *out = &output->out;

	tsv_set_number(out, output->start, span.start);
	tsv_set_number(out, output->end, span.end);
	tsv_set(out, output->text, slice_part(sentence->text,
	    span.start - sentence->start, span.end - sentence->start));
	if (output->explain)
		tsv_set(out, output->why, slice_of(why));
	tsv_put(out, NULL);
}

static void
write_mention(struct tag_output *output, const struct sentence *sentence,
    const struct mention *mention, const char *why)
{
	struct tsv_writer *out = &output->out;

	tsv_set(out, output->type, slice_of(mention_type_name(mention->type)));
	tsv_set(out, output->id, mention->id);
	tsv_set(out, output->mention,
	    slice_of(mention_kind_name(mention->kind)));
	write_row(output, sentence, mention->span, why);
}

static void
write_figure(struct tag_output *output, const struct sentence *sentence,
    const struct figure *figure)
{
	struct tsv_writer *out = &output->out;
	struct buffer *id = tsv_value(out, output->id);

	tsv_set(out, output->type, SLICE("FIGURE"));
	buffer_add(id, figure->value);
	if (figure->unit.length > 0)
		buffer_add_byte(id, ' ');
	tsv_escape(figure->unit, id);
	if (figure->what.length > 0)
		buffer_add_byte(id, ' ');
	tsv_escape(figure->what, id);
	tsv_set(out, output->mention, slice_of(approx_name(figure->approx)));
	write_row(output, sentence, figure->span, "");
}

static void
write_timex(struct tag_output *output, const struct sentence *sentence,
    const struct timex *timex)
{
	struct tsv_writer *out = &output->out;

	tsv_set(out, output->type, slice_of(timex_type_name(timex->type)));
	tsv_set(out, output->id, timex->value);
	tsv_set(out, output->mention, SLICE(""));
	write_row(output, sentence, timex->span, "");
}

/* The items of all three columns in one order. */
static void
write_long(struct tag_output *output, const struct document *document,
    const struct sentence *sentence, const struct tagged *tagged)
{
	size_t m = 0, f = 0, t = 0;

	tsv_set(&output->out, output->doc, document->doc);
	tsv_set_raw(&output->out, output->sentence,
	    tsv_field(sentence->row->fields, output->sentence_in));
	for (;;) {
		const struct mention *mention = m < tagged->mentions.count ?
		    &tagged->mentions.at[m] : NULL;
		const struct figure *figure = f < tagged->figures.count ?
		    &tagged->figures.at[f] : NULL;
		const struct timex *timex = t < tagged->timexes.count ?
		    &tagged->timexes.at[t] : NULL;

		if (mention && (!figure || mention_order(mention, figure) <= 0)
		    && (!timex || mention_order(mention, timex) <= 0))
			write_mention(output, sentence, mention,
			    tagged->why[m++]);
		else if (figure && (!timex ||
		    mention_order(figure, timex) <= 0))
			write_figure(output, sentence, figure), f++;
		else if (timex)
			write_timex(output, sentence, timex), t++;
		else
			break;
	}
}

void
tag_output_write(struct tag_output *output, const struct document *document,
    const struct tagged *tagged)
{
	for (size_t i = 0; i < document->count; i++) {
		if (output->long_form)
			write_long(output, document, &document->sentences[i],
			    &tagged[i]);
		else
			write_lists(output, &document->sentences[i],
			    &tagged[i]);
	}
}

int
tag_output_close(struct tag_output *output)
{
	return tsv_finish(&output->out);
}
