import { nameOfActor } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { type Link, useLink } from '../../links/index.ts';
import { notify } from '../../notices/index.ts';
import type { Decision } from '../decisions/decision.ts';
import { endDecision, lockDecision, type StoredDecision, selectDecision } from '../decisions/decision-store.ts';
import { decisionsNow, followDecisions } from '../decisions/follow-decisions.ts';
import { confirmProposed } from '../decisions/undo-decision.ts';

/** What the person with the link says. */
export interface DecisionAnswer {
  readonly confirms: boolean;
  /** Why not; needed where they do not confirm. */
  readonly words: string;
}

const MOST_WORDS = 2000;

/** The decision a link asks about, as the person with the link sees it. Throws `conflict` (`decision-changed`) where it waits no more. */
export async function decisionOfLink(guest: Context, link: Link): Promise<Decision> {
  await permit(guest, 'privacy.keep', { id: link.datasetId, unitId: link.unitId });
  const decision = await selectDecision(guest.db, link.subject.id);
  if (decision?.state !== 'waiting') throw changedMeanwhile();
  return decision;
}

/**
 * Confirms or declines the decision of a link, once, in the name of its person; declined, the column waits for another decision and the words stand in the
 * history. Those who look after the dataset are told. Throws `gone`, `invalid` (no words), `conflict` (`decision-changed`).
 */
export function answerByLink(ctx: Context, code: string, answer: DecisionAnswer): Promise<Link> {
  return useLink(ctx, code, async (guest, link) => {
    const decision = await lockDecision(guest.db, link.subject.id);
    if (decision?.state !== 'waiting') throw changedMeanwhile();
    const before = await decisionsNow(guest, decision.datasetId);
    if (answer.confirms) await confirmProposed(guest, decision.id);
    else await decline(guest, link, decision, answer.words.trim());
    await followDecisions(guest, decision, before);
    await notify(guest, {
      to: { deed: 'privacy.protect', place: { id: link.datasetId, unitId: link.unitId } },
      kind: 'review.answered',
      subject: { kind: 'dataset', id: link.datasetId, name: link.subject.name },
      link: `/cabinet/datasets/${link.datasetId}/privacy`,
      facts: { by: link.person.name },
    });
    return answer.confirms ? 'decision-confirmed' : 'decision-declined';
  });
}

async function decline(guest: Context, link: Link, decision: StoredDecision, words: string): Promise<void> {
  await permit(guest, 'privacy.keep', { id: link.datasetId, unitId: link.unitId });
  if (words === '' || words.length > MOST_WORDS) throw noWords();
  await endDecision(guest.db, decision.id, nameOfActor(guest.actor), guest.clock.now());
  await record(guest, {
    deed: 'personal-data.declined',
    subject: { kind: 'dataset', id: link.datasetId, name: link.subject.name, unitId: link.unitId },
    before: { columnTitle: decision.columnTitle, way: decision.way, groundCode: decision.groundCode },
    note: words,
  });
}

function noWords(): RequestError {
  const text = {
    uk: `Поясніть, чому ви не погоджуєтеся (до ${MOST_WORDS} знаків). Значень із таблиці не пишіть.`,
    en: `Explain why you do not agree (up to ${MOST_WORDS} characters). Write no values of the table.`,
  };
  return new RequestError('invalid', 'no-words', text, [{ field: 'words', text }]);
}

function changedMeanwhile(): RequestError {
  return new RequestError('conflict', 'decision-changed', {
    uk: 'Це рішення вже змінили або скасували. Робити нічого не треба; якщо ваша думка потрібна, вам надішлють нове посилання.',
    en: 'This decision was changed or taken back meanwhile. There is nothing to do; if your word is needed, a new link will come.',
  });
}
