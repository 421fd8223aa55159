import type { Context as HonoContext } from 'hono';
import {
  type Card,
  type CardResource,
  structureAsCsv,
  structureAsTableSchema,
  structureAsXsd,
} from '../../../capabilities/catalog/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';

/** Forms a structure is given in, by the ending of the address. */
export const STRUCTURE_FORMS = ['json', 'csv', 'xsd'] as const;
export type StructureForm = (typeof STRUCTURE_FORMS)[number];

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

/** The structure of a resource as a file: Table Schema, CSV or XML Schema. */
export function sendStructure(
  c: HonoContext<SurfaceEnv>,
  card: Card,
  resource: CardResource,
  form: StructureForm,
): Response {
  const structure = { fields: [...resource.fields] };
  const decimalSign = resource.decimalSign ?? 'dot';
  if (form === 'json') return c.json(structureAsTableSchema(structure, decimalSign), 200, OPEN);
  const place = card.resources.length > 1 ? `-${card.resources.indexOf(resource) + 1}` : '';
  const headers = {
    ...OPEN,
    'content-disposition': `attachment; filename="${card.slug}${place}-structure.${form}"`,
  };
  if (form === 'csv') {
    const text = structureAsCsv(structure, decimalSign);
    return c.body(text, 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' });
  }
  const subject = { title: card.passport.title, decimalSign };
  const text = structureAsXsd(structure.fields, subject);
  return c.body(text, 200, { ...headers, 'content-type': 'application/xml; charset=utf-8' });
}
