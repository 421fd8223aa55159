/**
 * Guards of detectors of numbers. Detectors share them, so that a value is asked few regexes; digits stand for any digit, so that they serve
 * shapes too.
 */

/** Spaces, hyphens and brackets between groups of digits. */
export const BETWEEN = '[ \\x{00A0}()–—.-]';

/** Six digits in a row. */
export const LONG_RUN = '\\d{6}';

/** Groups of digits as phones are written: five or more after a gap. */
export const GROUPED = `\\d${BETWEEN}{1,3}\\d(?:${BETWEEN}?\\d){4}`;
