import type { Context as HonoContext } from 'hono';
import {
  type Card,
  type CardResource,
  type ExportTools,
  referredTables,
  shownListsOfFields,
  structureAsCsv,
  structureAsCsvw,
  structureAsTableSchema,
  structureAsXsd,
} from '../../../capabilities/catalog/index.ts';
import { listedDownloadPath } from '../../../capabilities/tables/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';

/** Forms a structure is given in, by the ending of the address; `csvw` at an address of its own, `…/csv-metadata.json`. */
export const STRUCTURE_FORMS = ['json', 'csv', 'xsd', 'csvw'] as const;
export type StructureForm = (typeof STRUCTURE_FORMS)[number];

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

/** What exports of a resource's structure have to know: its code lists, the tables it refers to, addresses. */
export async function exportTools(c: HonoContext<SurfaceEnv>, resource: CardResource): Promise<ExportTools> {
  const { ctx, origin } = c.get('visit');
  return {
    sign: resource.decimalSign ?? 'dot',
    lists: await shownListsOfFields(ctx, resource.fields),
    codeListsAt: `${origin}/code-lists`,
    tables: await referredTables(ctx, resource.fields),
    datasetsAt: `${origin}/datasets`,
    csvOf: ({ tableId }) => {
      const path = tableId === null ? null : listedDownloadPath(tableId, 'CSV');
      return path && `${origin}${path}`;
    },
  };
}

/** The structure of a resource as a file: Table Schema, CSV, XML Schema or metadata of CSV on the Web. */
export async function sendStructure(
  c: HonoContext<SurfaceEnv>,
  card: Card,
  resource: CardResource,
  form: StructureForm,
): Promise<Response> {
  const { origin } = c.get('visit');
  const structure = { fields: [...resource.fields] };
  const tools = await exportTools(c, resource);
  const { title, language } = card.passport;
  if (form === 'json') return c.json(structureAsTableSchema(structure, tools), 200, OPEN);
  if (form === 'csvw') {
    const path = resource.tableId === null ? null : listedDownloadPath(resource.tableId, 'CSV');
    const url = `${origin}${path ?? `/datasets/${card.slug}`}`;
    const words = structureAsCsvw(structure, { title: resource.title || title, url, language }, tools);
    return c.json(words, 200, { ...OPEN, 'content-type': 'application/csvm+json; charset=utf-8' });
  }
  const place = card.resources.length > 1 ? `-${card.resources.indexOf(resource) + 1}` : '';
  const headers = {
    ...OPEN,
    'content-disposition': `attachment; filename="${card.slug}${place}-structure.${form}"`,
  };
  if (form === 'csv')
    return c.body(structureAsCsv(structure, tools), 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' });
  const text = structureAsXsd(structure.fields, {
    title,
    decimalSign: tools.sign ?? 'dot',
    lists: tools.lists ?? new Map(),
  });
  return c.body(text, 200, { ...headers, 'content-type': 'application/xml; charset=utf-8' });
}
