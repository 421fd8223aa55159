import { z } from 'zod';
import type { Standard } from '../../../tabular/standards/index.ts';
import { COLUMN_TYPES } from '../structure.ts';

/** A field of a structure the community keeps. */
const OwnField = z.object({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/),
  title: z.string().trim().min(1).max(254),
  type: z.enum(COLUMN_TYPES),
  format: z.string().max(100).default(''),
  required: z.boolean(),
  purpose: z.string().max(1000).default(''),
});

/** What is said of such a structure; each version keeps all of it. */
export const OwnContent = z.object({
  title: z.string().trim().min(1).max(254),
  /** False: tables may have other fields, so nothing is said to be missing. */
  complete: z.boolean(),
  /** Where it comes from: an order, another city, «складено нами». */
  source: z.string().trim().max(1000),
  fields: z.array(OwnField).min(1).max(500),
});
export type OwnContent = z.infer<typeof OwnContent>;

/** A structure the community keeps. */
export interface OwnStandard extends OwnContent {
  readonly id: string;
  readonly version: number;
  /** YYYY-MM-DD; from then on no file is recognised by it, what was made by it stays. */
  readonly retiredOn: string | null;
}

/** Its key among all structures. */
export const keyOfOwn = (id: string): string => `own-${id}`;

/** The id of an own structure by its key; null for the key of a recommended one. */
export function idOfOwn(key: string): string | null {
  return key.startsWith('own-') ? key.slice(4) : null;
}

/** The same as one of all structures. */
export function standardOfOwn({ id, title, version, complete, source, fields }: OwnStandard): Standard {
  return {
    key: keyOfOwn(id),
    title,
    dataset: title,
    resource: title,
    version: String(version),
    origin: 'community',
    complete,
    verified: true,
    typesInferred: false,
    source,
    note: '',
    block: false,
    fields,
  };
}
