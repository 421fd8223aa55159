import type { Language } from '../../kernel/text.ts';
import { dayInWords } from '../../language/dates.ts';
import type { Notice } from './notice.ts';
import { factsOfKind } from './notice-kinds.ts';

const LABELS = {
  uk: {
    by: 'Хто',
    from: 'З дня',
    until: 'До дня',
    instead: 'Замість',
    unit: 'Підрозділ',
    dueOn: 'Строк',
    reason: 'Причина',
  },
  en: { by: 'Who', from: 'From', until: 'Until', instead: 'Instead', unit: 'Unit', dueOn: 'Due', reason: 'Reason' },
} as const;

/** The sentence of a notice and what is told after it, each «Строк: 5 березня 2027». */
export interface NoticeWords {
  readonly sentence: string;
  readonly details: readonly string[];
}

/** A notice in words of one language. */
export function noticeInWords(notice: Pick<Notice, 'kind' | 'subject' | 'facts'>, language: Language): NoticeWords {
  const { subject, facts } = notice;
  const values: Readonly<Record<string, string>> = {
    subject: subject.name,
    count: String(facts.count ?? ''),
    unit: facts.unit ?? '',
  };
  const template = factsOfKind(notice.kind).sentence[language];
  const labels = LABELS[language];
  const details: readonly (readonly [label: string, value: string | undefined])[] = [
    [labels.from, facts.from && dayInWords(facts.from, language)],
    [labels.until, facts.until && dayInWords(facts.until, language)],
    [labels.instead, facts.instead],
    [labels.dueOn, facts.dueOn && dayInWords(facts.dueOn, language)],
    [labels.reason, facts.reason],
    [labels.unit, facts.unit],
    [labels.by, facts.by],
  ];
  return {
    sentence: template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    details: details.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])),
  };
}
