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

/** Languages of data the national portal knows, by ISO 639-1; the portal's own codes are in `LANGUAGES`. */
export const DATA_LANGUAGES = ['uk', 'en', 'bg', 'hu', 'pl', 'ro', 'ru'] as const;
export type DataLanguage = (typeof DATA_LANGUAGES)[number];

/** Themes of the European portals (authority/data-theme). */
export const EU_THEME_CODES = [
  'AGRI',
  'ECON',
  'EDUC',
  'ENER',
  'ENVI',
  'GOVE',
  'HEAL',
  'INTR',
  'JUST',
  'REGI',
  'SOCI',
  'TECH',
  'TRAN',
] as const;
export type EuTheme = (typeof EU_THEME_CODES)[number];

/** Kinds of information with restricted access: confidential, secret, for service use. */
export const RESTRICTIONS = ['confidential', 'secret', 'service'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** Formats of compression resolution 835 names (facts: ua-codes.json, formatsByDataTypeDecree835p9). */
export const COMPRESSIONS = ['ZIP', '7Z', 'GZIP', 'BZIP2'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** Why the set is published: an item of the 835 list, an item of the city's own list, or the holder's own initiative. */
export const Ground = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resolution-835'),
    section: z.string(),
    number: z.number().int(),
    /** Of the list; the one the product brings where nothing is said. */
    edition: z.string().max(40).optional(),
  }),
  z.object({ kind: z.literal('local-list'), item: z.string().min(1), number: z.number().int().optional() }),
  z.object({ kind: z.literal('own-initiative') }),
]);
export type Ground = z.infer<typeof Ground>;

/** Part of the information that is not published, and the kind of restriction. */
const Withheld = z.object({ what: z.string().min(1).max(500), kind: z.enum(RESTRICTIONS) });
export type Withheld = z.infer<typeof Withheld>;

/** A document the data rest on or are explained by. */
const PassportDocument = z.object({ title: z.string().min(1).max(254), url: z.string().min(1).max(500) });
export type PassportDocument = z.infer<typeof PassportDocument>;

/** A further person to ask, by office contacts. */
const Contact = z.object({
  name: z.string().min(1).max(200),
  post: z.string().max(200),
  email: z.string().max(200),
  phone: z.string().max(50),
});
export type Contact = z.infer<typeof Contact>;

/** A day (`2026-01-31`) at either end, or none. */
const Period = z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() });
export type Period = z.infer<typeof Period>;

/**
 * What a person writes in the passport (паспорт набору; facts 1.3). The other elements (identification number, formats, dates, links,
 * holder, versions) are facts the system knows itself and are read where they happen.
 * A draft may have empty texts; `passportFaults` tells what the law still asks before publication. Elements that may be left out are
 * absent where nothing is said, as in passports written before there were such elements.
 */
export const Passport = z.object({
  title: z.string().max(PASSPORT_LIMITS.title),
  /** What is in the dataset; what is withheld is added to it from `withheld` (`fullDescription`). */
  description: z.string().max(PASSPORT_LIMITS.description),
  /** Підстава та призначення збору інформації. */
  purpose: z.string().max(PASSPORT_LIMITS.purpose),
  language: z.enum(DATA_LANGUAGES),
  frequency: z.enum(FREQUENCIES).nullable(),
  keywords: z.array(z.string().min(1).max(100)).max(30),
  /** Codes of the national portal's themes, e.g. `transport`. */
  themes: z.array(z.string()).max(3),
  ground: Ground,
  responsibleName: z.string().max(200),
  responsibleEmail: z.string().max(200),
  /** ISO 8601 instant the data are true as of; null = the moment of publication. */
  dataAsOf: z.iso.datetime({ offset: true }).nullable(),
  responsiblePost: z.string().max(200).optional(),
  responsiblePhone: z.string().max(50).optional(),
  /** Where they differ from those the national themes lead to (`euThemesOf`). */
  euThemes: z.array(z.enum(EU_THEME_CODES)).max(3).optional(),
  /** КАТОТТГ codes or names of places; the whole community where nothing is said. */
  spatial: z.array(z.string().min(1).max(200)).max(30).optional(),
  temporal: Period.optional(),
  /** Норма: the law or order the information is kept by, in words. */
  norm: z.string().max(500).optional(),
  withheld: z.array(Withheld).max(10).optional(),
  /** Where the files do not tell it themselves (`compressionOf`). */
  compression: z.enum(COMPRESSIONS).optional(),
  /** Datasets that belong together with this one, by id. */
  related: z.array(z.uuid()).max(20).optional(),
  documents: z.array(PassportDocument).max(20).optional(),
  contacts: z.array(Contact).max(10).optional(),
  /** Where versions from before this portal are. */
  previousUrl: z.string().max(500).optional(),
});
export type Passport = z.infer<typeof Passport>;
