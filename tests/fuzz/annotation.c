/*
 * Fuzzing the reader of annotated articles: any bytes are an article, perhaps a
 * faulty one; its marks lie inside its text, and what is written of it once its
 * marks are arranged is read back as the same.
 */
#include "table.h"

#include "annotation/annotation.h"
#include "annotation/labels.h"
#include "base/utf8.h"

static void
check_spans(const struct article *article)
{
	for (size_t i = 0; i < article->mark_count; i++)
		must(article->marks[i].start <= article->marks[i].end &&
		    article->marks[i].end <= article->text.length &&
		    article->marks[i].sentence < article->sentence_count);
	for (size_t i = 0; i < article->sentence_count; i++)
		must(article->sentences[i].start <=
		    article->sentences[i].end);
}

/* The written form of an article that was read without a fault. */
static void
write_arranged(struct article *article, struct buffer *out)
{
	article_arrange(article);
	must(article_write(article, out));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = { (const char *)data, size };
	struct story story = { .name = SLICE("000-fuzz"), .article_count = 1,
		.path = SLICE("story.txt") };
	struct story again = story;
	struct article *article = &story.articles[0];
	struct faults faults = { 0 };
	struct buffer once = { 0 }, twice = { 0 };

	if (utf8_clean(bytes) < size)
		return 0;
	labels_open();
	unmarked_open();
	story.articles[0].path = again.articles[0].path = SLICE("a.txt");
	story.articles[0].letter = again.articles[0].letter = 'a';
	article_read(article, bytes, &faults);
	article_nest(article, &faults);
	check_spans(article);
	story_check(&story, &faults);
	article_unmarked(article, &faults);
	if (faults.count == 0) {
		write_arranged(article, &once);
		article_read(&again.articles[0], buffer_slice(&once),
		    &faults);
		article_nest(&again.articles[0], &faults);
		must(faults.count == 0);
		write_arranged(&again.articles[0], &twice);
		must(slice_equal(buffer_slice(&once), buffer_slice(&twice)));
	}
	buffer_free(&once);
	buffer_free(&twice);
	faults_free(&faults);
	story_free(&story);
	story_free(&again);
	return 0;
}
