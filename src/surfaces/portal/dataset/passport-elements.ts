import { type Card, FREQUENCY_NAMES, groundInWords } from '../../../capabilities/catalog/index.ts';
import type { Version } from '../../../capabilities/publishing/index.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { formatsOf } from '../search/dataset-row.tsx';
import type { ListedDownload } from './download-list.ts';

/** Addresses of a dataset's parts, absolute. */
export function partAddresses(card: Pick<Card, 'slug' | 'resources'>, origin: string) {
  const dataset = `${origin}/datasets/${card.slug}`;
  const tables = card.resources.filter((resource) => resource.kind === 'table');
  return {
    dataset,
    passport: `${dataset}/passport.json`,
    structures: tables.map((resource) => `${dataset}/structure/${resource.id}.json`),
    version: (number: number) => `${dataset}/versions/${number}`,
  };
}

/**
 * The passport as data: the elements of resolution 835 under stable English names, sentences in the dataset's own language.
 * Element numbers follow the order of the resolution.
 */
export function passportAsData(
  card: Card,
  versions: readonly Pick<Version, 'number' | 'publishedAt'>[],
  origin: string,
  downloads: readonly ListedDownload[] = [],
) {
  const addresses = partAddresses(card, origin);
  const { passport } = card;
  return {
    identifier: card.number,
    nationalIdentifier: card.nationalId,
    title: passport.title,
    description: passport.description,
    purpose: passport.purpose,
    ground: groundInWords(passport.ground),
    language: passport.language,
    formats: formatsOf(card),
    downloads,
    compression: null,
    firstPublishedAt: card.firstPublishedAt,
    changedAt: card.changedAt,
    dataAsOf: card.dataAsOf,
    frequency: passport.frequency,
    frequencyName: passport.frequency && FREQUENCY_NAMES[passport.frequency],
    keywords: passport.keywords,
    themes: passport.themes,
    url: addresses.dataset,
    structures: addresses.structures,
    publisher: { name: card.unit.name, edrpou: card.unit.edrpou, url: `${origin}/units/${card.unit.slug}` },
    responsible: { name: passport.responsibleName, email: passport.responsibleEmail },
    state: card.state,
    version: card.versionNumber,
    versions: versions.map((version) => ({
      number: version.number,
      publishedAt: version.publishedAt.toISOString(),
      url: addresses.version(version.number),
    })),
    reuse: portalTexts.uk.reuse.terms,
  };
}

/** The frequency in words; empty where the passport has none. */
export function frequencyWords(card: Pick<Card, 'passport'>, language: Language): string {
  const { frequency } = card.passport;
  return frequency ? inLanguage(FREQUENCY_NAMES[frequency], language) : '';
}
