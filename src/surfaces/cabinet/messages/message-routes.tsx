import { Hono, type Context as HonoContext } from 'hono';
import { isWithinReach, listUnits, may, reachOf, type Unit } from '../../../capabilities/accounts/index.ts';
import { findCard, type RequiredItem, searchCards } from '../../../capabilities/catalog/index.ts';
import {
  addNote,
  answerMessage,
  closeMessage,
  closeTask,
  confirmError,
  countHeldMessages,
  countMessages,
  decideProposal,
  hideMessage,
  listMessages,
  type MessageThread,
  mayCloseTask,
  openMessage,
  type PublicWords,
  passMessage,
  showMessage,
  taskOfMessage,
} from '../../../capabilities/community/index.ts';
import { concernsCommunity, listItems, searchItems } from '../../../capabilities/mandates/index.ts';
import { mayAdvise, notedSources } from '../../../capabilities/people/index.ts';
import { type FieldFault, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import type { Context } from '../../../platform/context.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { answerTold } from '../memo/answer-told.tsx';
import { type FormValues, formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { DECISIONS } from './answer-forms.tsx';
import { readFilter, StaffMessagesPage } from './list-page.tsx';
import { ThreadPage } from './thread-page.tsx';
import type { RefusedForm, ThreadView } from './thread-view.ts';
import { toldMessages } from './told-messages.ts';

type PageContext = HonoContext<SurfaceEnv>;

const PAGE_SIZE = 50;
const NEAR_ITEMS = 3;

/** The list of messages and the page of each. */
export function staffMessagePages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/messages', async (c) => {
      const visit = signedIn(c.get('visit'));
      const filter = readFilter(visit.query, visit.person.appointments[0]?.unitId ?? null);
      const page = pageAsked(visit.query);
      const found = await listMessages(visit.ctx, filter, { page, size: PAGE_SIZE });
      const [counts, units, held] = await Promise.all([
        countMessages(visit.ctx),
        seenUnits(visit),
        countHeldMessages(visit.ctx),
      ]);
      const told = await answerTold(c, visit, () => toldMessages(visit, found.items, units));
      if (told) return told;
      return show(c, <StaffMessagesPage visit={visit} view={{ filter, found, counts, units, held }} />, 200);
    })
    .get('/cabinet/messages/:id', (c) => showThread(c, c.req.param('id'), null))
    .post('/cabinet/messages/:id/answer', (c) => answer(c, c.req.param('id')))
    .post('/cabinet/messages/:id/decide', (c) => decide(c, c.req.param('id')))
    .post('/cabinet/messages/:id/show', (c) => publish(c, c.req.param('id')))
    .post('/cabinet/messages/:id/pass', (c) => pass(c, c.req.param('id')))
    .post('/cabinet/messages/:id/note', (c) => note(c, c.req.param('id')))
    .post('/cabinet/messages/:id/task', (c) => endTask(c, c.req.param('id')))
    .post('/cabinet/messages/:id/hide', async (c) => {
      const { ctx } = signedIn(c.get('visit'));
      await hideMessage(ctx, c.req.param('id'));
      return goBack(c, c.req.param('id'), 'hidden');
    })
    .post('/cabinet/messages/:id/error', async (c) => {
      const { ctx } = signedIn(c.get('visit'));
      const confirmed = (await formOf(c)).has('confirmed');
      await confirmError(ctx, c.req.param('id'), confirmed);
      return goBack(c, c.req.param('id'), confirmed ? 'confirmed' : 'unconfirmed');
    })
    .post('/cabinet/messages/:id/close', async (c) => {
      const { ctx } = signedIn(c.get('visit'));
      await closeMessage(ctx, c.req.param('id'));
      return goBack(c, c.req.param('id'), 'closed');
    });
}

/** Units whose messages the person sees. */
async function seenUnits({ ctx }: Visit): Promise<Unit[]> {
  const [units, reach] = await Promise.all([listUnits(ctx), reachOf(ctx, 'message.view')]);
  return units.filter(({ id }) => isWithinReach(reach, { id: null, unitId: id }));
}

