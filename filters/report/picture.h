/*
 * Pictures: the days of a story, and the values of what is counted.  Their
 * markup stands in page.html, so that the page and the format svg draw the
 * same.
 */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "report/web_page.h"

enum { PICTURE_WIDTH = 720 };

/*
 * Append what is drawn for a block to web->out: elements within <svg>.
 * Returns its height, in units of which it is PICTURE_WIDTH wide; 0, with
 * nothing appended, when there is nothing to draw.
 */
size_t picture_add(struct web *web, const struct block *block);

#endif
