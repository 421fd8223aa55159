import { Hono, type Context as HonoContext } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { approveSubmission, returnSubmission } from '../../../capabilities/publishing/index.ts';
import { commentOn, replyTo, resolveComment, waitingForReview } from '../../../capabilities/review/index.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { kyivInstant } from '../../../language/kyiv-instant.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { answerTold } from '../memo/answer-told.tsx';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { placeOfForm } from './comment-words.ts';
import { ReviewListPage } from './review-list.tsx';
import { ReviewPage } from './review-page.tsx';
import { loadReview, type ReviewView } from './review-view.ts';
import { toldReview } from './told-review.ts';

const ON_PAGE = 50;

/** The list «На перевірці», a submission's page, and what is decided and said there. */
export function reviewPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/review', showList)
    .get('/cabinet/review/:id', (c) => showReview(c, signedIn(c.get('visit')), c.req.param('id'), null))
    .post('/cabinet/review/:id/approve', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      const form = await formOf(c);
      const written = form.text('publishAt');
      const publishAt = written === '' ? null : kyivInstant(written);
      const typed = { publishAt: written };
      return attempt(c, visit, id, { deed: 'approve', typed, done: 'approved' }, () =>
        approveSubmission(visit.ctx, id, { ticked: form.all('ticked'), publishAt }),
      );
    })
    .post('/cabinet/review/:id/return', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      const form = await formOf(c);
      const wish = { reasons: form.all('reasons'), words: form.text('words') };
      return attempt(c, visit, id, { deed: 'return', typed: wish, done: 'returned' }, () =>
        returnSubmission(visit.ctx, id, wish),
      );
    })
    .post('/cabinet/datasets/:id/comments', async (c) => {
      const visit = signedIn(c.get('visit'));
      const form = await formOf(c);
      const back = backOf(form.text('back'));
      const place = placeOfForm(form.text('about'), form.text('row'));
      const write = () => commentOn(visit.ctx, c.req.param('id'), place, form.text('words'));
      const submission = /^\/cabinet\/review\/([0-9a-f-]{36})$/.exec(back)?.[1];
      if (submission) {
        return attempt(c, visit, submission, { deed: 'comment', typed: {}, done: 'commented' }, write);
      }
      await write();
      return c.redirect(href(visit, back), 303);
    })
    .post('/cabinet/comments/:id/:deed{reply|resolve|reopen}', async (c) => {
      const visit = signedIn(c.get('visit'));
      const { id, deed } = c.req.param();
      const form = await formOf(c);
      if (deed === 'reply') await replyTo(visit.ctx, id, form.text(`reply-${id}`));
      else await resolveComment(visit.ctx, id, deed === 'resolve');
      return c.redirect(`${href(visit, backOf(form.text('back')))}#comment-${id}`, 303);
    });
}

/** Only a page of the cabinet: never another site. */
function backOf(path: string): string {
  return /^\/cabinet\/[\w/-]*$/.test(path) ? path : '/cabinet';
}

async function showList(c: HonoContext<SurfaceEnv>): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { query } = visit;
  const page = pageAsked(query);
  const unitId = query.get('unit') ?? '';
  const days = Math.max(0, Number.parseInt(query.get('days') ?? '', 10) || 0);
  const late = query.has('late') && query.get('late') !== '';
  const units = await listUnits(visit.ctx);
  const known = units.some(({ id }) => id === unitId);
  const filter = { ...(known ? { unitIds: [unitId] } : {}), late, ...(days > 0 ? { olderThanDays: days } : {}) };
  const found = await waitingForReview(visit.ctx, filter, { page, size: ON_PAGE });
  const told = await answerTold(c, visit, () => toldReview(visit, found.items, units));
  if (told) return told;
  const view = { found, units, unitId, late, days: days > 0 ? String(days) : '' };
  return renderPage(c, <ReviewListPage visit={visit} view={view} />);
}

interface Attempted {
  readonly deed: NonNullable<ReviewView['refused']>['deed'];
  readonly typed: NonNullable<ReviewView['refused']>['typed'];
  readonly done: string;
}

/** Does the deed and comes back; a refusal is shown at the form with what was typed. */
async function attempt(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  id: string,
  what: Attempted,
  deed: () => Promise<unknown>,
): Promise<Response> {
  try {
    await deed();
  } catch (error) {
    if (!isRequestError(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return showReview(c, visit, id, { ...what, error });
  }
  return c.redirect(href(visit, `/cabinet/review/${id}?done=${what.done}`), 303);
}

async function showReview(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  id: string,
  refused: ReviewView['refused'],
): Promise<Response> {
  const view = await loadReview(visit, id, refused);
  return renderPage(c, <ReviewPage visit={visit} view={view} />, refused ? HTTP_STATUS[refused.error.kind] : 200);
}