/** People's words and contacts are kept by no browser. */
function show(c: PageContext, page: Parameters<typeof renderPage>[1], status: 200 | 400): Response {
  c.header('cache-control', 'no-store');
  return renderPage(c, page, status);
}

async function showThread(c: PageContext, id: string, refused: RefusedForm | null): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const thread = await openMessage(visit.ctx, id);
  const { message } = thread;
  const [units, mayAnswer] = await Promise.all([
    listUnits(visit.ctx),
    may(visit.ctx, 'message.answer', { id: message.dataset?.id ?? null, unitId: message.unitId }),
  ]);
  const task = await taskOfMessage(visit.ctx, id);
  const mayClose = task !== null && task.closed === null && (await mayCloseTask(visit.ctx, task));
  const near = message.kind === 'proposal' ? await itemsNear(visit.ctx, message.subject) : [];
  const consultation = await consultationOf(visit, thread);
  const shown = { thread, units, mayAnswer, task, mayCloseTask: mayClose, near, consultation };
  const view = { ...shown, done: refused ? null : visit.query.get('done'), refused };
  return show(c, <ThreadPage visit={visit} view={view} />, refused ? 400 : 200);
}

/** Items of required lists that concern a community, near to what somebody asks for. */
async function itemsNear(ctx: Context, subject: string): Promise<RequiredItem[]> {
  return searchItems((await listItems(ctx)).filter(concernsCommunity), subject, NEAR_ITEMS);
}

/** An answered message may become a line of the journal of consultations, once. */
async function consultationOf(
  { ctx }: Visit,
  { message, replies }: MessageThread,
): Promise<ThreadView['consultation']> {
  if (!replies.some(({ kind }) => kind === 'answer') || !(await mayAdvise(ctx))) return null;
  return (await notedSources(ctx, 'message', [message.id])).has(message.id) ? 'noted' : 'offered';
}

function goBack(c: PageContext, id: string, done: string): Response {
  return c.redirect(href(c.get('visit'), `/cabinet/messages/${id}?done=${done}`), 303);
}

/** Does a deed of a form; a refusal of its fields shows the form again with what was typed. */
async function attempt(
  c: PageContext,
  id: string,
  form: { readonly deed: RefusedForm['deed']; readonly values: FormValues; readonly fields: readonly string[] },
  deed: () => Promise<unknown>,
): Promise<Response | null> {
  try {
    await deed();
    return null;
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    const { values, fields } = form;
    const typed = Object.fromEntries(
      fields.filter((name) => values.has(name)).map((name) => [name, values.text(name)]),
    );
    return showThread(c, id, { deed: form.deed, typed, faults: error.fields });
  }
}

function wordsOf(values: FormValues): PublicWords | null {
  if (!values.has('show')) return null;
  return {
    subject: values.text('publicSubject'),
    text: values.text('publicText'),
    confirmed: values.has('confirmed'),
  };
}

const WORDS = ['text', 'show', 'publicSubject', 'publicText', 'confirmed'] as const;

async function answer(c: PageContext, id: string): Promise<Response> {
  const { ctx, origin } = signedIn(c.get('visit'));
  const values = await formOf(c);
  const given = { text: values.text('text'), show: wordsOf(values), confirmed: values.has('confirmed'), origin };
  const refused = await attempt(c, id, { deed: 'answer', values, fields: WORDS }, () => answerMessage(ctx, id, given));
  return refused ?? goBack(c, id, 'answered');
}

/** The published dataset of that address or title; null: none such. */
async function resultOf(visit: Visit, typed: string): Promise<{ slug: string; title: string } | null> {
  if (typed === '') return null;
  const slug = /\/datasets\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed;
  const found = /^[\w-]{1,300}$/.test(slug) ? await findCard(visit.ctx, slug) : null;
  const titled = (await searchCards(visit.ctx, { q: typed, page: 1, size: 5 })).items;
  const card =
    found ?? titled.find(({ passport }) => passport.title.toLocaleLowerCase('uk') === typed.toLocaleLowerCase('uk'));
  return card && card.state === 'published' ? { slug: card.slug, title: card.passport.title } : null;
}

