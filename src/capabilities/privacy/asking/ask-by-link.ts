import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { type LinkPerson, type MadeLink, makeLink } from '../../links/index.ts';
import { lockDecision, makeDecisionWait } from '../decisions/decision-store.ts';
import { decisionsNow, followDecisions } from '../decisions/follow-decisions.ts';
import { noSuchDecision } from '../decisions/refusals.ts';

/** Who is asked, and how long the link lives. */
export interface AskedPerson extends LinkPerson {
  /** 1 to 60; the community's term where it is left out. */
  readonly days?: number;
}

/**
 * Sends a decision to somebody without an account (the person for access to public information, a lawyer): until they confirm it the decision waits and
 * nothing is published by it. What removes a column needs nobody's word. Needs `privacy.protect`. Throws `not-found`, `invalid` (the person),
 * `forbidden`.
 * @param origin scheme and host of the address in the letter
 */
export function askByLink(ctx: Context, decisionId: string, person: AskedPerson, origin: string): Promise<MadeLink> {
  return transaction(ctx, async (tx) => {
    const decision = isId(decisionId) ? await lockDecision(tx.db, decisionId) : null;
    if (!decision || decision.state === 'undone' || decision.way === 'remove') throw noSuchDecision();
    const dataset = await loadDataset(tx, decision.datasetId);
    const place = { id: dataset.id, unitId: dataset.unitId };
    await permit(tx, 'privacy.protect', place);
    const before = await decisionsNow(tx, decision.datasetId);
    await makeDecisionWait(tx.db, decision.id);
    const { days, name, post, email } = person;
    const made = await makeLink(tx, {
      purpose: 'decide-personal-data',
      subject: { kind: 'decision', id: decision.id, name: dataset.passport.title },
      datasetId: dataset.id,
      unitId: dataset.unitId,
      person: { name, post, email },
      origin,
      ...(days === undefined ? {} : { days }),
    });
    await record(tx, {
      deed: 'personal-data.asked',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      after: { columnTitle: decision.columnTitle, way: decision.way, asked: made.link.person.name },
    });
    await followDecisions(tx, decision, before);
    return made;
  });
}
