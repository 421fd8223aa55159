import { Hono, type Context as HonoContext } from 'hono';
import { findUnit } from '../../../capabilities/accounts/index.ts';
import {
  type Dataset,
  fieldMark,
  loadDataset,
  type MergedPassport,
  mergePassport,
  type Passport,
  passportFaults,
} from '../../../capabilities/catalog/index.ts';
import { fillFromRequiredItem, titleOfFile } from '../../../capabilities/drafts/index.ts';
import { latestReadings, type Reading } from '../../../capabilities/ingest/index.ts';
import { absentOf, findItem, type ListItem, listItems, searchItems } from '../../../capabilities/mandates/index.ts';
import { listComments } from '../../../capabilities/review/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { timeOfDay } from '../../../language/dates.ts';
import { passportTexts } from '../../../locales/passport.ts';
import type { Context } from '../../../platform/context.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { type FormValues, formOf } from './form-values.ts';
import { itemName } from './item-form.tsx';
import { citationsOf, mendPassportCitations } from './passport-citations.ts';
import { ASKED_FIELDS, PASSPORT_FIELDS, type PassportField } from './passport-fields.ts';
import { sendDraftPassport } from './passport-file.ts';
import { passportOfForm, shownFields } from './passport-form.ts';
import { type PassportData, PassportPage } from './passport-page.tsx';
import { findRelatives, relativesOf } from './passport-relatives.ts';
import { signedIn } from './signed-in.ts';

const PATH = '/cabinet/datasets/:id/passport';

