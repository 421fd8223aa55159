import type { Text } from '../../kernel/text.ts';
import type { Frequency } from './passport.ts';

/** Themes of the national portal (facts: ua-codes.json, portalGroups): code → name. */
export const THEMES: Readonly<Record<string, Text>> = {
  derzhava: { uk: 'Держава', en: 'Government' },
  podatky: { uk: 'Державні доходи і видатки', en: 'Public revenue and spending' },
  ekonomika: { uk: 'Економіка та бізнес', en: 'Economy and business' },
  energetyka: { uk: 'Енергетика', en: 'Energy' },
  transport: { uk: 'Інфраструктура і транспорт', en: 'Infrastructure and transport' },
  ekolohiia: { uk: 'Навколишнє середовище', en: 'Environment' },
  'molod-i-sport': { uk: 'Освіта, культура, спорт', en: 'Education, culture, sport' },
  'okhorona-zdorovia': { uk: 'Охорона здоров’я', en: 'Health' },
  'rehionalnyi-rozvytok': { uk: 'Регіональний розвиток', en: 'Regional development' },
  'sotsialnyi-zakhyst': { uk: 'Суспільство', en: 'Society' },
  finansy: { uk: 'Фінанси', en: 'Finance' },
  iustytsiia: { uk: 'Юстиція та судочинство', en: 'Justice and courts' },
};

/** How often a dataset is updated, in words, from the most frequent. */
export const FREQUENCY_NAMES: Readonly<Record<Frequency, Text>> = {
  'more than once a day': { uk: 'Більш як один раз на день', en: 'More than once a day' },
  'once a day': { uk: 'Щодня', en: 'Every day' },
  'once a week': { uk: 'Щотижня', en: 'Every week' },
  'once a month': { uk: 'Щомісяця', en: 'Every month' },
  'once a quarter': { uk: 'Щокварталу', en: 'Every quarter' },
  'once a half year': { uk: 'Кожного півріччя', en: 'Every half year' },
  'once a year': { uk: 'Щороку', en: 'Every year' },
  'immediately after making changes': { uk: 'Відразу після внесення змін', en: 'At once after a change' },
  'no longer updated': { uk: 'Більше не оновлюється', en: 'No longer updated' },
};

const DAYS: Readonly<Partial<Record<Frequency, number>>> = {
  'more than once a day': 1,
  'once a day': 1,
  'once a week': 7,
  'once a month': 31,
  'once a quarter': 92,
  'once a half year': 183,
  'once a year': 365,
};

/** Days after which the next update is due (facts 4, thresholds of TAPAS); null where no term runs by itself. */
export function frequencyDays(frequency: Frequency): number | null {
  return DAYS[frequency] ?? null;
}
