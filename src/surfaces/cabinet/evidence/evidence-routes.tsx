import { Hono } from 'hono';
import { listAllUnits, may } from '../../../capabilities/accounts/index.ts';
import { makeDocument } from '../../../capabilities/documents/index.ts';
import {
  type EvidenceFilter,
  evidenceCounts,
  FACT_KINDS,
  listEvidence,
  PROOFS,
  type ProofCode,
  type StatementParams,
  statementRecipe,
} from '../../../capabilities/evidence/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { evidenceTexts } from '../../../locales/evidence.ts';
import { ownFile, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { attempt, goTo, type PageContext, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { evidenceCsv } from './evidence-csv.ts';
import { filterOf } from './evidence-filter.ts';
import { EvidencePage, type EvidenceView } from './evidence-page.tsx';
import { HOME } from './paths.ts';

const SIZE = 50;

/** `/cabinet/city/evidence` (also as `.csv`), and a statement made of it. */
export function evidenceRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c));
  routes.get(`${HOME}.csv`, signedInOnly, async (c) => {
    const { ctx, query, language, origin } = c.get('visit');
    const [facts, units] = await Promise.all([listEvidence(ctx, filterOf(query)), listAllUnits(ctx)]);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return ownFile(evidenceCsv(facts, names, { language, origin }), 'text/csv; charset=utf-8', 'dokazy.csv');
  });
  routes.post(`${HOME}/statement`, signedInOnly, smallForms, async (c) => {
    const { from = '', to = '', proves = '' } = await readForm(c);
    const params: StatementParams = { from, to, ...(proves === '' ? {} : { proves }) };
    const made = await attempt(
      from > to ? Promise.reject<never>(badDays()) : makeDocument(c.get('visit').ctx, statementRecipe, params),
    );
    if (!made.done) return await showAll(c, made.error);
    return goTo(c, `/cabinet/city/documents/${made.value.id}?done=made`);
  });
  return routes;
}

async function showAll(c: PageContext, error: RequestError | null = null): Promise<Response> {
  const visit = c.get('visit');
  const { ctx, query } = visit;
  const filter = filterOf(query);
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1));
  const [facts, counts, manages] = await Promise.all([
    listEvidence(ctx, filter, { skip: (page - 1) * SIZE, take: SIZE + 1 }),
    evidenceCounts(ctx, filter),
    may(ctx, 'city.manage', null),
  ]);
  const view: EvidenceView = {
    ...{ filter, page, manages, error, period: periodOf(visit, filter) },
    facts: facts.slice(0, SIZE),
    more: facts.length > SIZE,
    proved: provedBy(visit, counts),
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
  return show(c, <EvidencePage visit={visit} view={view} />, error);
}

function provedBy(visit: Visit, counts: ReadonlyMap<keyof typeof FACT_KINDS, number>): EvidenceView['proved'] {
  const codes = Object.keys(PROOFS) as ProofCode[];
  return codes
    .map((code) => ({
      code,
      title: inLanguage(PROOFS[code].title, visit.language),
      count: [...counts].reduce(
        (sum, [kind, count]) => sum + ((FACT_KINDS[kind].proves as readonly ProofCode[]).includes(code) ? count : 0),
        0,
      ),
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

/** The days chosen; where none are, the year so far. */
function periodOf({ ctx }: Visit, filter: EvidenceFilter): EvidenceView['period'] {
  const today = dayOf(ctx.clock.now());
  const to = filter.to ?? today;
  return { from: filter.from ?? `${to.slice(0, 4)}-01-01`, to };
}

function badDays(): RequestError {
  return new RequestError('invalid', 'evidence-days', { uk: evidenceTexts.uk.badDays, en: evidenceTexts.en.badDays });
}
