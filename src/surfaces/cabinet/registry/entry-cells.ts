import { FREQUENCY_NAMES, groundInWords } from '../../../capabilities/catalog/index.ts';
import type { EntryField, RegistryEntry } from '../../../capabilities/registry/index.ts';
import { type Day, daysBetween } from '../../../kernel/dates.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatBytes } from '../../../language/numbers.ts';
import { registryTexts } from '../../../locales/registry.ts';
import type { MoreColumn } from './registry-query.ts';

/** A link as it can be opened from anywhere; empty where there is nothing to open. */
export function wholeLink(entry: Pick<RegistryEntry, 'link'>, origin: string): string {
  return entry.link.startsWith('/') ? `${origin}${entry.link}` : entry.link;
}

/** Name, post, e-mail and telephone in one line. */
function contactInWords({ contact }: Pick<RegistryEntry, 'contact'>): string {
  return [contact.name, contact.post, contact.email, contact.phone].filter((part) => part !== '').join(', ');
}

/** The ten fields as words for people. */
export function fieldInWords(field: EntryField, entry: RegistryEntry, language: Language, origin: string): string {
  switch (field) {
    case 'id':
      return entry.number;
    case 'name':
      return entry.title;
    case 'description':
      return entry.description;
    case 'created':
      return entry.createdOn;
    case 'format':
      return entry.formats.join(', ');
    case 'size':
      return sizeInWords(entry, language);
    case 'frequency':
      return entry.frequency ? inLanguage(FREQUENCY_NAMES[entry.frequency], language) : '';
    case 'link':
      return wholeLink(entry, origin);
    case 'holder':
      return entry.edrpou === '' ? entry.unitName : `${entry.unitName} (${entry.edrpou})`;
    case 'contact':
      return contactInWords(entry);
  }
}

function sizeInWords(entry: Pick<RegistryEntry, 'size' | 'streamed'>, language: Language): string {
  if (entry.streamed) return registryTexts[language].stream;
  return entry.size === null ? '' : formatBytes(entry.size, language);
}

/** A further column as words. @param today the day freshness is told on */
export function moreInWords(column: MoreColumn, entry: RegistryEntry, language: Language, today: Day): string {
  const texts = registryTexts[language];
  switch (column) {
    case 'state':
      return texts.states[entry.state];
    case 'disclosure':
      return texts.disclosure[entry.more.disclosure];
    case 'item':
      return inLanguage(groundInWords(entry.more.ground), language);
    case 'fresh': {
      if (entry.dueOn === null || entry.state !== 'published') return texts.noTerm;
      const late = daysBetween(entry.dueOn, today);
      return late > 0 ? texts.late(late) : texts.onTime;
    }
    case 'due':
      return entry.dueOn === null ? '' : dayInWords(entry.dueOn, language);
    case 'relations':
      return entry.more.related.length === 0 ? '' : texts.related(entry.more.related.length);
  }
}
