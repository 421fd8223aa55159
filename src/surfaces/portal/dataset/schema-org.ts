import type { Card } from '../../../capabilities/catalog/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { themeName } from '../search/dataset-row.tsx';
import { partAddresses } from './passport-elements.ts';

/** schema.org/Dataset, for search engines. */
export function schemaOrgDataset(card: Card, origin: string, language: Language) {
  const addresses = partAddresses(card, origin);
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': addresses.dataset,
    url: addresses.dataset,
    name: card.passport.title,
    description: card.passport.description || card.passport.title,
    identifier: [card.number, ...(card.nationalId ? [card.nationalId] : [])],
    keywords: [...card.passport.keywords, ...card.passport.themes.map((code) => themeName(code, language))],
    inLanguage: card.passport.language,
    isAccessibleForFree: true,
    license: 'https://zakon.rada.gov.ua/laws/show/2939-17',
    creator: { '@type': 'GovernmentOrganization', name: card.unit.name, identifier: card.unit.edrpou ?? undefined },
    datePublished: card.firstPublishedAt,
    dateModified: card.changedAt,
    version: String(card.versionNumber),
    includedInDataCatalog: { '@type': 'DataCatalog', url: origin },
    variableMeasured: card.resources.flatMap((resource) =>
      resource.fields.filter((field) => field.sensitivity === 'open').map((field) => field.title),
    ),
    // what is suspended has no files to offer
    distribution:
      card.state === 'published' ? card.resources.flatMap((resource) => distributions(resource, origin)) : [],
  };
}

interface DataDownload {
  readonly '@type': 'DataDownload';
  readonly contentUrl: string;
  readonly encodingFormat: string;
}

function distributions(resource: Card['resources'][number], origin: string): DataDownload[] {
  if (resource.kind === 'link')
    return [{ '@type': 'DataDownload', contentUrl: resource.url ?? '', encodingFormat: 'API' }];
  if (resource.tableId === null) {
    return [
      {
        '@type': 'DataDownload',
        contentUrl: `${origin}/file/${resource.id}`,
        encodingFormat: resource.formats[0] ?? '',
      },
    ];
  }
  const types: Record<string, string> = { CSV: 'text/csv', JSON: 'application/json' };
  return ['CSV', 'JSON'].map((format) => ({
    '@type': 'DataDownload',
    contentUrl: `${origin}/download/${resource.tableId}.${format.toLowerCase()}`,
    encodingFormat: types[format] ?? '',
  }));
}
