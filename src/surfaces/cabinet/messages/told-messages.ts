import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { Message } from '../../../capabilities/community/index.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import type { Visit } from '../../components/index.ts';
import type { ToldList } from '../memo/told-list.ts';
import { termOf } from './term-in-words.ts';

/** Messages as a list to be told: by number and dataset only. People write phones into their words, and wrote to the publisher, not to a messenger. */
export function toldMessages(visit: Visit, messages: readonly Message[], units: readonly Unit[]): ToldList {
  const texts = staffMessagesTexts[visit.language].told;
  const words = messagesTexts[visit.language];
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    about: texts.about(messages.length),
    unitName: null,
    columns: [texts.message, texts.term, texts.dataset, texts.unit],
    widths: [3.2, 2, 2.4, 2.2],
    rows: messages.map((message) => ({
      path: `/cabinet/messages/${message.id}`,
      cells: [
        words.titles[message.kind](message.number),
        termOf(visit, message)?.words ?? words.states[message.state],
        message.dataset?.title ?? '',
        (message.unitId === null ? null : names.get(message.unitId)) ?? '',
      ],
    })),
  };
}
