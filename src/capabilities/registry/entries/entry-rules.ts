import { type Day, dayOf } from '../../../kernel/dates.ts';
import type { Unit } from '../../accounts/index.ts';
import { type Card, type EntryFacts, fullDescription, type Passport } from '../../catalog/index.ts';
import { type EntryContact, type EntryField, type EntryState, type EntryValues, TEN_FIELDS } from './entry.ts';

/** What an entry is drawn from beside the catalog's facts. */
export interface EntrySurroundings {
  /** All units, those reorganised too. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Bytes of published files by dataset. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Names of the unit a dataset belonged to before. */
  readonly previous: ReadonlyMap<string, string>;
  /** Datasets somebody confirmed to be there. */
  readonly confirmed: ReadonlySet<string>;
  /** Of datasets carried over: where they are public already, and since when. */
  readonly origins: ReadonlyMap<string, { readonly address: string; readonly firstPublishedAt: Date | null }>;
  /** Datasets whose data are in others now, with those others' titles. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** The nearest unit with a code of its own, from this one up. */
function legalUnitOf(units: ReadonlyMap<string, Unit>, unitId: string): Unit | null {
  for (let unit = units.get(unitId); unit; unit = unit.parentId === null ? undefined : units.get(unit.parentId)) {
    if (unit.edrpou !== null) return unit;
  }
  return null;
}

/** The person of the passport; where it names none, the office of the unit or the nearest above that has one. */
function contactOf(passport: Passport, units: ReadonlyMap<string, Unit>, unitId: string): EntryContact {
  const own = {
    name: passport.responsibleName,
    post: passport.responsiblePost ?? '',
    email: passport.responsibleEmail,
    phone: passport.responsiblePhone ?? '',
  };
  if (own.email !== '' || own.phone !== '') return own;
  for (let unit = units.get(unitId); unit; unit = unit.parentId === null ? undefined : units.get(unit.parentId)) {
    if (unit.email !== '' || unit.phone !== '') return { ...own, email: unit.email, phone: unit.phone };
  }
  return own;
}

/** An entry as staff see it: the words of the working copy, the files of what is published. */
export function staffEntry(facts: EntryFacts, around: EntrySurroundings): EntryValues {
  const state = staffState(facts, around);
  const elsewhere = state === 'elsewhere' ? (around.origins.get(facts.datasetId)?.address ?? '') : '';
  return finished(facts, around, { passport: facts.passport, state, link: linkOf(facts) || elsewhere });
}

/** An entry as the public sees it; null: it is not there for the public. */
export function publicEntry(facts: EntryFacts, around: EntrySurroundings): EntryValues | null {
  const { card, promise } = facts;
  if (card) {
    const merged = around.successors.has(facts.datasetId);
    const state = merged ? 'merged' : card.state === 'published' && card.archive ? 'archived' : card.state;
    return finished(facts, around, { passport: card.passport, state, link: linkOf(facts) });
  }
  if (!promise) return null;
  // of a plan the public was told these words and the term, and nothing else
  const { title, description } = promise;
  const passport = { ...EMPTY, ground: facts.passport.ground, language: facts.passport.language, title, description };
  return finished(facts, around, { passport, state: 'planned', link: `/datasets/${promise.slug}` });
}

const EMPTY = {
  purpose: '',
  frequency: null,
  keywords: [],
  themes: [],
  responsibleName: '',
  responsibleEmail: '',
  dataAsOf: null,
};

function staffState({ state, datasetId }: EntryFacts, around: EntrySurroundings): EntryState {
  if (around.successors.has(datasetId)) return 'merged';
  if (state !== 'draft') return state;
  if (around.origins.has(datasetId)) return 'elsewhere';
  return around.confirmed.has(datasetId) ? 'confirmed' : 'found';
}

function linkOf({ card }: EntryFacts): string {
  return card && card.state !== 'withdrawn' ? `/datasets/${card.slug}` : '';
}

interface Drawn {
  readonly passport: Passport;
  readonly state: EntryState;
  readonly link: string;
}

function finished(facts: EntryFacts, around: EntrySurroundings, { passport, state, link }: Drawn): EntryValues {
  const { card } = facts;
  const unit = around.units.get(facts.unitId);
  const legal = legalUnitOf(around.units, facts.unitId);
  const streamed = isStreamed(card ? card.resources : facts.resources);
  const values: Omit<EntryValues, 'asked' | 'missing'> = {
    datasetId: facts.datasetId,
    state,
    number: facts.number,
    title: passport.title,
    description: fullDescription(passport),
    createdOn: createdOn(facts, around.origins.get(facts.datasetId)?.firstPublishedAt ?? null),
    formats: card ? formatsOf(card) : [],
    size: around.sizes.get(facts.datasetId) ?? null,
    streamed,
    frequency: passport.frequency,
    link,
    unitId: facts.unitId,
    unitName: unit?.name ?? '',
    edrpou: legal?.edrpou ?? '',
    legalUnitId: legal?.id ?? null,
    previousUnit: around.previous.get(facts.datasetId) ?? '',
    contact: contactOf(passport, around.units, facts.unitId),
    more: {
      slug: facts.slug,
      purpose: passport.purpose,
      keywords: passport.keywords,
      ground: passport.ground,
      disclosure: state === 'internal' ? 'internal' : (passport.withheld ?? []).length > 0 ? 'part' : 'open',
      related: passport.related ?? [],
      codeLists: facts.codeLists,
      successors: around.successors.get(facts.datasetId) ?? [],
    },
    dueOn: facts.dueOn ?? (state === 'planned' ? (facts.promise?.dueOn ?? null) : null),
  };
  return { ...values, ...completenessOf(values) };
}

const isStreamed = (resources: readonly { readonly kind: string }[]) =>
  resources.length > 0 && resources.every(({ kind }) => kind === 'link');

const formatsOf = (card: Card) =>
  [...new Set(card.resources.flatMap(({ formats }) => formats.map((format) => format.toUpperCase())))].sort();

/** The day the set came to be known: the passport was made, or it was published before it came here. */
function createdOn({ createdAt, card }: EntryFacts, elsewhere: Date | null): Day {
  const published = [...(card ? [new Date(card.firstPublishedAt)] : []), ...(elsewhere ? [elsewhere] : [])];
  const days = [createdAt, ...published].map((instant) => dayOf(instant));
  return days.sort()[0] ?? dayOf(createdAt);
}

/** Of a set that is not public there is no file to tell of, and nothing to open; of a plan not even how often. */
const NOT_ASKED: Readonly<Partial<Record<EntryState, readonly EntryField[]>>> = {
  planned: ['format', 'size', 'link', 'frequency'],
  found: ['format', 'size', 'link'],
  confirmed: ['format', 'size', 'link'],
  internal: ['format', 'size', 'link'],
  withdrawn: ['format', 'size', 'link'],
  merged: ['format', 'size', 'link'],
  retired: ['format', 'size', 'link'],
  elsewhere: ['format', 'size'],
};

/** Which of the ten fields the entry must have in its state, and which of them it has not. */
function completenessOf(values: Omit<EntryValues, 'asked' | 'missing'>): Pick<EntryValues, 'asked' | 'missing'> {
  const asked = TEN_FIELDS.filter((field) => !NOT_ASKED[values.state]?.includes(field));
  const filled: Readonly<Record<EntryField, boolean>> = {
    id: values.number !== '',
    name: values.title.trim() !== '',
    description: values.description.trim() !== '',
    created: values.createdOn !== '',
    format: values.formats.length > 0,
    size: values.size !== null || values.streamed,
    frequency: values.frequency !== null,
    link: values.link !== '',
    holder: values.unitName !== '',
    contact: values.contact.email !== '' || values.contact.phone !== '',
  };
  return { asked: asked.length, missing: asked.filter((field) => !filled[field]) };
}
