import { Hono, type Context as HonoContext } from 'hono';
import { codeListsOfUnit, type Dataset, loadDataset, type Resource } from '../../../capabilities/catalog/index.ts';
import { changeDraftStructure } from '../../../capabilities/drafts/index.ts';
import { latestReading, type Reading } from '../../../capabilities/ingest/index.ts';
import { listComments } from '../../../capabilities/review/index.ts';
import { HTTP_STATUS } from '../../../kernel/errors.ts';
import type { ColumnProfile } from '../../../tabular/column.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { readingOf } from './passport-routes.tsx';
import { overtaken, seenBy } from './seen-dataset.tsx';
import { signedIn } from './signed-in.ts';
import { FIELDS_SHOWN, structureOfForm, withExamples } from './structure-form.ts';
import { StructurePage, structurePath } from './structure-page.tsx';

const PATH = '/cabinet/datasets/:id/structure';

/** The structure beside the passport: what each column means. */
export function structureRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      const resource = tableOf(dataset, visit.query.get('resource'));
      const structure = resource?.structure ?? { fields: [] };
      const reading = resource ? await latestReading(visit.ctx, resource.id) : await readingOf(visit.ctx, dataset);
      const page = pageOf(visit.query.get('page'), structure.fields.length);
      const lists = await codeListsOfUnit(visit.ctx, dataset.unitId);
      const said = await listComments(visit.ctx, dataset.id, { open: true });
      const comments = said.filter(({ place }) => place.kind === 'field' || place.kind === 'cell');
      return renderPage(
        c,
        <StructurePage
          visit={visit}
          data={{
            dataset,
            resource,
            readingId: reading?.id ?? null,
            columns: columnsIn(reading),
            structure,
            faults: [],
            page,
            lists,
            comments,
          }}
        />,
      );
    })
    .post(PATH, saveStructure);
}

/** The columns of a reading as they will be published. */
function columnsIn(reading: Reading | null): readonly ColumnProfile[] {
  return (reading?.mended?.inspection ?? reading?.inspection)?.columns ?? [];
}

/** The types follow at once: the typed table is written again where the person changed one. */
async function saveStructure(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id'));
  const form = await formOf(c);
  const resource = tableOf(dataset, form.text('resource'));
  const back = href(visit, `/cabinet/datasets/${dataset.id}/passport`);
  if (!resource) return c.redirect(back, 303);
  const { structure, faults } = structureOfForm(form, resource.structure);
  const page = pageOf(visit.query.get('page'), structure.fields.length);
  const reading = await latestReading(ctx, resource.id);
  const lists = await codeListsOfUnit(ctx, dataset.unitId);
  const columns = columnsIn(reading);
  const asTyped = { dataset, resource, readingId: reading?.id ?? null, columns, page, lists };
  if (faults.length > 0)
    return renderPage(c, <StructurePage visit={visit} data={{ ...asTyped, structure, faults }} />, 400);
  if (form.text('examples') === 'offer') {
    const offered = { ...asTyped, structure: withExamples(structure, columns), faults: [], offered: true };
    return renderPage(c, <StructurePage visit={visit} data={offered} />);
  }
  const error = await overtaken(changeDraftStructure(ctx, resource.id, structure, reading, seenBy(form)));
  if (error) {
    const fresh = await loadDataset(ctx, dataset.id);
    const stored = fresh.resources.find(({ id }) => id === resource.id) ?? null;
    const data = {
      dataset: fresh,
      resource: stored,
      readingId: reading?.id ?? null,
      faults: [],
      page,
      lists,
      overtaken: error,
    };
    const present = { ...data, structure: stored?.structure ?? { fields: [] } };
    return renderPage(c, <StructurePage visit={visit} data={present} />, HTTP_STATUS[error.kind]);
  }
  const more = page * FIELDS_SHOWN < structure.fields.length;
  const asked = form.text('to-page');
  const next = asked === '' ? more && page + 1 : pageOf(asked, structure.fields.length);
  return c.redirect(next ? href(visit, structurePath(dataset, resource, next)) : back, 303);
}

/** The table that was asked for, the first one otherwise. */
function tableOf({ resources }: Dataset, asked: string | null): Resource | null {
  return resources.find(({ id }) => id === asked) ?? resources.find(({ kind }) => kind === 'table') ?? null;
}

function pageOf(text: string | null, fields: number): number {
  const asked = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(1, asked), Math.max(1, Math.ceil(fields / FIELDS_SHOWN)));
}
