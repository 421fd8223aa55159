import type { FailedLoad } from '../../../capabilities/sources/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { relativeTime } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** A source that gives nothing, or gave what a person has to look at, as a line of the desk. */
export function loadItem(visit: Visit, load: FailedLoad, title: string): DeskItem {
  const texts = deskTexts[visit.language].loads;
  const path = href(visit, load.path);
  const ago = relativeTime(load.since, visit.ctx.clock.now(), visit.language);
  return {
    key: load.resourceId,
    deed: texts.deed,
    title,
    path,
    about: inLanguage(load.reason, visit.language),
    badge: { kind: load.kind === 'waiting' ? 'attention' : 'error', words: texts[load.kind](ago) },
    dueOn: dayOf(load.since),
    since: load.since,
    button: { label: texts.button, path },
  };
}
