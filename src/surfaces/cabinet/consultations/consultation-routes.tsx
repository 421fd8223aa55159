import { Hono } from 'hono';
import { listUnits, may, responsibleOn, type Unit } from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { openMessage } from '../../../capabilities/community/index.ts';
import { fillForm } from '../../../capabilities/documents/index.ts';
import {
  type Channel,
  consultationsForm,
  noteConsultation,
  quarterOf,
  readJournal,
  removeConsultation,
} from '../../../capabilities/people/index.ts';
import { listComments } from '../../../capabilities/review/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { type Day, dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { consultationsTexts } from '../../../locales/consultations.ts';
import { trainingTexts } from '../../../locales/training.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv, type Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { type Colleague, HOME, JournalPage } from './journal-page.tsx';

/** Minutes of advice given in writing, where nobody said how many. */
const WRITTEN_MINUTES = 10;

/** `/cabinet/city/consultations`. */
export function consultationRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showJournal(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, note);
  routes.get(`${HOME}/journal.csv`, signedInOnly, journalAsCsv);
  routes.get(`${HOME}/journal.docx`, signedInOnly, journalAsDocx);
  routes.post(`${HOME}/of-message`, signedInOnly, smallForms, noteOfMessage);
  routes.post(`${HOME}/of-comment`, signedInOnly, smallForms, noteOfComment);
  routes.post(`${HOME}/:id/remove`, signedInOnly, smallForms, async (c) => {
    await removeConsultation(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=removed`);
  });
  return routes;
}

function quarterAsked({ ctx, query }: Visit): Day {
  const typed = query.get('quarter') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : dayOf(ctx.clock.now());
}

/** Colleagues who answer for data, each once: with the unit, and where two still look alike, with the post. */
async function colleagues(visit: Visit, units: readonly Unit[]): Promise<Colleague[]> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const found = new Map<string, Colleague & { readonly post: string }>();
  for (const { personId, name, unitId, post } of await responsibleOn(visit.ctx, dayOf(visit.ctx.clock.now()))) {
    if (personId === null || found.has(personId)) continue;
    found.set(personId, { label: `${name}, ${names.get(unitId) ?? ''}`, personId, unitId, post });
  }
  const all = [...found.values()];
  return all.map(({ post, ...one }, at) => {
    const before = all.slice(0, at).filter(({ label }) => label === one.label).length;
    if (!all.some((other) => other.personId !== one.personId && other.label === one.label)) return one;
    return { ...one, label: [one.label, post, before > 0 ? `(${before + 1})` : ''].filter(Boolean).join(', ') };
  });
}

async function note(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const known = await colleagues(visit, await listUnits(visit.ctx));
  const one = known.find(({ label }) => label === values.with?.trim());
  const noted = await attempt(
    (async () =>
      noteConsultation(visit.ctx, {
        on: values.on ?? '',
        with: values.with ?? '',
        personId: one?.personId ?? null,
        unitId: one?.unitId ?? null,
        topic: values.topic ?? '',
        channel: (values.channel ?? 'phone') as Channel,
        minutes: Number(values.minutes),
        people: Number(values.people),
        source: null,
      }))(),
  );
  if (!noted.done) return await showJournal(c, { values, error: noted.error });
  // the next line begins where the hand is
  return goTo(c, `${HOME}?done=saved#field-with`);
}

async function showJournal(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const day = quarterAsked(visit);
  const { first, last } = quarterOf(day);
  const journal = await readJournal(visit.ctx, first, last);
  const units = await listUnits(visit.ctx);
  const all = await may(visit.ctx, 'city.manage', null);
  const view = {
    journal,
    units,
    colleagues: await colleagues(visit, units),
    day,
    today: dayOf(visit.ctx.clock.now()),
    mayRemove: ({ byId }: { byId: string | null }) => all || byId === visit.person?.id,
    form,
    done: visit.query.get('done'),
  };
  return show(c, <JournalPage visit={visit} view={view} />, form.error);
}

async function table(visit: Visit) {
  const texts = consultationsTexts[visit.language];
  const { first, last, number, year } = quarterOf(quarterAsked(visit));
  const { lines, totals } = await readJournal(visit.ctx, first, last);
  const names = new Map((await listUnits(visit.ctx)).map(({ id, name }) => [id, name]));
  return {
    totals,
    quarter: trainingTexts[visit.language].quarter(number, year),
    first,
    heading: [texts.on, texts.with, texts.unit, texts.topic, texts.channel, texts.people, texts.minutes, texts.by],
    rows: lines.map((one) => [
      one.on,
      one.with,
      one.unitId === null ? '' : (names.get(one.unitId) ?? ''),
      one.topic,
      texts.channels[one.channel],
      String(one.people),
      String(one.minutes),
      one.byName,
    ]),
  };
}

async function journalAsCsv(c: PageContext): Promise<Response> {
  const { heading, rows, first } = await table(c.get('visit'));
  return ownFile(
    `\uFEFF${[heading, ...rows].map(csvLine).join('')}`,
    'text/csv; charset=utf-8',
    `konsultatsii-${first}.csv`,
  );
}

async function journalAsDocx(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const texts = consultationsTexts[visit.language];
  const { heading, rows, totals, quarter, first } = await table(visit);
  const words = rows.map(([on = '', ...rest]) => [dayInWords(on, visit.language), ...rest]);
  const data = {
    title: texts.docxTitle(quarter),
    community: visit.profile?.name ?? '',
    journal: { heading, rows: words, shares: [1.2, 1.6, 1.8, 2, 1.2, 0.8, 0.8, 1.4] },
    totals: {
      heading: [texts.member, texts.count, texts.groups, texts.advised, texts.time],
      rows: totals.map((one) => [one.byName, ...[one.count, one.groups, one.people, one.minutes].map(String)]),
      shares: [3, 1, 1, 1, 1],
    },
    post: texts.signature,
    name: visit.person?.name ?? '',
  };
  const bytes = await fillForm(visit.ctx, consultationsForm, data, visit.language);
  return ownFile(bytes, DOCX_TYPE, `konsultatsii-${first}.docx`);
}

/** Nobody who wrote to the city is named: their names are kept only as long as the message needs them. */
async function noteOfMessage(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const { id = '', back = HOME } = await readForm(c);
  const { message } = await openMessage(visit.ctx, id);
  const texts = consultationsTexts[visit.language];
  return await noteWritten(c, back, {
    with: texts.ofMessage(message.number),
    unitId: message.unitId,
    topic: texts.messageTopic(message.kind, message.dataset?.title ?? ''),
    channel: 'message',
    source: { kind: 'message', id: message.id },
  });
}

async function noteOfComment(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const { id = '', dataset: datasetId = '', back = HOME } = await readForm(c);
  const dataset = await loadDataset(visit.ctx, datasetId);
  const comment = (await listComments(visit.ctx, datasetId, { open: false })).find((one) => one.id === id);
  if (!comment) return goTo(c, safeBack(back));
  const unit = (await listUnits(visit.ctx)).find((one) => one.id === dataset.unitId);
  return await noteWritten(c, back, {
    with: dataset.passport.responsibleName || unit?.name || dataset.passport.title,
    unitId: dataset.unitId,
    topic: consultationsTexts[visit.language].commentTopic(dataset.passport.title),
    channel: 'review',
    source: { kind: 'comment', id },
  });
}

/** Back to a page of the cabinet, never elsewhere. */
const safeBack = (back: string): string => (/^\/cabinet\/[\w/.-]*$/.test(back) ? back : HOME);

async function noteWritten(
  c: PageContext,
  back: Posted[string],
  made: Pick<Parameters<typeof noteConsultation>[1], 'with' | 'unitId' | 'topic' | 'channel' | 'source'>,
): Promise<Response> {
  const { ctx } = c.get('visit');
  const on = dayOf(ctx.clock.now());
  await noteConsultation(ctx, { ...made, on, personId: null, minutes: WRITTEN_MINUTES, people: 1 });
  return goTo(c, `${safeBack(back ?? HOME)}?done=consultation`);
}
