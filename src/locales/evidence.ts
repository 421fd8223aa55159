import { formatNumber } from '../language/numbers.ts';
import { plural, pluralEnglish } from '../language/plural.ts';

export const evidenceUk = {
  title: 'Докази',
  lead: 'Що зроблено і що це підтверджує. Ніхто нічого не вписує: система бере це з історії дій і закріплює таким, яким воно було.',
  filter: {
    kind: 'Що сталося',
    anyKind: 'Будь-що',
    proves: 'Що підтверджує',
    anything: 'Будь-що',
    from: 'З дня',
    to: 'До дня',
    button: 'Показати',
    clear: 'Прибрати умови',
  },
  count: (n: number) => `${formatNumber(n, 'uk')} ${plural(n, 'факт', 'факти', 'фактів')}`,
  byProof: 'Чого скільки',
  csv: 'Завантажити CSV',
  statement: 'Скласти довідку (DOCX)',
  statementHint: (from: string, to: string) => `Довідка буде за період з ${from} до ${to}; її дані закріпляться.`,
  caption: 'Факти, найновіші перші',
  columns: { day: 'День', fact: 'Що сталося', about: 'Про що', proves: 'Що підтверджує', by: 'Хто' },
  undone: 'скасовано',
  public: 'відомо всім',
  bySystem: 'система',
  empty: 'За цими умовами фактів немає',
  emptyHint: 'Факти з’являються самі за хвилину після дії: публікації, підпису, навчання, відповіді.',
  newer: 'Новіші',
  older: 'Давніші',
  csvColumns: ['day', 'kind', 'fact', 'about', 'proves', 'by', 'unit', 'address', 'public', 'undone', 'snapshot'],
  badDays: 'Початок періоду пізніший за кінець. Поміняйте дні місцями.',
};

const en: typeof evidenceUk = {
  title: 'Evidence',
  lead: 'What was done and what it proves. Nobody types anything: the system takes it from the history of deeds and keeps it as it was.',
  filter: {
    kind: 'What happened',
    anyKind: 'Anything',
    proves: 'What it proves',
    anything: 'Anything',
    from: 'From',
    to: 'To',
    button: 'Show',
    clear: 'Clear the conditions',
  },
  count: (n: number) => `${formatNumber(n, 'en')} ${pluralEnglish(n, 'fact', 'facts')}`,
  byProof: 'How much of what',
  csv: 'Download CSV',
  statement: 'Write a statement (DOCX)',
  statementHint: (from: string, to: string) => `The statement will be for ${from} to ${to}; its data will be fixed.`,
  caption: 'Facts, newest first',
  columns: { day: 'Day', fact: 'What happened', about: 'About what', proves: 'What it proves', by: 'Who' },
  undone: 'undone',
  public: 'known to all',
  bySystem: 'the system',
  empty: 'There are no facts by these conditions',
  emptyHint: 'Facts come by themselves within a minute of a deed: publication, signing, training, an answer.',
  newer: 'Newer',
  older: 'Older',
  csvColumns: ['day', 'kind', 'fact', 'about', 'proves', 'by', 'unit', 'address', 'public', 'undone', 'snapshot'],
  badDays: 'The period begins after it ends. Put the days the other way round.',
};

/** The page of evidence. */
export const evidenceTexts = { uk: evidenceUk, en } as const;
