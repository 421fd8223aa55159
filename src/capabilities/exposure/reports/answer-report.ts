import { nameOfActor } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { communityProfile, permit, reachOf } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import type { Report } from './report.ts';
import { answerLetter } from './report-letters.ts';
import { answerFaults, verdictOf } from './report-rules.ts';
import { selectReport, selectReports, updateAnswer } from './report-store.ts';

/** Reports on one list; more are found through their datasets. */
const MOST = 200;

/** Reports on datasets the actor answers for: those that wait first. Empty for who answers for none. */
export async function listReports(ctx: Context): Promise<Report[]> {
  return selectReports(ctx.db, await reachOf(ctx, 'message.answer'), MOST);
}

/** One report with its words. Needs `message.answer` for its dataset. Throws `not-found`, `forbidden`. */
export async function loadReport(ctx: Context, id: string): Promise<Report> {
  const report = isId(id) ? await selectReport(ctx.db, { id }) : null;
  if (!report) throw noReport();
  await permit(ctx, 'message.answer', { id: report.datasetId, unitId: report.unitId });
  return report;
}

/**
 * Answers a report: what was found, in one of three words and in the answerer's own. A confirmed reporter gets a letter. Answering again changes
 * the answer. Needs `message.answer`; throws `invalid` with field faults.
 */
export async function answerReport(
  ctx: Context,
  id: string,
  form: { readonly verdict: string; readonly answer: string },
): Promise<Report> {
  return transaction(ctx, async (tx) => {
    const before = await loadReport(tx, id);
    const faults = answerFaults(form.verdict, form.answer.trim());
    if (faults.length > 0) {
      const [first] = faults;
      throw new RequestError('invalid', 'bad-answer', first?.text ?? { uk: '', en: '' }, faults);
    }
    const report: Report = {
      ...before,
      verdict: verdictOf(form.verdict),
      answer: form.answer.trim(),
      answeredBy: nameOfActor(tx.actor),
      answeredAt: tx.clock.now(),
    };
    await updateAnswer(tx.db, report);
    const dataset = await loadDataset(tx, report.datasetId);
    const { title } = dataset.passport;
    if (report.email !== '' && report.confirmedAt) {
      const community = (await communityProfile(tx))?.name ?? '';
      await tx.mail.write(tx.db, answerLetter({ report, title, community }));
    }
    await record(tx, {
      deed: 'exposure.report-answered',
      subject: { kind: 'dataset', id: dataset.id, name: title, unitId: dataset.unitId },
      after: { verdict: report.verdict },
    });
    return report;
  });
}

function noReport(): RequestError {
  return new RequestError('not-found', 'no-such-report', {
    uk: 'Такого повідомлення немає. Перевірте адресу.',
    en: 'There is no such report. Check the address.',
  });
}
