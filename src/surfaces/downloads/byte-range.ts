import type { ByteRange } from '../../platform/objects/object-store.ts';

/** What a `Range` header asks of a file of that size: a part, the whole file, or something that is not there. */
export type RangeWish =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: RangeWish = { kind: 'whole' };

/**
 * Understands one range of bytes (RFC 9110, 14.2). Several ranges, other units and nonsense are answered with the whole file, as
 * the standard allows.
 */
export function rangeOf(header: string | undefined, size: number): RangeWish {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = parts ?? [];
  if (!parts || (first === '' && last === '')) return WHOLE;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', range: { start: size - length, end: size - 1 } };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return WHOLE;
  if (start >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', range: { start, end: Math.min(last === '' ? size - 1 : Number(last), size - 1) } };
}
