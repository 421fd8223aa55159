const collator = new Intl.Collator('uk', { numeric: true, sensitivity: 'variant' });

/** Order of the Ukrainian alphabet (г ґ, е є, и і ї); numbers inside texts by value. For `Array.sort`. */
export function compareUkrainian(a: string, b: string): number {
  return collator.compare(a, b);
}
