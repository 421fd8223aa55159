import type { OwnPart } from '../../../capabilities/mandates/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** Answers why there are no data whose review is due, as lines of the desk. */
export function requiredItems(visit: Visit, part: OwnPart): DeskItem[] {
  const texts = deskTexts[visit.language].required;
  const today = dayOf(visit.ctx.clock.now());
  return part.reviews.map(({ one, cell, unitName, dueOn }) => {
    const path = href(visit, `/cabinet/city/required/items/${one.item.line}`);
    const day = dayInWords(dueOn, visit.language);
    return {
      key: `required ${one.item.line} ${cell.unitId}`,
      deed: texts.deed,
      title: one.item.title,
      path,
      about: [unitName, cell.decision && requiredTexts[visit.language].states[cell.decision.kind]]
        .filter(Boolean)
        .join(' · '),
      badge: dueOn < today ? { kind: 'error', words: texts.past(day) } : { kind: 'attention', words: texts.due(day) },
      dueOn,
      since: new Date(`${dueOn}T00:00:00Z`),
      button: { label: texts.button, path },
    };
  });
}
