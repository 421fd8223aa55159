import type { Context as HonoContext } from 'hono';
import { findCard } from '../../capabilities/catalog/index.ts';
import type { PublicTable } from '../../capabilities/publishing/index.ts';
import { type OpenTable, openTable } from '../../capabilities/tables/index.ts';
import { HTTP_STATUS, isRequestError } from '../../kernel/errors.ts';
import { renderPage } from '../components/index.ts';
import type { SurfaceEnv, Visit } from '../components/visit.ts';
import { answerQuestion, parseQuestion } from './answer-question.ts';
import { columnFacts } from './column-facts.ts';
import { type TriedAnswer, TryPage } from './try-page.tsx';
import { apiParameters, readTryQuestion } from './try-question.ts';

/** The page to try the API of one table: the question in the form is asked at once, the answer stands below. */
export async function answerTryPage(c: HonoContext<SurfaceEnv>, found: PublicTable): Promise<Response> {
  const visit = c.get('visit');
  const table = await openTable(visit.ctx, found.tableId);
  const question = readTryQuestion(visit.query);
  const base = `${visit.origin}/api/rows/${c.req.param('id') ?? ''}`;
  const parameters = apiParameters(question);
  const answer = await tried(visit, table, parameters, base);
  const card = await findCard(visit.ctx, found.datasetId);
  return renderPage(
    c,
    <TryPage
      visit={visit}
      facts={await columnFacts(visit.ctx, table)}
      title={found.resourceTitle}
      version={found.versionNumber}
      dataset={card ? { title: card.passport.title, slug: card.slug } : null}
      base={base}
      parameters={parameters}
      question={question}
      answer={answer}
    />,
    answer.status < 500 && answer.status !== 200 ? 400 : 200,
  );
}

/** Asks as the API would and keeps the refusal as it would be sent. */
async function tried(visit: Visit, table: OpenTable, parameters: URLSearchParams, base: string): Promise<TriedAnswer> {
  const begun = performance.now();
  const time = () => performance.now() - begun;
  try {
    const question = parseQuestion(table, parameters);
    const { body, total, links, mediaType } = await answerQuestion(visit.ctx, table, question, base);
    const answer = { status: 200, body, mediaType, next: links.next, groups: question.kind === 'groups' };
    return { ...answer, total, milliseconds: time() };
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const fields = error.fields.map(({ field, text }) => ({ field, message: text }));
    const body = JSON.stringify({ error: { code: error.code, message: error.text, fields } }, null, 1);
    const refusal = { status: HTTP_STATUS[error.kind], body, mediaType: 'application/json', next: null };
    return { ...refusal, groups: false, total: null, milliseconds: time() };
  }
}
