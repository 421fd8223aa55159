import { z } from '@hono/zod-openapi';
import {
  type Card,
  type CardResource,
  COLUMN_TYPES,
  COMPRESSIONS,
  compressionOf,
  DATA_LANGUAGES,
  EU_THEME_CODES,
  euThemesOf,
  FREQUENCIES,
  fullDescription,
  groundInWords,
  RESTRICTIONS,
} from '../../capabilities/catalog/index.ts';
import { listedDownloadPath } from '../../capabilities/tables/index.ts';

const Text = z.object({ uk: z.string(), en: z.string() }).openapi('Text');

const instant = (description: string) => z.iso.datetime({ offset: true }).describe(description);

const Field = z
  .object({
    name: z.string(),
    title: z.string(),
    type: z.enum(COLUMN_TYPES),
    format: z.string(),
    unit: z.string().describe('Unit of measure; empty where there is none'),
    purpose: z.string(),
    required: z.boolean(),
    identifier: z.boolean().describe('Part of the row’s identifier'),
    geometry: z.enum(['latitude', 'longitude', 'shape']).nullable(),
    allowed: z.array(z.string()).optional().describe('The only values the field may have'),
    codeList: z.string().optional().describe('Id of the code list whose codes are the only values'),
    examples: z.array(z.string()).optional(),
    reference: z
      .object({ resource: z.string(), field: z.string(), key: z.string().optional() })
      .optional()
      .describe('Its values stand in that field of that resource; fields of one key refer to a row together'),
  })
  .openapi('Field');

