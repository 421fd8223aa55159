import type { DataTask } from '../../../capabilities/community/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { relativeTime } from '../../../language/dates.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** An error in the data that somebody found and a colleague confirmed, as a line of the desk. */
export function taskItem(visit: Visit, task: DataTask): DeskItem {
  const texts = deskTexts[visit.language].tasks;
  const { row, column } = task.place;
  return {
    key: task.id,
    deed: texts.deed,
    title: task.dataset.title,
    path: href(visit, `/cabinet/messages/${task.messageId}`),
    about: texts.place(row, column),
    badge: {
      kind: 'attention',
      words: texts.since(relativeTime(task.openedAt, visit.ctx.clock.now(), visit.language)),
    },
    dueOn: dayOf(task.openedAt),
    since: task.openedAt,
    button: { label: texts.button, path: href(visit, `/cabinet/new?dataset=${task.dataset.id}`) },
    somebodyWaits: true,
  };
}
