import { z } from 'zod';

/** Limits of the national portal (seed 003; ckanext-dgua): characters. */
export const PASSPORT_LIMITS = { title: 254, description: 4000, purpose: 512 } as const;

/** Codes of the national portal's update frequencies (facts: ua-codes.json, portalUpdateFrequency). */
export const FREQUENCIES = [
  'more than once a day',
  'once a day',
  'once a week',
  'once a month',
  'once a quarter',
  'once a half year',
  'once a year',
  'immediately after making changes',
  'no longer updated',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Why the set is published: an item of the 835 list, an item of the city's own list, or the holder's own initiative. */
export const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resolution-835'), section: z.string(), number: z.number().int() }),
  z.object({ kind: z.literal('local-list'), item: z.string().min(1) }),
  z.object({ kind: z.literal('own-initiative') }),
]);
export type Ground = z.infer<typeof Ground>;

/**
 * What a person writes in the passport (паспорт набору; facts 1.3). The other elements (identification number, formats, dates, links,
 * holder, versions) are facts the system knows itself and are read where they happen.
 * A draft may have empty texts; `passportFaults` tells what the law still asks before publication.
 */
export const Passport = z.object({
  title: z.string().max(PASSPORT_LIMITS.title),
  /** Also names what is not published because access is restricted, and the kind of restriction. */
  description: z.string().max(PASSPORT_LIMITS.description),
  /** Підстава та призначення збору інформації. */
  purpose: z.string().max(PASSPORT_LIMITS.purpose),
  language: z.enum(['uk', 'en']),
  frequency: z.enum(FREQUENCIES).nullable(),
  keywords: z.array(z.string().min(1).max(100)).max(30),
  /** Codes of the national portal's themes, e.g. `transport`. */
  themes: z.array(z.string()).max(3),
  ground: Ground,
  responsibleName: z.string().max(200),
  responsibleEmail: z.string().max(200),
  /** ISO 8601 instant the data are true as of; null = the moment of publication. */
  dataAsOf: z.iso.datetime({ offset: true }).nullable(),
});
export type Passport = z.infer<typeof Passport>;