const Resource = z
  .object({
    id: z.string(),
    kind: z.enum(['table', 'document', 'archive', 'geo', 'link']),
    title: z.string(),
    formats: z.array(z.string()),
    rows: z.number().int().nullable().describe('Rows of a table; null otherwise'),
    fields: z.array(Field),
    downloads: z.array(z.object({ format: z.string(), url: z.string() })),
    rowsUrl: z.string().nullable().describe('The row API of the version published now; null where there is no table'),
    structureUrl: z.string().nullable().describe('Table Schema of the table'),
    url: z.string().nullable().describe('The address of an API elsewhere; null otherwise'),
    file: z.object({ name: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
  })
  .openapi('Resource');

const Ground = z
  .object({
    kind: z.enum(['resolution-835', 'local-list', 'own-initiative']),
    text: Text,
    section: z.string().nullable().describe('Heading of the list of resolution 835'),
    number: z.number().int().nullable().describe('Item under that heading'),
    item: z.string().nullable().describe('Item of the local list'),
  })
  .openapi('Ground');

const Contact = z
  .object({ name: z.string(), post: z.string(), email: z.string(), phone: z.string() })
  .openapi('Contact');

/** A dataset as the API tells it: the elements of the passport by clear names, resources with their addresses. */
export const DatasetAnswer = z
  .object({
    id: z.string(),
    number: z.string().describe('Identification number'),
    nationalId: z.string().nullable().describe('Its id on data.gov.ua'),
    slug: z.string(),
    state: z.enum(['published', 'suspended']),
    title: z.string(),
    description: z.string().describe('Ends with what is withheld and under which restriction'),
    withheld: z.array(z.object({ what: z.string(), kind: z.enum(RESTRICTIONS) })),
    norm: z.string().nullable().describe('Law or order the information is kept by'),
    purpose: z.string().describe('On what ground and why the information is collected'),
    language: z.enum(DATA_LANGUAGES).describe('Language of the data'),
    frequency: z.enum(FREQUENCIES).nullable().describe('How often the data are updated'),
    keywords: z.array(z.string()),
    themes: z.array(z.string()).describe('Codes of the national portal’s themes'),
    euThemes: z.array(z.enum(EU_THEME_CODES)).describe('Codes of authority/data-theme'),
    spatial: z.array(z.string()).describe('KATOTTG codes or names; empty: the whole community'),
    temporal: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
    compression: z.enum(COMPRESSIONS).nullable(),
    related: z.array(z.string()).describe('Ids of datasets that belong together with this one'),
    documents: z.array(z.object({ title: z.string(), url: z.string() })),
    ground: Ground.describe('Why the dataset is published'),
    publisher: z.object({ id: z.string(), name: z.string(), slug: z.string(), edrpou: z.string().nullable() }),
    responsible: Contact,
    contacts: z.array(Contact).describe('Further people to ask'),
    previousVersions: z.string().nullable().describe('Where versions from before this portal are'),
    firstPublishedAt: instant('First publication'),
    changedAt: instant('Last change'),
    dataAsOf: instant('The data are true as of'),
    version: z.number().int(),
    closure: z
      .object({ reason: z.string(), order: z.string(), reviewOn: z.string().nullable(), at: z.string() })
      .nullable()
      .describe('Suspended datasets: ground, order, day of review'),
    resources: z.array(Resource),
    links: z.object({ self: z.string(), page: z.string(), passport: z.string() }),
  })
  .openapi('Dataset');

/** A page of datasets. */
export const DatasetList = z
  .object({
    count: z.number().int().describe('How many datasets answer in all'),
    understood: z
      .string()
      .nullable()
      .describe('The question with its typing errors mended, when the answer is to that one; null: answered as typed'),
    results: z.array(DatasetAnswer),
  })
  .openapi('DatasetList');

/** What every refusal of the API looks like. */
export const Refusal = z
  .object({
    error: z.object({
      code: z.string(),
      message: Text,
      fields: z.array(z.object({ field: z.string(), message: Text })),
    }),
  })
  .openapi('Refusal');

function downloadsOf(resource: CardResource, origin: string): { format: string; url: string }[] {
  const { id, kind, tableId, formats, file, url } = resource;
  if (kind === 'link') return url === null ? [] : [{ format: formats[0] ?? 'API', url }];
  const downloads = formats.flatMap((format) => {
    const path = tableId === null ? null : listedDownloadPath(tableId, format);
    return path === null ? [] : [{ format, url: `${origin}${path}` }];
  });
  if (file === null) return downloads;
  const format = (file.name.includes('.') ? file.name.split('.').at(-1) : formats[0]) ?? '';
  return [...downloads, { format: format.toUpperCase(), url: `${origin}/file/${id}` }];
}

function resourceAnswer(resource: CardResource, card: Card, origin: string): z.infer<typeof Resource> {
  const { id, kind, title, formats, rows, url, file, tableId } = resource;
  const open = resource.fields.filter((field) => field.sensitivity === 'open');
  return {
    id,
    kind,
    title,
    formats: [...formats],
    rows,
    fields: open.map(({ sensitivity: _open, sourceColumn: _own, sharedField: _shared, ...field }) => field),
    downloads: downloadsOf(resource, origin),
    rowsUrl: tableId === null ? null : `${origin}/api/rows/${id}`,
    structureUrl: tableId === null ? null : `${origin}/datasets/${card.slug}/structure/${id}.json`,
    url,
    file: file && { name: file.name, size: file.size, sha256: file.sha256 },
  };
}

function groundAnswer({ ground }: Card['passport']): z.infer<typeof Ground> {
  const { kind } = ground;
  return {
    kind,
    text: groundInWords(ground),
    section: kind === 'resolution-835' ? ground.section : null,
    number: kind === 'resolution-835' ? ground.number : null,
    item: kind === 'local-list' ? ground.item : null,
  };
}

/** What a person wrote in the passport; what is not said is empty or null. */
function wordsAnswer({ passport, resources }: Card) {
  return {
    description: fullDescription(passport),
    withheld: passport.withheld ?? [],
    norm: passport.norm ?? null,
    purpose: passport.purpose,
    language: passport.language,
    frequency: passport.frequency,
    keywords: passport.keywords,
    themes: passport.themes,
    euThemes: euThemesOf(passport),
    spatial: passport.spatial ?? [],
    temporal: passport.temporal ?? null,
    compression: compressionOf(
      passport,
      resources.flatMap(({ formats }) => formats),
    ),
    related: passport.related ?? [],
    documents: passport.documents ?? [],
    responsible: {
      name: passport.responsibleName,
      post: passport.responsiblePost ?? '',
      email: passport.responsibleEmail,
      phone: passport.responsiblePhone ?? '',
    },
    contacts: passport.contacts ?? [],
    previousVersions: passport.previousUrl ?? null,
  };
}

/**
 * The card as the API tells it. A suspended dataset keeps its passport and says why; its data are not given.
 * @param origin scheme and host, no slash at the end
 */
export function datasetAnswer(card: Card, origin: string): z.infer<typeof DatasetAnswer> {
  const { passport, unit, slug } = card;
  const isOpen = card.state === 'published';
  return {
    id: card.datasetId,
    number: card.number,
    nationalId: card.nationalId,
    slug,
    state: isOpen ? 'published' : 'suspended',
    title: passport.title,
    ...wordsAnswer(card),
    ground: groundAnswer(passport),
    publisher: { id: unit.id, name: unit.name, slug: unit.slug, edrpou: unit.edrpou },
    firstPublishedAt: card.firstPublishedAt,
    changedAt: card.changedAt,
    dataAsOf: card.dataAsOf,
    version: card.versionNumber,
    closure: card.closure,
    resources: isOpen ? card.resources.map((resource) => resourceAnswer(resource, card, origin)) : [],
    links: {
      self: `${origin}/api/1/datasets/${slug}`,
      page: `${origin}/datasets/${slug}`,
      passport: `${origin}/datasets/${slug}/passport.json`,
    },
  };
}

/** How the description of the API tells an answer of JSON. */
export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
