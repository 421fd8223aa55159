import { Hono, type Context as HonoContext } from 'hono';
import { findUnit } from '../../../capabilities/accounts/index.ts';
import {
  changePassport,
  type Dataset,
  findRequiredItem,
  listRequiredItems,
  loadDataset,
  type Passport,
  passportFaults,
  type RequiredItem,
  searchRequiredItems,
} from '../../../capabilities/catalog/index.ts';
import { fillFromRequiredItem, titleOfFile } from '../../../capabilities/drafts/index.ts';
import { latestReading, type Reading } from '../../../capabilities/ingest/index.ts';
import { type FieldFault, HTTP_STATUS, type RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { itemName } from './item-form.tsx';
import { PASSPORT_FIELDS, type PassportField, passportOfForm } from './passport-form.ts';
import { type PassportData, PassportPage } from './passport-page.tsx';
import { overtaken, seenBy } from './seen-dataset.tsx';
import { signedIn } from './signed-in.ts';

const PATH = '/cabinet/datasets/:id/passport';

/** Screen 4: the passport, filled as far as it can be; an item of the 835 list fills the most of it. */
export function passportRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      const query = visit.query.get('item');
      const found = query === null ? null : { query, items: searchRequiredItems(query, 8) };
      const filledBy = itemOfValue(visit.query.get('filled'));
      const named = await namedByFile(visit.ctx, dataset);
      const asked = PASSPORT_FIELDS.filter(
        (field) => visit.query.getAll('open').includes(field) || (field === 'title' && named),
      );
      return page(c, visit, dataset, { passport: dataset.passport, faults: [], asked, found, filledBy });
    })
    .post(PATH, savePassport)
    .post(`${PATH}/item`, fillFromItem);
}

interface Shown {
  readonly passport: Passport;
  readonly faults: readonly FieldFault[];
  readonly asked?: readonly PassportField[];
  readonly found?: PassportData['found'];
  readonly filledBy?: RequiredItem | null;
  readonly overtaken?: RequestError;
}

async function page(c: HonoContext<SurfaceEnv>, visit: Visit, dataset: Dataset, shown: Shown): Promise<Response> {
  const missing = new Set([...passportFaults(shown.passport), ...shown.faults].map(({ field }) => field));
  const open = new Set(PASSPORT_FIELDS.filter((field) => missing.has(field) || shown.asked?.includes(field)));
  const unit = await findUnit(visit.ctx, dataset.unitId);
  const data: PassportData = {
    dataset,
    unitName: unit?.name ?? '',
    reading: await readingOf(visit.ctx, dataset),
    passport: shown.passport,
    open,
    faults: shown.faults,
    found: shown.found ?? null,
    filledBy: shown.filledBy ?? null,
    overtaken: shown.overtaken ?? null,
  };
  const status = shown.overtaken ? HTTP_STATUS[shown.overtaken.kind] : shown.faults.length > 0 ? 400 : 200;
  return renderPage(c, <PassportPage visit={visit} data={data} />, status);
}

/** The newest file of the dataset's first resource that has one. */
export async function readingOf(ctx: Context, dataset: Dataset): Promise<Reading | null> {
  for (const { id } of dataset.resources) {
    const reading = await latestReading(ctx, id);
    if (reading) return reading;
  }
  return null;
}

/** The title is still only the file's name: a person is asked for a better one. */
async function namedByFile(ctx: Context, dataset: Dataset): Promise<boolean> {
  const reading = dataset.state === 'draft' ? await readingOf(ctx, dataset) : null;
  return reading !== null && dataset.passport.title === titleOfFile(reading.fileName);
}

/** Saves whatever can be kept, then goes on, or stays and says what is missing. */
async function savePassport(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  const form = await formOf(c);
  const { passport, faults } = passportOfForm(form, dataset.passport);
  const opened = PASSPORT_FIELDS.filter((field) => form.text('open') === field);
  if (faults.length > 0) return page(c, visit, dataset, { passport, faults, asked: opened });
  const shown = form.all('shown');
  const error = await overtaken(changePassport(visit.ctx, dataset.id, passport, seenBy(form)));
  const saved = await loadDataset(visit.ctx, dataset.id);
  if (error) {
    const typed = passportOfForm(form, saved.passport).passport;
    const asked = PASSPORT_FIELDS.filter((field) => shown.includes(field));
    return page(c, visit, saved, { passport: typed, faults: [], asked, overtaken: error });
  }
  if (opened.length > 0) {
    const asked = PASSPORT_FIELDS.filter((field) => opened.includes(field) || shown.includes(field));
    return page(c, visit, saved, { passport: saved.passport, faults: [], asked });
  }
  const left = passportFaults(saved.passport);
  if (form.text('to') === 'publish' && left.length > 0)
    return page(c, visit, saved, { passport: saved.passport, faults: left });
  const to = form.text('to') === 'structure' ? 'structure' : 'publish';
  return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/${to}`), 303);
}

/** An item by its value in a form or an address: `["section",number]`. */
function itemOfValue(value: string | null): RequiredItem | null {
  const match = /^\["(.+)",(\d+)\]$/.exec(value ?? '');
  return match?.[1] ? findRequiredItem(match[1].replaceAll('\\"', '"'), Number(match[2])) : null;
}

async function fillFromItem(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id') ?? '');
  const form = await formOf(c);
  const typed = form.text('item');
  const item =
    itemOfValue(form.text('exact')) ??
    listRequiredItems().find((one) => itemName(one) === typed || one.title === typed) ??
    null;
  const back = href(visit, `/cabinet/datasets/${dataset.id}/passport`);
  if (!item) return c.redirect(`${back}?${new URLSearchParams({ item: typed })}`, 303);
  const reading = await readingOf(ctx, dataset);
  await fillFromRequiredItem(ctx, dataset, item, reading);
  return c.redirect(`${back}?${new URLSearchParams({ filled: JSON.stringify([item.section, item.number]) })}`, 303);
}
