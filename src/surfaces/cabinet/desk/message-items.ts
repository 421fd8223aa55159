import type { Message } from '../../../capabilities/community/index.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import { href, type Visit } from '../../components/index.ts';
import { gist } from '../messages/list-page.tsx';
import { termOf } from '../messages/term-in-words.ts';
import type { DeskItem } from './desk-item.ts';

/** A message somebody waits to have answered, as a line of the desk. */
export function messageItem(visit: Visit, message: Message): DeskItem {
  const texts = staffMessagesTexts[visit.language].desk;
  const path = href(visit, `/cabinet/messages/${message.id}`);
  const about = message.dataset ? `, ${message.dataset.title}` : '';
  return {
    key: message.id,
    deed: texts.deeds[message.kind],
    title: gist(message),
    path,
    about: `${texts.titles[message.kind]} № ${message.number}${about}`,
    badge: termOf(visit, message),
    dueOn: message.dueOn,
    since: message.createdAt,
    button: { label: texts.deeds[message.kind], path },
    somebodyWaits: true,
  };
}
