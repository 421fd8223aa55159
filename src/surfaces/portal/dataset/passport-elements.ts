import {
  type Card,
  compressionOf,
  euThemesOf,
  FREQUENCY_NAMES,
  fullDescription,
  groundInWords,
  LANGUAGES,
} from '../../../capabilities/catalog/index.ts';
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
 * @param community the area where the passport names none
 */
export function passportAsData(
  card: Card,
  versions: readonly Pick<Version, 'number' | 'publishedAt'>[],
  origin: string,
  downloads: readonly ListedDownload[],
  community: string,
) {
  const addresses = partAddresses(card, origin);
  const { passport } = card;
  return {
    identifier: card.number,
    nationalIdentifier: card.nationalId,
    title: passport.title,
    description: fullDescription(passport),
    withheld: passport.withheld ?? [],
    purpose: passport.purpose,
    ground: groundInWords(passport.ground),
    norm: passport.norm ?? null,
    language: passport.language,
    portalLanguage: LANGUAGES[passport.language].portal,
    formats: formatsOf(card),
    downloads,
    compression: compressionOf(passport, formatsOf(card)),
    firstPublishedAt: card.firstPublishedAt,
    changedAt: card.changedAt,
    dataAsOf: card.dataAsOf,
    frequency: passport.frequency,
    frequencyName: passport.frequency && FREQUENCY_NAMES[passport.frequency],
    keywords: passport.keywords,
    themes: passport.themes,
    euThemes: euThemesOf(passport),
    spatial: passport.spatial ?? [community],
    temporal: passport.temporal ?? null,
    url: addresses.dataset,
    structures: addresses.structures,
    publisher: { name: card.unit.name, edrpou: card.unit.edrpou, url: `${origin}/units/${card.unit.slug}` },
    responsible: {
      name: passport.responsibleName,
      post: passport.responsiblePost ?? '',
      email: passport.responsibleEmail,
      phone: passport.responsiblePhone ?? '',
    },
    contacts: passport.contacts ?? [],
    documents: passport.documents ?? [],
    related: (passport.related ?? []).map((id) => `${origin}/api/1/datasets/${id}`),
    state: card.state,
    version: card.versionNumber,
    versions: versions.map((version) => ({
      number: version.number,
      publishedAt: version.publishedAt.toISOString(),
      url: addresses.version(version.number),
    })),
    previousVersions: passport.previousUrl ?? null,
    reuse: portalTexts.uk.reuse.terms,
  };
}

/** The frequency in words; empty where the passport has none. */
export function frequencyWords(card: Pick<Card, 'passport'>, language: Language): string {
  const { frequency } = card.passport;
  return frequency ? inLanguage(FREQUENCY_NAMES[frequency], language) : '';
}
