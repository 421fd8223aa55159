import type { Message } from '../../../capabilities/community/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { workingDaysBetween } from '../../../language/working-days.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import type { StateKind, Visit } from '../../components/index.ts';

/** The term of an answer: its tone, and its words with the day at hand. Null where nothing is owed. */
export function termOf(visit: Visit, { dueOn }: Pick<Message, 'dueOn'>): { kind: StateKind; words: string } | null {
  if (dueOn === null) return null;
  const texts = staffMessagesTexts[visit.language].term;
  const today = dayOf(visit.ctx.clock.now());
  const day = dayInWords(dueOn, visit.language);
  if (dueOn < today) return { kind: 'error', words: texts.late(workingDaysBetween(dueOn, today), day) };
  if (dueOn === today) return { kind: 'attention', words: texts.today };
  const left = workingDaysBetween(today, dueOn);
  return { kind: left <= 1 ? 'attention' : 'info', words: texts.soon(left, day) };
}
