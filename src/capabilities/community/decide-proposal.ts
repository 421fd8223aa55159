import { type Day, dayOf, isDay } from '../../kernel/dates.ts';
import { type FieldFault, refuseFaults } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type Answer, writeAnswer } from './answer-message.ts';
import { changeMessage } from './change-message.ts';
import type { Message, ProposalDecision } from './message.ts';
import { movedTo, replyFaults, tidyText } from './message-rules.ts';
import { personalDataFaults, shown } from './publication-rules.ts';
import { messageClosed, wrongKind } from './refusals.ts';

/** What becomes of a proposal. */
export interface Decision extends Answer {
  readonly state: ProposalDecision;
  /** Of `planned`: the promised day; null or empty: none yet. */
  readonly plannedOn?: Day | null;
  /** Of `published`: the dataset it became, as its card says. */
  readonly result?: { readonly slug: string; readonly title: string } | null;
}

function decisionFaults(decision: Decision, text: string, today: Day): FieldFault[] {
  const { state, plannedOn, result } = decision;
  const faults: FieldFault[] = [];
  if (state === 'refused' && text === '') {
    faults.push({ field: 'text', text: { uk: 'Поясніть, чому відмовлено.', en: 'Explain why it is refused.' } });
  } else if (text !== '') faults.push(...replyFaults('text', text));
  if (state === 'planned' && plannedOn && (!isDay(plannedOn) || plannedOn < today)) {
    faults.push({
      field: 'plannedOn',
      text: { uk: 'Вкажіть день, який ще не минув.', en: 'Give a day that has not passed.' },
    });
  }
  if (state === 'published' && !result) {
    faults.push({
      field: 'result',
      text: {
        uk: 'Вкажіть адресу опублікованого набору, яким стала пропозиція.',
        en: 'Give the address of the published dataset the proposal became.',
      },
    });
  }
  return faults;
}

/**
 * Moves a proposal on, with words to its author (required when refused). Needs `message.answer`. Throws `not-found`, `forbidden`,
 * `conflict` (not a proposal; closed), `invalid` (fields `text`, `plannedOn`, `result`, `publicSubject`, `publicText`).
 */
export function decideProposal(ctx: Context, id: string, decision: Decision): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.decided',
    async change(inner, message) {
      if (message.kind !== 'proposal') throw wrongKind();
      if (message.state === 'closed') throw messageClosed();
      const now = inner.clock.now();
      const { show, state, origin } = decision;
      const confirmed = decision.confirmed ?? show?.confirmed ?? false;
      const text = tidyText(decision.text);
      const unconfirmed = (show !== null || message.publicAt !== null) && !confirmed;
      refuseFaults([
        ...decisionFaults(decision, text, dayOf(now)),
        ...(unconfirmed ? personalDataFaults('text', text) : []),
      ]);
      const after: Message = {
        ...movedTo(show ? shown(message, show, now) : message, state, now),
        plannedOn: state === 'planned' ? decision.plannedOn || null : message.plannedOn,
        result: state === 'published' ? (decision.result ?? null) : null,
      };
      await writeAnswer(inner, after, { text, state, origin });
      return after;
    },
  });
}
