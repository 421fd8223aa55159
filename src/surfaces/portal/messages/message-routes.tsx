import { Hono, type Context as HonoContext } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { findUnit } from '../../../capabilities/accounts/index.ts';
import {
  addToMessage,
  findPublicMessage,
  followMessage,
  hasSupported,
  listPublicMessages,
  newKey,
  type PublicMessageFilter,
  voteForProposal,
} from '../../../capabilities/community/index.ts';
import { type FieldFault, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { FollowPage, type FollowView } from './follow-page.tsx';
import { MessageListPage, readListState } from './list-page.tsx';
import { MessagePage } from './message-page.tsx';
import { messagesFeed } from './messages-feed.ts';
import { sendRoutes } from './send-routes.tsx';
import { SendingLimits } from './sending-limits.ts';
import { datasetMeant } from './typed-message.ts';

type PageContext = HonoContext<SurfaceEnv>;

const PAGE_SIZE = 20;
/** A mark of the browser, random, set with its first vote; it says nothing of the person. */
const VOTER = 'vidkryto_voter';
const YEAR = 365 * 24 * 3600;

/** Questions and proposals: the list, the form that asks first, each message's public page and its author's private one. */
export function messageRoutes(): Hono<SurfaceEnv> {
  const limits = new SendingLimits();
  const routes = new Hono<SurfaceEnv>();
  routes.get('/messages', showList);
  routes.get('/messages/feed.atom', messagesFeed);
  routes.route('/', sendRoutes(limits));
  routes.get('/messages/:number{[0-9]{1,9}}', (c) => {
    const key = c.get('visit').query.get('key');
    const number = Number(c.req.param('number'));
    return key === null ? showPublic(c, number) : showPrivate(c, number, key);
  });
  routes.post('/messages/:number{[0-9]{1,9}}/words', (c) => addWords(c, limits, Number(c.req.param('number'))));
  routes.post('/messages/:number{[0-9]{1,9}}/vote', (c) => vote(c, limits, Number(c.req.param('number'))));
  return routes;
}

async function showList(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const state = readListState(visit.query);
  const slug = visit.query.get('dataset');
  const card = slug ? await datasetMeant(visit.ctx, slug) : null;
  const filter: PublicMessageFilter =
    state.kind === 'proposal'
      ? { kinds: ['proposal'], q: state.q, order: state.order, ...(state.state ? { state: state.state } : {}) }
      : { kinds: ['question', 'error'], q: state.q, ...(card ? { datasetId: card.datasetId } : {}) };
  const found = await listPublicMessages(visit.ctx, filter, { page: state.page, size: PAGE_SIZE });
  return renderPage(c, <MessageListPage visit={visit} view={{ state, found, card }} />);
}

async function showPublic(c: PageContext, number: number): Promise<Response> {
  const visit = c.get('visit');
  const message = await findPublicMessage(visit.ctx, number);
  if (!message) throw notShown();
  const mark = getCookie(c, VOTER);
  const supported = message.kind === 'proposal' && mark !== undefined && (await hasSupported(visit.ctx, number, mark));
  const counted = supported && visit.query.get('voted') === '1';
  return renderPage(c, <MessagePage visit={visit} view={{ message, supported, counted }} />);
}

/** Nobody's browser, proxy or next page learns the address. */
function keepPrivate(c: PageContext): void {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
}

async function showPrivate(
  c: PageContext,
  number: number,
  key: string,
  refused?: { readonly typed: string; readonly faults: readonly FieldFault[] },
): Promise<Response> {
  const visit = c.get('visit');
  const thread = await followMessage(visit.ctx, number, key);
  const { unitId } = thread.message;
  const unit = unitId === null ? null : await findUnit(visit.ctx, unitId);
  const done = visit.query.has('sent') ? 'sent' : visit.query.has('added') ? 'added' : null;
  const view: FollowView = {
    thread,
    key,
    unitName: unit?.name ?? null,
    done: refused ? null : done,
    typed: refused?.typed ?? '',
    faults: refused?.faults ?? [],
  };
  keepPrivate(c);
  return renderPage(c, <FollowPage visit={visit} view={view} />, refused ? 400 : 200);
}

async function addWords(c: PageContext, limits: SendingLimits, number: number): Promise<Response> {
  const visit = c.get('visit');
  const sent = new URLSearchParams(await c.req.text());
  const key = sent.get('key') ?? '';
  const typed = sent.get('text') ?? '';
  try {
    const addition = { text: typed, origin: visit.origin };
    const done = await limits.within(visit.address ?? '', () => addToMessage(visit.ctx, number, key, addition));
    if ('minutes' in done) throw tooMany((texts) => texts.form.tooMany(done.minutes));
    keepPrivate(c);
    return c.redirect(href(visit, `/messages/${number}?key=${encodeURIComponent(key)}&added=1`), 303);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return showPrivate(c, number, key, { typed, faults: error.fields });
  }
}

async function vote(c: PageContext, limits: SendingLimits, number: number): Promise<Response> {
  const visit = c.get('visit');
  if (!(await limits.mayVote(visit.address ?? ''))) throw tooMany((texts) => texts.vote.tooMany);
  const mark = getCookie(c, VOTER) ?? newKey();
  await voteForProposal(visit.ctx, number, mark);
  const secure = visit.origin.startsWith('https:');
  setCookie(c, VOTER, mark, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: YEAR });
  return c.redirect(`${href(visit, `/messages/${number}`)}?voted=1#support`, 303);
}

function tooMany(words: (texts: (typeof messagesTexts)['uk']) => string): RequestError {
  return new RequestError('busy', 'too-many-messages', { uk: words(messagesTexts.uk), en: words(messagesTexts.en) });
}

function notShown(): RequestError {
  return new RequestError('not-found', 'no-such-message', {
    uk: 'Такого повідомлення немає, або воно не показане на порталі. Якщо воно ваше, відкрийте адресу, яку ви отримали, коли надсилали його.',
    en: 'There is no such message, or it is not shown on the portal. If it is yours, open the address you were given when you sent it.',
  });
}