/** Screen 4: the passport, filled as far as it can be; an item of the 835 list fills the most of it. */
export function passportRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      const query = visit.query.get('item');
      const found = query === null ? null : { query, items: searchItems(await listItems(visit.ctx), query, 8) };
      const filled = visit.query.get('filled');
      const filledBy = filled === null ? null : await findItem(visit.ctx, filled);
      const asked = PASSPORT_FIELDS.filter((field) => visit.query.getAll('open').includes(field));
      return page(c, visit, dataset, { passport: dataset.passport, asked, found, filledBy });
    })
    .get(`${PATH}.docx`, sendDraftPassport)
    .post(PATH, savePassport)
    .post(`${PATH}/item`, fillFromItem)
    .post(`${PATH}/citations`, async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await loadDataset(visit.ctx, c.req.param('id'));
      await mendPassportCitations(visit.ctx, dataset);
      return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/passport`), 303);
    });
}

type Shown = Pick<PassportData, 'passport'> &
  Partial<Pick<PassportData, 'found' | 'filledBy' | 'foundRelatives' | 'savedAt' | 'conflicts' | 'taken'>> & {
    readonly faults?: readonly FieldFault[];
    readonly asked?: readonly PassportField[];
  };

async function page(c: HonoContext<SurfaceEnv>, visit: Visit, dataset: Dataset, shown: Shown): Promise<Response> {
  const { passport, faults = [], asked = [], conflicts = [] } = shown;
  const reading = await readingOf(visit.ctx, dataset);
  const named = isNamedByFile(dataset, reading);
  const missing = new Set([...passportFaults(passport), ...faults].map(({ field }) => field));
  const comments = await listComments(visit.ctx, dataset.id, { open: true });
  const wanted = (field: PassportField) =>
    missing.has(field) ||
    asked.includes(field) ||
    conflicts.some((one) => one.field === field) ||
    comments.some(({ place }) => place.kind === 'passport' && place.field === field) ||
    (field === 'title' && named);
  const unit = await findUnit(visit.ctx, dataset.unitId);
  const data: PassportData = {
    dataset,
    unitName: unit?.name ?? '',
    reading,
    passport,
    open: new Set(PASSPORT_FIELDS.filter(wanted)),
    faults,
    found: shown.found ?? null,
    filledBy: shown.filledBy ?? null,
    named,
    citations: await citationsOf(visit.ctx, dataset.passport),
    relatives: await relativesOf(visit.ctx, passport),
    foundRelatives: shown.foundRelatives ?? null,
    conflicts,
    comments,
    taken: shown.taken ?? [],
    items: await listItems(visit.ctx),
    absent: passport.ground.kind === 'own-initiative' ? await absentOf(visit.ctx, dataset.unitId) : [],
    savedAt: shown.savedAt ?? null,
  };
  const status = conflicts.length > 0 ? 409 : faults.length > 0 ? 400 : 200;
  return renderPage(c, <PassportPage visit={visit} data={data} />, status);
}

/** The newest file of the dataset's first resource that has one. */
export async function readingOf(ctx: Context, { resources }: Dataset): Promise<Reading | null> {
  const ids = resources.map(({ id }) => id);
  const readings = await latestReadings(ctx, ids);
  const first = ids.find((id) => readings.some(({ resourceId }) => resourceId === id));
  return readings.find(({ resourceId }) => resourceId === first) ?? null;
}

/** The title is still only the file's name: a person is asked for a better one. */
function isNamedByFile(dataset: Dataset, reading: Reading | null): boolean {
  return dataset.state === 'draft' && reading !== null && dataset.passport.title === titleOfFile(reading.fileName);
}

/** What was typed, without what cannot be kept, merged into what is there now. */
async function merge(visit: Visit, dataset: Dataset, form: FormValues) {
  const { passport, faults } = passportOfForm(form, dataset.passport);
  // a choice is made by the button alone
  const byItself = form.text('to') === 'autosave';
  const faulty = new Set(faults.map(({ field }) => field));
  const left = (field: string) => (byItself ? form.has(`choose.${field}`) : form.text(`choose.${field}`) === 'theirs');
  const kept = shownFields(form).filter((field) => !faulty.has(field) && !left(field));
  const typed: Partial<Passport> = Object.fromEntries(kept.map((field) => [field, passport[field]]));
  const seen = Object.fromEntries(
    kept.flatMap((field) => (form.has(`was.${field}`) ? [[field, form.text(`was.${field}`)]] : [])),
  );
  const merged = await mergePassport(visit.ctx, dataset.id, typed, seen);
  // what waits for a choice or a correction stands in the form as it was typed
  const waiting = [...merged.conflicts.map(({ field }) => field), ...faulty] as (keyof Passport)[];
  const shown: Passport = { ...merged.dataset.passport };
  for (const field of waiting) Object.assign(shown, { [field]: passport[field] });
  return { merged, faults, passport: shown };
}

/** Saves whatever can be kept, then goes on, or stays and says what is missing. */
async function savePassport(c: HonoContext<SurfaceEnv, typeof PATH>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const before = await loadDataset(visit.ctx, c.req.param('id'));
  const form = await formOf(c);
  const { merged, faults, passport } = await merge(visit, before, form);
  const to = form.text('to');
  if (to === 'autosave') return savedByItself(c, visit, form, { merged, faults });
  const { dataset, conflicts, taken } = merged;
  const found =
    form.text('find') === 'related' ? await findRelatives(visit.ctx, dataset, form.text('relatedQuery')) : null;
  const opened = PASSPORT_FIELDS.filter((field) => form.text('open') === field);
  const stays = to === 'stay' || found !== null || opened.length > 0 || faults.length > 0 || conflicts.length > 0;
  const left = to === 'publish' ? passportFaults(dataset.passport) : [];
  if (stays || left.length > 0) {
    const told = { passport, faults: stays ? faults : left, conflicts, taken, savedAt: visit.ctx.clock.now() };
    // fields that were open stay open while the person is among them
    const asked = stays ? ASKED_FIELDS.filter((field) => [...shownFields(form), ...opened].includes(field)) : [];
    return page(c, visit, dataset, { ...told, asked, foundRelatives: found });
  }
  return c.redirect(
    href(visit, `/cabinet/datasets/${dataset.id}/${to === 'structure' ? 'structure' : 'publish'}`),
    303,
  );
}

/** What the island is told: the time, new marks of what was written, and whether somebody else was first. */
function savedByItself(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  form: FormValues,
  { merged, faults }: { merged: MergedPassport; faults: readonly FieldFault[] },
): Response {
  const { dataset, conflicts, taken } = merged;
  const left = new Set<string>([...conflicts.map(({ field }) => field), ...taken, ...faults.map(({ field }) => field)]);
  const written = shownFields(form).filter((field) => !left.has(field));
  return c.json({
    saved: passportTexts[visit.language].saved(timeOfDay(visit.ctx.clock.now())),
    marks: Object.fromEntries(written.map((field) => [field, fieldMark(dataset.passport, field)])),
    conflicts: conflicts.map(({ field }) => field),
  });
}

/** The item a form names: by its line, or as the list to choose from calls it. */
async function itemOfForm(ctx: Context, form: FormValues): Promise<ListItem | null> {
  const typed = form.text('item');
  const line = form.text('exact');
  const items = await listItems(ctx);
  return (
    items.find((one) => (line === '' ? itemName(one) === typed || one.title === typed : one.line === line)) ?? null
  );
}

async function fillFromItem(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { ctx } = visit;
  const dataset = await loadDataset(ctx, c.req.param('id') ?? '');
  const form = await formOf(c);
  const item = await itemOfForm(ctx, form);
  const back = href(visit, `/cabinet/datasets/${dataset.id}/passport`);
  if (!item) return c.redirect(`${back}?${new URLSearchParams({ item: form.text('item') })}`, 303);
  const reading = await readingOf(ctx, dataset);
  await fillFromRequiredItem(ctx, dataset, item, reading);
  return c.redirect(`${back}?${new URLSearchParams({ filled: item.line })}`, 303);
}
