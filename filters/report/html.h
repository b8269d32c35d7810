/*
 * The report as one HTML page.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/findings.h"

void html_write(struct buffer *out, const struct report *report,
    const struct findings *findings);

#endif
