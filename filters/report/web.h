/*
 * The outline as one HTML page.
 */
#ifndef REPORT_WEB_H
#define REPORT_WEB_H

#include "report/format.h"

void web_write(struct format *format);

#endif
