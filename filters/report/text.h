/*
 * The outline as text for a terminal, in lines of a given width.
 */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "report/format.h"

void text_write(struct format *format);

/* A table of an outline from its BLOCK_TABLE on; returns the block behind. */
struct page;
size_t text_table(struct page *page, const struct outline *outline,
    size_t at);

#endif
