import { createHash, randomBytes } from 'node:crypto';
import { dayOf } from '../../../kernel/dates.ts';
import { type FieldFault, RequestError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { addWorkingDays } from '../../../language/working-days.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { communityProfile } from '../../accounts/index.ts';
import { type Card, findCard, loadCard } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { notify } from '../../notices/index.ts';
import { considerHiding } from '../hidings/consider-hiding.ts';
import { selectSettings } from '../settings/settings-store.ts';
import type { NewReport, Report } from './report.ts';
import { confirmLetter } from './report-letters.ts';
import { columnMeant, reportFaults, tidied } from './report-rules.ts';
import { insertReport, selectReport, updateConfirmed } from './report-store.ts';

/** What is kept of the key in a letter: it proves the key and does not tell it. */
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** What is wrong with a report, told before it is sent; fields `words`, `place`, `email`. */
export function faultsOfReport(asked: NewReport): FieldFault[] {
  return reportFaults(tidied(asked));
}

/**
 * Takes a report from anybody: it gets a term, the responsible person and the coordinator are told at once, and who gave an address gets a letter
 * to confirm it by. Nothing is hidden by it. Throws `invalid` with field faults, `not-found`, `gone`. Asks no permission.
 */
export async function sendReport(ctx: Context, wanted: NewReport): Promise<Report> {
  const asked = tidied(wanted);
  const faults = reportFaults(asked);
  if (faults.length > 0) throw badReport(faults);
  const card = await loadCard(ctx, asked.dataset);
  return transaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const named = columnMeant(card, asked.column);
    const report: Report = {
      ...{ id: newId(now.getTime()), datasetId: card.datasetId, unitId: card.unit.id },
      ...{ resourceId: named?.resourceId ?? null, columnName: named?.columnName ?? '' },
      place: [named?.title, asked.place].filter(Boolean).join(': '),
      ...{ words: asked.words, email: asked.email, language: asked.language },
      dueOn: addWorkingDays(dayOf(now), (await selectSettings(tx.db)).answerDays),
      ...{ confirmedAt: null, createdAt: now, verdict: null, answer: '', answeredBy: '', answeredAt: null },
    };
    const key = asked.email === '' ? null : randomBytes(24).toString('base64url');
    await insertReport(tx.db, report, key === null ? null : hashOf(key));
    if (key !== null) {
      const community = (await communityProfile(tx))?.name ?? '';
      const link = `${asked.origin}${asked.language === 'en' ? '/en' : ''}/personal-data/confirm/${key}`;
      await tx.mail.write(tx.db, confirmLetter({ report, title: card.passport.title, community }, link));
    }
    await record(tx, { deed: 'exposure.reported', subject: subjectOf(card), after: { column: report.columnName } });
    await tellThoseWhoAnswer(tx, card, report);
    return report;
  });
}

/** The one who answers for the dataset and the coordinators. */
async function tellThoseWhoAnswer(tx: Context, card: Card, { id, dueOn }: Report): Promise<void> {
  const notice = {
    kind: 'exposure.reported',
    subject: { kind: 'dataset', id: card.datasetId, name: card.passport.title },
    link: `/cabinet/exposure/reports/${id}`,
    facts: { dueOn },
    once: id,
  } as const;
  const place = { id: card.datasetId, unitId: card.unit.id };
  await notify(tx, { ...notice, to: { deed: 'message.answer', place } });
  await notify(tx, { ...notice, to: { deed: 'city.manage', place: null } });
}

/** The report a letter's key belongs to; null where the key is nobody's. */
export function reportOfKey(ctx: Context, key: string): Promise<Report | null> {
  return selectReport(ctx.db, { confirmHash: hashOf(key) });
}

/**
 * The reporter opened the letter and said that it was they. Where the city chose so, enough of them hide the named column. A second time changes
 * nothing. Throws `not-found`. Asks no permission: the key is one.
 */
export async function confirmReport(ctx: Context, key: string): Promise<Report> {
  return transaction(ctx, async (tx) => {
    const report = await selectReport(tx.db, { confirmHash: hashOf(key) }, 'lock');
    if (!report) throw noSuchKey();
    if (report.confirmedAt) return report;
    const at = tx.clock.now();
    await updateConfirmed(tx.db, report.id, at);
    const card = await findCard(tx, report.datasetId);
    if (card) await record(tx, { deed: 'exposure.report-confirmed', subject: subjectOf(card) });
    if (report.resourceId && report.answeredAt === null) {
      await considerHiding(tx, { resourceId: report.resourceId, columnName: report.columnName });
    }
    return { ...report, confirmedAt: at };
  });
}

function subjectOf(card: Card) {
  return { kind: 'dataset', id: card.datasetId, name: card.passport.title, unitId: card.unit.id };
}

function badReport(faults: readonly FieldFault[]): RequestError {
  const text = {
    uk: faults.map((fault) => fault.text.uk).join(' '),
    en: faults.map((fault) => fault.text.en).join(' '),
  };
  return new RequestError('invalid', 'bad-report', text, faults);
}

function noSuchKey(): RequestError {
  return new RequestError('not-found', 'no-such-report', {
    uk: 'Це посилання не дійсне. Відкрийте його з листа ще раз; якщо не вийде, надішліть повідомлення знову.',
    en: 'This link is not valid. Open it from the letter again; if that fails, send the report anew.',
  });
}
