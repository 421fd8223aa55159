import axe from 'axe-core';

/** The program of axe, to be evaluated in a page: afterwards the page has `axe.run`. */
export const AXE = axe.source;
