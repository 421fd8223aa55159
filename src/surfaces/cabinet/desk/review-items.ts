import type { ReviewWork } from '../../../capabilities/review/index.ts';
import { dayOf, daysBetween } from '../../../kernel/dates.ts';
import { dayInWords, relativeTime } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type StateKind, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** Submissions that wait for this person's decision, and those that came back to them, as lines of the desk. */
export function reviewItems(visit: Visit, work: ReviewWork): DeskItem[] {
  return [...work.toDecide.map((line) => toDecide(visit, line)), ...work.cameBack.map((line) => cameBack(visit, line))];
}

function toDecide(visit: Visit, line: ReviewWork['toDecide'][number]): DeskItem {
  const texts = deskTexts[visit.language].review;
  const path = href(visit, `/cabinet/review/${line.submissionId}`);
  return {
    key: line.submissionId,
    deed: texts.decide,
    title: line.title,
    path,
    about: texts.by(line.by),
    badge: termOf(visit, line.dueOn),
    dueOn: line.dueOn,
    since: new Date(line.since),
    button: { label: texts.look, path },
    somebodyWaits: true,
  };
}

function cameBack(visit: Visit, line: ReviewWork['cameBack'][number]): DeskItem {
  const texts = deskTexts[visit.language].review;
  const ago = relativeTime(new Date(line.since), visit.ctx.clock.now(), visit.language);
  const path = href(visit, `/cabinet/datasets/${line.datasetId}/publish`);
  return {
    key: line.submissionId,
    deed: texts.mend,
    title: line.title,
    path: href(visit, `/cabinet/datasets/${line.datasetId}`),
    badge: { kind: 'error', words: line.failed ? texts.failed(ago) : texts.returned(ago) },
    // it waits for its author from the day it came back
    dueOn: dayOf(new Date(line.since)),
    since: new Date(line.since),
    button: { label: texts.toMend, path },
  };
}

function termOf(visit: Visit, dueOn: string): { kind: StateKind; words: string } {
  const texts = deskTexts[visit.language].terms;
  const left = daysBetween(dayOf(visit.ctx.clock.now()), dueOn);
  const day = dayInWords(dueOn, visit.language);
  if (left < 0) return { kind: 'error', words: texts.late(-left, day) };
  return left === 0 ? { kind: 'attention', words: texts.today } : { kind: 'info', words: texts.soon(left, day) };
}