function fault(field: string, pick: (texts: (typeof staffMessagesTexts)['uk']) => string): RequestError {
  const text = { uk: pick(staffMessagesTexts.uk), en: pick(staffMessagesTexts.en) };
  const faults: FieldFault[] = [{ field, text }];
  return new RequestError('invalid', 'faulty-fields', text, faults);
}

async function decide(c: PageContext, id: string): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const values = await formOf(c);
  const fields = [...WORDS, 'state', 'plannedOn', 'result'];
  const refused = await attempt(c, id, { deed: 'decide', values, fields }, async () => {
    const state = DECISIONS.find((one) => one === values.text('state'));
    if (!state) throw fault('state', ({ decide: texts }) => texts.choose);
    const typed = state === 'published' ? values.text('result') : '';
    const result = await resultOf(visit, typed);
    if (typed !== '' && result === null) throw fault('result', ({ decide: texts }) => texts.unknown);
    await decideProposal(visit.ctx, id, {
      state,
      text: values.text('text'),
      plannedOn: values.text('plannedOn'),
      result,
      show: wordsOf(values),
      confirmed: values.has('confirmed'),
      origin: visit.origin,
    });
  });
  return refused ?? goBack(c, id, 'decided');
}

/** A fault of the public words, on this page's own field for them. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
  publicSubject: 'shownSubject',
  publicText: 'shownText',
  confirmed: 'shownConfirmed',
  note: 'passNote',
};

/** Does the deed; its faults are told of the fields as this page calls them. */
async function underOwnNames(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const fields = error.fields.map((one) => ({ ...one, field: OWN_FIELDS[one.field] ?? one.field }));
    throw new RequestError(error.kind, error.code, error.text, fields);
  }
}

async function publish(c: PageContext, id: string): Promise<Response> {
  const { ctx } = signedIn(c.get('visit'));
  const values = await formOf(c);
  const fields = ['shownSubject', 'shownText', 'shownConfirmed'];
  const refused = await attempt(c, id, { deed: 'show', values, fields }, () =>
    underOwnNames(() =>
      showMessage(ctx, id, {
        subject: values.text('shownSubject'),
        text: values.text('shownText'),
        confirmed: values.has('shownConfirmed'),
      }),
    ),
  );
  return refused ?? goBack(c, id, 'shown');
}

async function pass(c: PageContext, id: string): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const values = await formOf(c);
  const given = { unitId: values.text('unitId'), note: values.text('passNote') };
  const refused = await attempt(c, id, { deed: 'pass', values, fields: ['unitId', 'passNote'] }, () =>
    underOwnNames(() => passMessage(visit.ctx, id, given)),
  );
  if (refused) return refused;
  // it may lie outside one's own units now
  return (await may(visit.ctx, 'message.view', given.unitId))
    ? goBack(c, id, 'passed')
    : c.redirect(href(visit, '/cabinet/messages'), 303);
}

async function note(c: PageContext, id: string): Promise<Response> {
  const { ctx } = signedIn(c.get('visit'));
  const values = await formOf(c);
  const refused = await attempt(c, id, { deed: 'note', values, fields: ['note'] }, () =>
    addNote(ctx, id, values.text('note')),
  );
  return refused ?? goBack(c, id, 'noted');
}

async function endTask(c: PageContext, id: string): Promise<Response> {
  const { ctx } = signedIn(c.get('visit'));
  const values = await formOf(c);
  const refused = await attempt(c, id, { deed: 'task', values, fields: ['reason'] }, () =>
    closeTask(ctx, id, values.text('reason')),
  );
  return refused ?? goBack(c, id, 'task-closed');
}
