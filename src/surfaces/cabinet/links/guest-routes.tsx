import { Hono, type Context as HonoContext } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { guestOf, openLink } from '../../../capabilities/links/index.ts';
import { acknowledgeByLink, letterOfLink } from '../../../capabilities/people/index.ts';
import { answerByLink, decisionOfLink } from '../../../capabilities/privacy/index.ts';
import { actByLink } from '../../../capabilities/publishing/index.ts';
import { confirmByLink, entriesToConfirm } from '../../../capabilities/registry/index.ts';
import { HTTP_STATUS, isRequestError, RequestError } from '../../../kernel/errors.ts';
import { actingAs } from '../../../platform/context.ts';
import { clientOfAddress } from '../../../platform/http/rate-limits.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { loadReview } from '../review/review-view.ts';
import { formOf } from '../walk/form-values.ts';
import { CodePage, GuestDonePage, GuestPage, type GuestView } from './guest-page.tsx';

/** Codes that open nothing, from one network address in an hour. */
const WRONG_CODES = 20;
const HOUR = 3600;

type Tries = RateLimiterMemory;
const NOTHING_TYPED: GuestView['typed'] = { reasons: [], words: '' };

/** `/link/<code>`: what a link is for; nothing is done by opening it. `POST /link` does it once; the code is in the body, so that no log has it. */
export function guestPages(): Hono<SurfaceEnv> {
  const tries = new RateLimiterMemory({ points: WRONG_CODES, duration: HOUR });
  return new Hono<SurfaceEnv>()
    .get('/link', (c) => {
      const visit = c.get('visit');
      const code = visit.query.get('code');
      return code ? showLink(c, tries, code) : answer(c, <CodePage visit={visit} error={null} />);
    })
    .get('/link/:code', (c) => showLink(c, tries, c.req.param('code')))
    .post('/link', (c) => act(c, tries));
}

type Status = 200 | (typeof HTTP_STATUS)[keyof typeof HTTP_STATUS];

function answer(c: HonoContext<SurfaceEnv>, page: Parameters<typeof renderPage>[1], status: Status = 200): Response {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return renderPage(c, page, status);
}

async function showLink(c: HonoContext<SurfaceEnv>, tries: Tries, code: string): Promise<Response> {
  const visit = c.get('visit');
  try {
    return answer(c, <GuestPage visit={visit} view={await viewOf(visit, tries, code, null, NOTHING_TYPED)} />);
  } catch (error) {
    return refused(c, error);
  }
}

/** A link that opens nothing counts as a guess. */
async function guarded<T>(visit: Visit, tries: Tries, deed: () => Promise<T>): Promise<T> {
  const client = clientOfAddress(visit.address ?? 'unknown');
  const used = await tries.get(client);
  if (used && used.consumedPoints >= WRONG_CODES) throw tooManyCodes();
  try {
    return await deed();
  } catch (error) {
    if (isRequestError(error) && error.code === 'link-dead') await tries.penalty(client, 1);
    throw error;
  }
}

function tooManyCodes(): RequestError {
  return new RequestError('busy', 'too-many-codes', {
    uk: 'Забагато кодів, які не діють. Спробуйте за годину або попросіть нове посилання.',
    en: 'Too many codes that do not work. Try in an hour, or ask for a new link.',
  });
}

async function viewOf(
  visit: Visit,
  tries: Tries,
  code: string,
  error: RequestError | null,
  typed: GuestView['typed'],
): Promise<GuestView> {
  const link = await guarded(visit, tries, () => openLink(visit.ctx, code));
  const guest: Visit = { ...visit, ctx: actingAs(visit.ctx, guestOf(link)) };
  const review = link.purpose === 'approve' ? await loadReview(guest, link.subject.id, null) : null;
  const entries = link.purpose === 'confirm-registry' ? await entriesToConfirm(guest.ctx, link.unitId) : [];
  const decision = link.purpose === 'decide-personal-data' ? await decisionOfLink(guest.ctx, link) : null;
  const letter = link.subject.kind === 'letter' ? await letterOfLink(guest.ctx, link) : null;
  return { link, code, review, entries, letter, decision, error, typed };
}

async function act(c: HonoContext<SurfaceEnv>, tries: Tries): Promise<Response> {
  const visit = c.get('visit');
  const form = await formOf(c);
  const code = form.text('code');
  const decision = form.text('decision') === 'return' ? ('return' as const) : ('approve' as const);
  const typed = { reasons: form.all('reasons'), words: form.text('words') };
  try {
    const opened = await guarded(visit, tries, () => openLink(visit.ctx, code));
    const link = await guarded(visit, tries, () => {
      if (opened.purpose === 'confirm-registry') return confirmByLink(visit.ctx, code, visit.origin);
      if (opened.purpose === 'decide-personal-data')
        return answerByLink(visit.ctx, code, { confirms: decision === 'approve', words: typed.words });
      if (opened.subject.kind === 'letter') return acknowledgeByLink(visit.ctx, code);
      return actByLink(visit.ctx, code, { decision, ...typed });
    });
    return answer(c, <GuestDonePage visit={visit} link={link} />);
  } catch (error) {
    if (!isRequestError(error) || !['invalid', 'conflict'].includes(error.kind)) return refused(c, error);
    const view = await viewOf(visit, tries, code, error, typed);
    return answer(c, <GuestPage visit={visit} view={view} />, HTTP_STATUS[error.kind]);
  }
}

function refused(c: HonoContext<SurfaceEnv>, error: unknown): Response {
  if (!isRequestError(error) || !['link-dead', 'too-many-codes'].includes(error.code)) throw error;
  return answer(c, <CodePage visit={c.get('visit')} error={error} />, HTTP_STATUS[error.kind]);
}
