import { type Predicate, shapeOf } from './predicate.ts';
import { mayFind, type SearchedText, searchedText } from './search-re2.ts';

/** A value of a column, ready to be looked through. */
export interface ReadyValue {
  readonly raw: SearchedText;
  readonly clean: SearchedText | null;
  readonly rawShape: SearchedText;
  readonly cleanShape: SearchedText | null;
}

/** The guard finds the value, and its shape lets the answer be yes. */
export function mayBeTrue({ of, guard, digits }: Predicate, value: ReadyValue): boolean {
  const shape = of === 'raw' ? value.rawShape : value.cleanShape;
  if (shape === null) return false;
  if (!mayFind(guard, value.raw) && (value.clean === null || !mayFind(guard, value.clean))) return false;
  return digits === 'blind' || mayFind(`^(?:${digits.shape})$`, shape);
}

/** A value that its guards are to be asked of here; `clean` is null where nothing is left of it. */
export function readyValue(raw: string, clean: string | null): ReadyValue {
  const [text, shape] = [searchedText(raw), searchedText(shapeOf(raw))];
  if (clean === raw) return { raw: text, clean: text, rawShape: shape, cleanShape: shape };
  return {
    raw: text,
    rawShape: shape,
    clean: clean === null ? null : searchedText(clean),
    cleanShape: clean === null ? null : searchedText(shapeOf(clean)),
  };
}
