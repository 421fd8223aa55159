import { nameOfActor, personId } from '../../../kernel/actor.ts';
import { type FieldFault, RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { digestOf } from '../../../tabular/index.ts';
import { permit } from '../../accounts/index.ts';
import { findResource, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import {
  endDecision,
  insertDecision,
  type StoredDecision,
  selectDecisionsOfResource,
} from '../decisions/decision-store.ts';
import { decisionsNow, followDecisions } from '../decisions/follow-decisions.ts';
import { noSuchDecision } from '../decisions/refusals.ts';
import { omissionOf } from './omit-withdrawn.ts';
import { type Withdrawal, WithdrawalWish } from './withdrawal.ts';
import { endWithdrawal, insertWithdrawal, lockWithdrawal, selectWithdrawnDigests } from './withdrawal-store.ts';

const OMIT = 'protect-omit-rows';

/** What the digests of a dataset's people are made with: the key itself never leaves the server. */
export const keyOfPeople = (ctx: Context, datasetId: string): string => ctx.secrets.keyFor(`pseudonyms:${datasetId}`);

/**
 * Takes back consents of people who stand in a column published on consent. The decision on that column goes on with their rows left out: the table is
 * written anew, the next version omits them, and earlier versions that hold them close after it is published. The values themselves are kept nowhere:
 * not in the history, not in the recipe. Needs `privacy.protect`. Throws `invalid`, `not-found`, `conflict` (`not-on-consent`), `forbidden`.
 */
export function withdrawConsent(ctx: Context, resourceId: string, form: WithdrawalWish): Promise<Withdrawal> {
  return transaction(ctx, async (tx) => {
    const wish = parse(form);
    const resource = await findResource(tx, resourceId);
    if (!resource) throw noSuchDecision();
    const dataset = await loadDataset(tx, resource.datasetId);
    await permit(tx, 'privacy.protect', dataset);
    const all = await decisionsNow(tx, dataset.id);
    const before = await selectDecisionsOfResource(tx.db, resourceId);
    const known = before.find(({ columnTitle, state }) => columnTitle === wish.columnTitle && state === 'made');
    if (known?.way !== 'keep' || known.condition !== 'consent') throw notOnConsent(wish.columnTitle);
    const now = tx.clock.now();
    const withdrawal: Withdrawal = {
      id: newId(now.getTime()),
      datasetId: dataset.id,
      resourceId,
      columnTitle: wish.columnTitle,
      digests: digestsOf(keyOfPeople(tx, dataset.id), wish.values),
      document: wish.document,
      madeBy: nameOfActor(tx.actor),
      madeAt: now,
      closedAt: null,
      undone: null,
    };
    await endDecision(tx.db, known.id, withdrawal.madeBy, now);
    await insertDecision(tx.db, { ...without(known, withdrawal), decidedById: personId(tx.actor) });
    await insertWithdrawal(tx.db, withdrawal);
    await record(tx, {
      deed: 'personal-data.consent-withdrawn',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      after: { columnTitle: wish.columnTitle, people: withdrawal.digests.length, document: wish.document },
    });
    await followDecisions(tx, { datasetId: dataset.id, resourceId }, all);
    return withdrawal;
  });
}

/** Digests of the people a decision leaves out. */
function leftOut({ step }: StoredDecision): readonly string[] {
  return step?.code === OMIT ? (step.parameters?.digests as readonly string[]) : [];
}

/** The decision to publish on consent, with these people left out too. */
function without(known: StoredDecision, withdrawal: Withdrawal): StoredDecision {
  const left = leftOut(known);
  return {
    ...known,
    id: newId(withdrawal.madeAt.getTime()),
    step: omissionOf(known.columnTitle, [...left, ...withdrawal.digests]),
    decidedBy: withdrawal.madeBy,
    decidedAt: withdrawal.madeAt,
    replaces: known.id,
  };
}

/**
 * A withdrawal counts no more: it was a mistake, or the consent was given again. The rows of its people stand in the next version, unless others of them
 * are withdrawn too; versions that were closed stay closed. Needs `privacy.protect`. Throws `not-found` where it counts no more, `forbidden`.
 */
export function undoWithdrawal(ctx: Context, id: string): Promise<Withdrawal> {
  return transaction(ctx, async (tx) => {
    const withdrawal = isId(id) ? await lockWithdrawal(tx.db, id) : null;
    if (!withdrawal) throw noSuchWithdrawal();
    const { datasetId, resourceId, columnTitle } = withdrawal;
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, 'privacy.protect', dataset);
    const [by, at] = [nameOfActor(tx.actor), tx.clock.now()];
    const all = await decisionsNow(tx, datasetId);
    await endWithdrawal(tx.db, id, by, at);
    const standing = await selectDecisionsOfResource(tx.db, resourceId);
    const gone = new Set(withdrawal.digests);
    for (const known of standing.filter((one) => leftOut(one).some((digest) => gone.has(digest)))) {
      const still = new Set(await selectWithdrawnDigests(tx.db, resourceId, known.columnTitle, [known.columnTitle]));
      const left = leftOut(known).filter((digest) => !gone.has(digest) || still.has(digest));
      const step = left.length > 0 ? omissionOf(known.columnTitle, left) : null;
      await endDecision(tx.db, known.id, by, at);
      const made = { id: newId(at.getTime()), step, decidedBy: by, decidedById: personId(tx.actor), decidedAt: at };
      await insertDecision(tx.db, { ...known, ...made, replaces: known.id });
    }
    await record(tx, {
      deed: 'personal-data.withdrawal-undone',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      before: { columnTitle, people: withdrawal.digests.length, document: withdrawal.document },
    });
    await followDecisions(tx, { datasetId, resourceId }, all);
    return withdrawal;
  });
}

function noSuchWithdrawal(): RequestError {
  return new RequestError('not-found', 'no-such-withdrawal', {
    uk: 'Це відкликання вже скасовано. Оновіть сторінку.',
    en: 'This withdrawal was undone already. Reload the page.',
  });
}

function digestsOf(key: string, values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => digestOf(key, value, 'row') ?? []))].sort();
}

function parse(form: WithdrawalWish): ReturnType<typeof WithdrawalWish.parse> {
  const parsed = WithdrawalWish.safeParse(form);
  if (parsed.success) return parsed.data;
  const asked = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const faults = FAULTS.filter(({ field }) => asked.has(field));
  throw new RequestError(
    'invalid',
    'withdrawal-incomplete',
    { uk: faults.map(({ text }) => text.uk).join(' '), en: faults.map(({ text }) => text.en).join(' ') },
    faults,
  );
}

const FAULTS: readonly FieldFault[] = [
  {
    field: 'columnTitle',
    text: { uk: 'Оберіть стовпець, опублікований за згодою.', en: 'Choose the column that is published on consent.' },
  },
  {
    field: 'values',
    text: {
      uk: 'Напишіть, хто відкликав згоду: значення цього стовпця, по одному в рядку (до 500).',
      en: 'Write who took the consent back: values of this column, one a line (up to 500).',
    },
  },
  {
    field: 'document',
    text: {
      uk: 'Назвіть документ, яким відкликано згоду: заява, номер, дата.',
      en: 'Name the paper by which it was taken back: a letter, its number and date.',
    },
  },
];

function notOnConsent(title: string): RequestError {
  return new RequestError('conflict', 'not-on-consent', {
    uk: `Стовпець «${title}» оприлюднюється не за згодою людей, тож відкликати нічого. Якщо його треба приховати, змініть рішення щодо нього.`,
    en: `The column “${title}” is not published on the consent of people, so there is nothing to take back. To hide it, change the decision on it.`,
  });
}
