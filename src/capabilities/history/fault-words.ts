import type { Text } from '../../kernel/text.ts';
import type { HistoryFault, HistoryFaultCode } from './verify-history.ts';

const WORDS: Readonly<Record<HistoryFaultCode, Text>> = {
  'entry-missing': { uk: 'запису немає', en: 'the entry is gone' },
  'entry-changed': { uk: 'запис змінено', en: 'the entry was changed' },
  'content-changed': { uk: 'зміст запису змінено', en: 'the content of the entry was changed' },
  'erased-without-order': { uk: 'зміст зник без запису про вилучення', en: 'the content is gone without an erasure' },
  'link-missing': { uk: 'перед цим місцем ланцюг розірвано', en: 'the chain is broken before this place' },
  'chain-changed': { uk: 'ланку ланцюга змінено', en: 'the link of the chain was changed' },
  'end-missing': { uk: 'кінець ланцюга обрізано або змінено', en: 'the end of the chain was cut or changed' },
  'head-differs': { uk: 'збереженого раніше кінця ланцюга тут немає', en: 'the head noted earlier is not here' },
  backdated: { uk: 'запис датовано заднім числом', en: 'the entry is backdated' },
  'foreign-entry': { uk: 'запис додано повз систему', en: 'the entry was added past the system' },
};

/** A damage in a line: where, what, which entry. */
export function faultInWords({ code, position, entryId, at, deed }: HistoryFault): Text {
  const which = [deed, at?.toISOString(), entryId].filter(Boolean).join(', ');
  const end = which === '' ? '' : ` (${which})`;
  return {
    uk: `${position === null ? '' : `місце ${position}: `}${WORDS[code].uk}${end}`,
    en: `${position === null ? '' : `position ${position}: `}${WORDS[code].en}${end}`,
  };
}
