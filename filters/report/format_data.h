/*
 * The formats for other programs.
 */
#ifndef REPORT_FORMAT_DATA_H
#define REPORT_FORMAT_DATA_H

#include "report/format.h"

void csv_write_outline(struct format *format);
void jsonl_write(struct format *format);
void jsonld_write(struct format *format);
void atom_write(struct format *format);
void markdown_write(struct format *format);

/* The pictures of the outline one below the other. */
void svg_write(struct format *format);

#endif
