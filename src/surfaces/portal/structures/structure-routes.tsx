import { Readable } from 'node:stream';
import { Hono, type Context as HonoContext } from 'hono';
import {
  allStandards,
  emptyFileCsv,
  emptyFileSheets,
  findStandard,
  standardFieldsAsCsv,
  structureOfStandard,
} from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Standard } from '../../../tabular/standards/index.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { STRUCTURES_PATH, StructurePage, StructuresPage } from './structures-page.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** `/open-data/structures`: every structure with its fields, as pages, as CSV, and as an empty file to fill in. */
export function structureRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(STRUCTURES_PATH, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <StructuresPage visit={visit} standards={await allStandards(visit.ctx)} />);
  });
  routes.get(`${STRUCTURES_PATH}/:key`, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <StructurePage visit={visit} standard={await found(c, c.req.param('key'))} />);
  });
  routes.get(`${STRUCTURES_PATH}/:key/fields.csv`, async (c) => {
    const { key, fields } = await found(c, c.req.param('key'));
    return c.body(standardFieldsAsCsv(fields), 200, file(`${key}-structure.csv`, CSV));
  });
  routes.get(`${STRUCTURES_PATH}/:key/template.csv`, async (c) => {
    const { key, fields } = await found(c, c.req.param('key'));
    return c.body(emptyFileCsv(structureOfStandard(fields).fields), 200, file(`${key}.csv`, CSV));
  });
  routes.get(`${STRUCTURES_PATH}/:key/template.xlsx`, async (c) => {
    const { key, fields } = await found(c, c.req.param('key'));
    const book = writeWorkbook(emptyFileSheets(structureOfStandard(fields).fields));
    return c.body(Readable.toWeb(Readable.from(book)) as ReadableStream<Uint8Array>, 200, file(`${key}.xlsx`, XLSX));
  });
  return routes;
}

const file = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
});

async function found(c: HonoContext<SurfaceEnv>, key: string): Promise<Standard> {
  const standard = await findStandard(c.get('visit').ctx, key);
  if (standard) return standard;
  throw new RequestError('not-found', 'standard-not-found', {
    uk: 'Такої структури немає. Перевірте адресу або відкрийте перелік структур.',
    en: 'There is no such structure. Check the address or open the list of structures.',
  });
}
