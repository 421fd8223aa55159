import { type Kind, somewhere, words } from '../kind.ts';

export const openingHoursKind: Kind = {
  code: 'opening-hours',
  title: { uk: 'Графік роботи', en: 'Opening hours' },
  purpose: { uk: 'Дні й години роботи', en: 'Days and hours of work' },
  header: words(
    'графік',
    'режим (?:роботи|прийому)',
    'години',
    'розклад роботи',
    'час роботи',
    '\\S* opening hours',
    'schedule',
    'працює',
  ),
  not: words('код', 'кількіст'),
  byHeader: 0.75,
  is: somewhere('\\d{1,2}[:.]\\d{2} ?(?:[-–—]|до|по) ?\\d{1,2}[:.]\\d{2}|цілодобово|24/7', 'iu'),
  form: { uk: 'години від і до', en: 'hours from and to' },
  alone: { confidence: 0.88, share: 0.8 },
  types: ['text'],
};
