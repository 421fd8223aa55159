/** Bytes that an object or a text takes beside what it holds, about. */
const FRAME = 48;

/**
 * About how many bytes plain data take in memory: texts, numbers, arrays, objects, maps and bytes, none of which holds itself. For memories of
 * answers whose number alone bounds nothing: one answer may be a count, another a thousand rows.
 */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return FRAME + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value)) return FRAME + value.byteLength;
  const parts: Iterable<unknown> = value instanceof Map || Array.isArray(value) ? value : Object.values(value);
  let weight = FRAME;
  for (const part of parts) weight += 8 + weightOf(part);
  return weight;
}
