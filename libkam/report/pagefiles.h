/*
 * pagefiles: the style and the script of a page. They are files, page.css and page.js, which the
 * build makes C of (pagefiles.c).
 */
#ifndef KAM_REPORT_PAGEFILES_H
#define KAM_REPORT_PAGEFILES_H

/* Their lines, each with its end; NULL behind the last. */
extern const char *const kam_page_style[];
extern const char *const kam_page_script[];

#endif
