import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import {
  changeClause,
  changeUpdateDays,
  checkCitations,
  commentClause,
  createPolicy,
  listPolicies,
  nextVersion,
  openVersion,
  type PolicyTerm,
  removeVersion,
  resolveComment,
  setReviewDay,
  setVersionReady,
  updateDays,
} from '../../../capabilities/orders/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
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
} from '../accounts/posted-form.ts';
import { ClausePage } from './clause-page.tsx';
import { POLICY, PoliciesPage } from './policy-page.tsx';
import { VersionPage } from './version-page.tsx';

const VERSION = `${POLICY}/versions/:version`;
const CLAUSE = `${VERSION}/clauses/:clause`;

/**
 * `/cabinet/city/policy`: the text the community works by.
 * @param terms every term of the system the text may promise
 */
export function policyRoutes({ terms }: { readonly terms: readonly PolicyTerm[] }): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(POLICY, signedInOnly, (c) => showPolicies(c, EMPTY_FORM));
  const form = (path: string, act: (c: PageContext, values: Posted) => Promise<unknown>) =>
    routes.post(path, signedInOnly, async (c) => {
      const values = await readForm(c);
      const outcome = await attempt(act(c, values));
      return outcome.done ? goTo(c, `${POLICY}?done=saved`) : await showPolicies(c, { values, error: outcome.error });
    });
  routes.post(POLICY, signedInOnly, async (c) => {
    const { community = '', coordinator = '', portal = '' } = await readForm(c);
    const version = await createPolicy(c.get('visit').ctx, { community, coordinator, portal }, terms);
    return goTo(c, `${POLICY}/versions/${version.id}`);
  });
  form(`${POLICY}/update-days`, (c, values) =>
    changeUpdateDays(c.get('visit').ctx, Number(values.updateDays || Number.NaN)),
  );
  form(`${POLICY}/:policy/review`, (c, values) =>
    setReviewDay(c.get('visit').ctx, c.req.param('policy') ?? '', values.reviewOn ?? ''),
  );
  routes.post(`${POLICY}/:policy/next`, signedInOnly, async (c) => {
    const version = await nextVersion(c.get('visit').ctx, c.req.param('policy'));
    return goTo(c, `${POLICY}/versions/${version.id}`);
  });
  versionRoutes(routes, terms);
  return routes;
}

function versionRoutes(routes: Hono<SurfaceEnv>, terms: readonly PolicyTerm[]): void {
  routes.get(VERSION, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const opened = await openVersion(visit.ctx, c.req.param('version'), terms);
    const text = opened.version.clauses.map((clause) => clause.text).join('\n');
    const [keeps, citations] = await Promise.all([
      may(visit.ctx, 'city.manage', null),
      checkCitations(visit.ctx, text),
    ]);
    return show(c, <VersionPage visit={visit} opened={opened} keeps={keeps} citations={citations} />);
  });
  routes.post(`${VERSION}/ready`, signedInOnly, (c) => setReady(c, true));
  routes.post(`${VERSION}/back`, signedInOnly, (c) => setReady(c, false));
  routes.post(`${VERSION}/remove`, signedInOnly, async (c) => {
    await removeVersion(c.get('visit').ctx, c.req.param('version'));
    return goTo(c, `${POLICY}?done=saved`);
  });
  routes.get(CLAUSE, signedInOnly, (c) => showClause(c, EMPTY_FORM, null));
  routes.post(CLAUSE, signedInOnly, (c) => changeOne(c));
}

async function setReady(c: PageContext, ready: boolean): Promise<Response> {
  const version = await setVersionReady(c.get('visit').ctx, c.req.param('version') ?? '', ready);
  return goTo(c, `${POLICY}/versions/${version.id}`);
}

/** The deeds of a clause's page. */
async function changeOne(c: PageContext): Promise<Response> {
  const { ctx } = c.get('visit');
  const versionId = c.req.param('version') ?? '';
  const clauseId = c.req.param('clause') ?? '';
  const values = await readForm(c);
  const { deed = '', text = '', inserted = '', comment = '' } = values;
  const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
    rewrite: () => changeClause(ctx, versionId, { kind: 'rewrite', clauseId, text }),
    insert: () => changeClause(ctx, versionId, { kind: 'insert', afterId: clauseId, text: inserted }),
    remove: () => changeClause(ctx, versionId, { kind: 'remove', clauseId }),
    comment: () => commentClause(ctx, versionId, clauseId, comment),
    resolve: () => resolveComment(ctx, versionId, comment, true),
    reopen: () => resolveComment(ctx, versionId, comment, false),
  };
  const outcome = await attempt((deeds[deed] ?? (() => Promise.resolve()))());
  if (!outcome.done) {
    const posted = deed === 'rewrite' || deed === 'insert' || deed === 'comment' ? deed : null;
    return await showClause(c, { values, error: outcome.error }, posted);
  }
  const stays = deed === 'comment' || deed === 'resolve' || deed === 'reopen';
  return goTo(c, `${POLICY}/versions/${versionId}${stays ? `/clauses/${clauseId}` : ''}`);
}

async function showPolicies(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const [policies, keeps, days] = await Promise.all([
    listPolicies(visit.ctx),
    may(visit.ctx, 'city.manage', null),
    updateDays(visit.ctx),
  ]);
  const today = dayOf(visit.ctx.clock.now());
  return show(c, <PoliciesPage visit={visit} view={{ policies, keeps, updateDays: days, today, form }} />, form.error);
}

async function showClause(
  c: PageContext,
  form: FormState,
  posted: 'rewrite' | 'insert' | 'comment' | null,
): Promise<Response> {
  const visit = c.get('visit');
  const [opened, keeps] = await Promise.all([
    openVersion(visit.ctx, c.req.param('version') ?? '', []),
    may(visit.ctx, 'city.manage', null),
  ]);
  const clause = opened.version.clauses.find(({ id }) => id === c.req.param('clause'));
  if (!clause)
    throw new RequestError('not-found', 'no-such-policy', {
      uk: 'Такого пункту немає.',
      en: 'There is no such clause.',
    });
  return show(c, <ClausePage visit={visit} view={{ opened, clause, keeps, form, posted }} />, form.error);
}
