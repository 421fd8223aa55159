import { Hono, type Context as HonoContext } from 'hono';
import { z } from 'zod';
import {
  codeListsOfUnit,
  type Dataset,
  loadDataset,
  type Resource,
  referredTables,
} from '../../../capabilities/catalog/index.ts';
import { type LinkChange, listSharedFields, setLinks, suggestLinks } from '../../../capabilities/dictionary/index.ts';
import { latestReading, suggestKey } from '../../../capabilities/ingest/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import { goTo, readLists, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { LinksPage } from './links-page.tsx';

const PATH = '/cabinet/datasets/:id/keys';

const Name = z.string().max(63);
const Posted: z.ZodType<LinkChange> = z.discriminatedUnion('what', [
  z.object({ what: z.literal('field'), column: Name, id: z.uuid().nullable() }),
  z.object({ what: z.literal('list'), column: Name, id: z.uuid().nullable() }),
  z.object({ what: z.literal('table'), column: Name, to: z.object({ resource: z.uuid(), field: Name }).nullable() }),
  z.object({ what: z.literal('key'), columns: z.array(Name), resource: z.uuid(), to: z.array(Name) }),
]);

/** `/cabinet/datasets/…/keys`: what tells a row, and what columns are bound to. */
export function linksRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, signedInOnly, (c) => showLinks(c, null))
    .post(PATH, signedInOnly, smallForms, async (c) => {
      const { ctx, query } = c.get('visit');
      const { resource } = tableOf(await loadDataset(ctx, c.req.param('id')), query.get('r'));
      const { lists } = await readLists(c);
      if (!resource) return goTo(c, `/cabinet/datasets/${c.req.param('id')}/links`);
      if (lists.what?.includes('find-key')) return showLinks(c, await foundKey(c.get('visit'), resource));
      const wanted = [...(lists.loose ?? []), ...(lists.what?.includes('link') ? (lists.link ?? []) : [])].map(
        changeOf,
      );
      const key: LinkChange[] = lists.what?.includes('identifier')
        ? [{ what: 'identifier', columns: lists.key ?? [] }]
        : [];
      await setLinks(ctx, resource.id, [...wanted, ...key]);
      return goTo(c, `/cabinet/datasets/${c.req.param('id')}/links?r=${resource.id}&done=saved`);
    });
}

function changeOf(text: string): LinkChange {
  const parsed = Posted.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  throw new RequestError('invalid', 'link-unknown', {
    uk: 'Цей зв’язок не впізнано. Оновіть сторінку й оберіть ще раз.',
    en: 'That link was not recognised. Reload the page and choose again.',
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function foundKey({ ctx }: Visit, resource: Resource): Promise<string[]> {
  const reading = await latestReading(ctx, resource.id);
  const indexes = reading ? await suggestKey(ctx, reading.id) : [];
  return resource.structure.fields.flatMap(({ name, sourceColumn }) =>
    sourceColumn !== null && indexes.includes(sourceColumn) ? [name] : [],
  );
}

function tableOf(dataset: Dataset, asked: string | null): { tables: Resource[]; resource: Resource | null } {
  const tables = dataset.resources.filter(({ kind }) => kind === 'table');
  return { tables, resource: tables.find(({ id }) => id === asked) ?? tables[0] ?? null };
}

async function showLinks(c: HonoContext<SurfaceEnv, typeof PATH>, key: readonly string[] | null): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id'));
  const { tables, resource } = tableOf(dataset, visit.query.get('r'));
  const fields = resource?.structure.fields ?? [];
  const titles = dataset.resources.map(({ id, title }) => [id, { datasetTitle: title }] as const);
  const view = {
    dataset,
    tables,
    resource,
    suggestions: resource ? await suggestLinks(ctx, dataset, resource) : [],
    fields: await listSharedFields(ctx),
    lists: await codeListsOfUnit(ctx, dataset.unitId),
    referred: new Map([...titles, ...(await referredTables(ctx, fields))]),
    foundKey: key,
    hasFile: resource !== null && (await latestReading(ctx, resource.id)) !== null,
  };
  return show(c, <LinksPage visit={visit} view={view} />);
}
