import type { Context as HonoContext } from 'hono';
import {
  type Card,
  type CodeList,
  codeListResource,
  structureAsTableSchema,
} from '../../../capabilities/catalog/index.ts';
import { listedDownloadPath } from '../../../capabilities/tables/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { exportTools } from './structure-file.ts';

/**
 * The dataset as a Frictionless Data Package: its tables as CSV with their schemas, and every code list they use beside them, so that whoever takes
 * the package has what the codes mean. Foreign keys of other datasets refer to it.
 */
export async function sendDataPackage(c: HonoContext<SurfaceEnv>, card: Card): Promise<Response> {
  const { origin } = c.get('visit');
  const lists = new Map<string, CodeList>();
  const resources: unknown[] = [];
  for (const resource of card.resources) {
    const path = resource.tableId === null ? null : listedDownloadPath(resource.tableId, 'CSV');
    if (!path) continue;
    const tools = await exportTools(c, resource);
    for (const [id, list] of tools.lists ?? []) lists.set(id, list);
    resources.push({
      name: resource.id,
      title: resource.title,
      path: `${origin}${path}`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: structureAsTableSchema({ fields: [...resource.fields] }, tools),
    });
  }
  const { title, description, keywords } = card.passport;
  const body = {
    profile: 'data-package',
    name: card.slug,
    id: card.datasetId,
    title,
    description,
    version: String(card.versionNumber),
    created: card.firstPublishedAt,
    homepage: `${origin}/datasets/${card.slug}`,
    keywords,
    resources: [
      ...resources,
      ...[...lists.values()].map((list) => codeListResource(list, `${origin}/code-lists/${list.slug}`)),
    ],
  };
  return c.json(body, 200, { 'access-control-allow-origin': '*' });
}
