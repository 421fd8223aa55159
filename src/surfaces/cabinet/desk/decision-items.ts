import type { ListedDecision } from '../../../capabilities/people/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { relativeDay } from '../../../language/dates.ts';
import { groupTexts } from '../../../locales/group.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** A decision of the working group this person is to carry out, as a line of the desk. */
export function decisionItem(visit: Visit, decision: ListedDecision): DeskItem {
  const texts = groupTexts[visit.language];
  const today = dayOf(visit.ctx.clock.now());
  const { dueOn } = decision;
  const path = href(visit, `/cabinet/city/group/sittings/${decision.sittingId}`);
  const late = dueOn !== null && dueOn < today;
  return {
    key: decision.id,
    deed: texts.desk.deed,
    title: decision.text,
    path,
    badge:
      dueOn === null
        ? null
        : { kind: late ? 'attention' : 'info', words: `${texts.due}: ${relativeDay(dueOn, today, visit.language)}` },
    dueOn,
    since: new Date(`${decision.sitting.on}T00:00:00Z`),
    button: { label: texts.desk.button, path: href(visit, '/cabinet/city/group') },
  };
}
