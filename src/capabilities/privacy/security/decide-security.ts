import { nameOfActor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { headerWords } from '../../../tabular/kinds/header-words.ts';
import { permit, permitAny } from '../../accounts/index.ts';
import { type Dataset, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { decide } from '../decisions/decide.ts';
import type { DecisionWish } from '../decisions/decision.ts';
import { decisionsOf } from '../decisions/read-decisions.ts';
import { badDecision, noSuchDecision } from '../decisions/refusals.ts';
import { undoDecision } from '../decisions/undo-decision.ts';
import { securityOf } from './read-security.ts';
import { type ReadSecurityWish, type SecurityDecision, SecurityWish } from './security-decision.ts';
import type { FlaggedColumn, SecurityFlag } from './security-flag.ts';
import { faultsOfSecurityWish, flagsThen } from './security-rules.ts';
import { endSecurityDecision, insertSecurityDecision, lockSecurityDecision } from './security-store.ts';

/**
 * Decides on a dataset that asks for a security decision; it takes the place of the one before. Columns to withhold or to make coarser are decided
 * upon one by one with it. To publish needs `privacy.keep`, anything else `privacy.protect`. Closing what is public already is the work of publishing.
 * Throws `invalid` (`decision-incomplete`), `conflict` (`no-security-risk`), `forbidden`.
 */
export function decideSecurity(ctx: Context, datasetId: string, wish: SecurityWish): Promise<SecurityDecision> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    const read = SecurityWish.parse(wish);
    await permit(tx, read.way === 'publish' ? 'privacy.keep' : 'privacy.protect', dataset);
    const now = tx.clock.now();
    const faults = faultsOfSecurityWish(read, dayOf(now));
    if (faults.length > 0) throw badDecision(faults);
    const { flags, decision: before } = await securityOf(tx, dataset);
    if (flags.length === 0) throw noRisk();
    const hides = read.way === 'withhold' || read.way === 'generalise';
    const columns = hides ? read.columns : [];
    if (before) await showColumns(tx, before, columns);
    if (hides) await hideColumns(tx, read, flags);
    const made: SecurityDecision = {
      id: newId(now.getTime()),
      datasetId,
      flags: flagsThen(flags),
      ...{ way: read.way, columns, reason: read.reason, agreedWith: read.agreedWith },
      ...{ order: read.order, reviewOn: read.reviewOn, state: 'made' },
      ...{ decidedBy: nameOfActor(tx.actor), decidedAt: now },
    };
    if (before) await endSecurityDecision(tx.db, before.id, made.decidedBy, now);
    await insertSecurityDecision(tx.db, made, dataset.unitId);
    await record(tx, {
      deed: 'security.decided',
      subject: subjectOf(dataset),
      ...(before ? { before: evidenceOf(before) } : {}),
      after: evidenceOf(made),
    });
    return made;
  });
}

/** Takes a decision back: the dataset waits for one again. What was decided on columns stands. Throws `not-found` where it is undone already. */
export function undoSecurity(ctx: Context, id: string): Promise<SecurityDecision> {
  return transaction(ctx, async (tx) => {
    const decision = isId(id) ? await lockSecurityDecision(tx.db, id) : null;
    if (!decision) throw noSuchDecision();
    const dataset = await loadDataset(tx, decision.datasetId);
    await permitAny(tx, ['privacy.protect', 'privacy.keep'], dataset);
    if (decision.state === 'undone') throw noSuchDecision();
    await endSecurityDecision(tx.db, id, nameOfActor(tx.actor), tx.clock.now());
    await record(tx, { deed: 'security.undone', subject: subjectOf(dataset), before: evidenceOf(decision) });
    return decision;
  });
}

const subjectOf = ({ id, passport, unitId }: Dataset) => ({ kind: 'dataset', id, name: passport.title, unitId });

function evidenceOf({ flags, way, columns, reason, agreedWith, order, reviewOn }: SecurityDecision) {
  return {
    ...{ flags, way, reason, agreedWith, order, reviewOn },
    columns: columns.map(({ columnTitle }) => columnTitle),
  };
}

/** What the decision before hid and this one does not, unless somebody has decided on that column otherwise since. */
async function showColumns(tx: Context, before: SecurityDecision, kept: SecurityDecision['columns']): Promise<void> {
  const decisions = await decisionsOf(tx, before.datasetId);
  for (const { resourceId, columnTitle } of before.columns) {
    if (kept.some((one) => one.resourceId === resourceId && one.columnTitle === columnTitle)) continue;
    const own = decisions.find((one) => one.resourceId === resourceId && one.columnTitle === columnTitle);
    if (own?.threePart?.interest === 'national-security' && own.reason === before.reason)
      await undoDecision(tx, own.id);
  }
}

/** The columns of the wish, table by table, on the interest of security. */
async function hideColumns(tx: Context, wish: ReadSecurityWish, flags: readonly SecurityFlag[]): Promise<void> {
  const flagged = flags.flatMap(({ columns }) => columns);
  for (const [resourceId, columns] of Map.groupBy(wish.columns, (column) => column.resourceId)) {
    const here = flagged.filter((one) => one.resourceId === resourceId);
    const wishes = columns.map(({ columnTitle }): DecisionWish => {
      const step = wish.way === 'generalise' ? coarser(columnTitle, here, columns) : null;
      return {
        columnTitle,
        way: step ? 'generalise' : 'remove',
        ...(step ? { step } : {}),
        reason: wish.reason,
        restriction: 'service',
        threePart: { interest: 'national-security', harm: wish.reason, balance: BALANCE },
        reviewOn: wish.reviewOn,
      };
    });
    const moved = new Set(wishes.map(({ step }) => step?.parameters?.longitude));
    await decide(
      tx,
      resourceId,
      wishes.filter(({ columnTitle }) => !moved.has(columnTitle)),
    );
  }
}

const BALANCE = 'Під час воєнного стану шкода безпеці людей переважає суспільний інтерес у цих відомостях.';

/** Ranges that say whether a shelter is small or large, and not how many gather there. */
const CAPACITY = [50, 100, 300, 1000];
const LATITUDE = / (?:\S+ )?(?:широт|lat)/u;
const LONGITUDE = / (?:\S+ )?(?:довгот|lon|lng)/u;

/** How a column is made coarser, by what it holds; null: there is nothing between all and nothing. */
function coarser(
  title: string,
  flagged: readonly FlaggedColumn[],
  wanted: readonly { readonly columnTitle: string }[],
): DecisionWish['step'] {
  const risk = flagged.find(({ columnTitle }) => columnTitle === title)?.risk;
  if (risk === 'address') return { code: 'protect-generalise-address', parameters: { to: 'street' } };
  if (risk === 'shelter-capacity') return { code: 'protect-ranges', parameters: { bounds: CAPACITY } };
  if (risk !== 'coordinates') return null;
  const words = headerWords(title);
  if (LONGITUDE.test(words)) return null;
  const longitude = wanted.find(({ columnTitle }) => LONGITUDE.test(headerWords(columnTitle)))?.columnTitle;
  if (!LATITUDE.test(words)) return { code: 'protect-grid' };
  return longitude === undefined ? null : { code: 'protect-grid', parameters: { longitude } };
}

function noRisk(): RequestError {
  return new RequestError('conflict', 'no-security-risk', {
    uk: 'Цей набір не потребує безпекового рішення. Оновіть сторінку.',
    en: 'This dataset asks for no security decision. Reload the page.',
  });
}
