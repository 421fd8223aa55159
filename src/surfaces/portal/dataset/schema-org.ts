import type { CommunityProfile } from '../../../capabilities/accounts/index.ts';
import type { Card, CardResource, StructureField } from '../../../capabilities/catalog/index.ts';
import { type ColumnFacts, downloadFormats, downloadPath } from '../../../capabilities/tables/index.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { themeName } from '../search/dataset-row.tsx';
import { partAddresses } from './passport-elements.ts';

/** What schema.org is told by: the card, and what the page knows of the table it shows. */
export interface SchemaOrgFacts {
  readonly card: Card;
  readonly profile: CommunityProfile | null;
  readonly origin: string;
  readonly language: Language;
  /** Of the resource on the page; null or empty where nothing is known. */
  readonly facts: ReadonlyMap<string, ColumnFacts> | null;
  /** Whether the city gives Parquet. */
  readonly parquet: boolean;
}

/** The law all data here are free under. */
const LAW = 'https://zakon.rada.gov.ua/laws/show/2939-17';
const NATIONAL_PORTAL = 'https://data.gov.ua/dataset/';

/** schema.org/Dataset, for search engines: what Google Dataset Search asks and recommends. */
export function schemaOrgDataset(said: SchemaOrgFacts) {
  const { card, origin, language, profile, facts } = said;
  const addresses = partAddresses(card, origin);
  const { passport } = card;
  const fields = card.resources.flatMap((resource) => resource.fields.filter((field) => field.sensitivity === 'open'));
  const unit = {
    '@type': 'GovernmentOrganization',
    name: card.unit.name,
    url: `${origin}/units/${card.unit.slug}`,
    identifier: card.unit.edrpou ?? undefined,
    parentOrganization: profile ? { '@type': 'GovernmentOrganization', name: profile.name } : undefined,
    contactPoint: passport.responsibleEmail
      ? {
          '@type': 'ContactPoint',
          contactType: 'data',
          name: passport.responsibleName || undefined,
          email: passport.responsibleEmail,
        }
      : undefined,
  };
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': addresses.dataset,
    url: addresses.dataset,
    name: passport.title,
    description: descriptionOf(card),
    identifier: [card.number, ...(card.nationalId ? [card.nationalId] : [])],
    sameAs: card.nationalId ? `${NATIONAL_PORTAL}${encodeURIComponent(card.nationalId)}` : undefined,
    keywords: [...passport.keywords, ...passport.themes.map((code) => themeName(code, language))],
    inLanguage: passport.language,
    isAccessibleForFree: true,
    license: LAW,
    usageInfo: `${addresses.dataset}#reuse`,
    conditionsOfAccess: portalTexts[language].reuse.terms,
    creator: unit,
    publisher: unit,
    datePublished: card.firstPublishedAt,
    dateModified: card.changedAt,
    version: String(card.versionNumber),
    temporalCoverage: timeCovered(fields, facts) ?? undefined,
    spatialCoverage: profile ? placeCovered(profile, fields, facts) : undefined,
    includedInDataCatalog: { '@type': 'DataCatalog', name: profile?.name, url: origin },
    image: `${addresses.dataset}/picture.png`,
    variableMeasured: fields.map((field) => variable(field, facts?.get(field.name))),
    // what is suspended has no files to offer
    distribution: card.state === 'published' ? card.resources.flatMap((resource) => distributions(resource, said)) : [],
  };
}

/** Google asks for 50 characters at least: a short description is continued by the purpose. */
function descriptionOf({ passport }: Card): string {
  const { title, description, purpose } = passport;
  const said = description.length >= 50 ? [description] : [description || title, purpose];
  return said.filter(Boolean).join(' ').slice(0, 5000);
}

function variable(field: StructureField, held: ColumnFacts | undefined) {
  const numbers = (field.type === 'integer' || field.type === 'decimal') && !field.identifier;
  const end = (value: string | null | undefined) => (numbers && value != null ? Number(value) : undefined);
  return {
    '@type': 'PropertyValue',
    name: field.title,
    alternateName: field.name,
    description: field.purpose || undefined,
    unitText: field.unit || undefined,
    minValue: end(held?.least),
    maxValue: end(held?.most),
  };
}

/** From the first day in the data to the last, over the columns of days; null where there is none. */
export function timeCovered(fields: readonly StructureField[], facts: SchemaOrgFacts['facts']): string | null {
  const days = fields
    .filter(({ type }) => type === 'date' || type === 'datetime')
    .flatMap(({ name }) => {
      const held = facts?.get(name);
      return held?.least && held.most ? [held.least.slice(0, 10), held.most.slice(0, 10)] : [];
    })
    .sort();
  return days.length === 0 ? null : `${days[0]}/${days.at(-1)}`;
}

/** The community by its code, and the box of the places in the data where there are any. */
function placeCovered(profile: CommunityProfile, fields: readonly StructureField[], facts: SchemaOrgFacts['facts']) {
  const ends = (part: 'latitude' | 'longitude') => {
    const held = facts?.get(fields.find((field) => field.geometry === part)?.name ?? '');
    return held?.least && held.most ? [held.least, held.most] : null;
  };
  const [south, north] = ends('latitude') ?? [];
  const [west, east] = ends('longitude') ?? [];
  const box = south && west && north && east ? `${south} ${west} ${north} ${east}` : null;
  return {
    '@type': 'Place',
    name: profile.name,
    identifier: profile.katottg
      ? { '@type': 'PropertyValue', propertyID: 'КАТОТТГ', value: profile.katottg }
      : undefined,
    geo: box ? { '@type': 'GeoShape', box } : undefined,
  };
}

function distributions(resource: CardResource, { origin, language, parquet }: SchemaOrgFacts) {
  const download = (contentUrl: string, encodingFormat: string, name: string, contentSize?: string) => ({
    '@type': 'DataDownload',
    name,
    contentUrl,
    encodingFormat,
    contentSize,
  });
  if (resource.kind === 'link') return [download(resource.url ?? '', 'API', resource.title)];
  const { tableId, file } = resource;
  if (tableId === null) {
    const size = file ? `${file.size} B` : undefined;
    return [download(`${origin}/file/${resource.id}`, resource.formats[0] ?? '', resource.title, size)];
  }
  return downloadFormats(resource.fields, { parquet, rows: resource.rows }).map(({ format, label, mediaType }) =>
    download(
      `${origin}${downloadPath(tableId, format)}`,
      mediaType.split(';')[0] ?? mediaType,
      `${resource.title}, ${inLanguage(label, language)}`,
    ),
  );
}
