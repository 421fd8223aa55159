import type { Language } from '../kernel/text.ts';
import { formatNumber } from '../language/numbers.ts';

/** Words around the risk that somebody is told without a name. What was counted says itself (`tellRisk`). */
interface RiskTexts {
  readonly title: string;
  readonly causes: string;
  readonly proposals: string;
  /** Where a person chooses the columns it is counted by. */
  readonly choice: {
    readonly title: string;
    readonly titleFirst: string;
    readonly legend: string;
    readonly hint: (most: number) => string;
    readonly button: string;
    /** Before the name of who chose. */
    readonly by: string;
    readonly usual: string;
  };
}

export const riskTexts: Record<Language, RiskTexts> = {
  uk: {
    title: 'Чи впізнають людину без імені',
    causes: 'Через що',
    proposals: 'Що допоможе',
    choice: {
      title: 'Рахувати за іншими стовпцями',
      titleFirst: 'Порахувати, чи впізнають людину без імені',
      legend: 'Що про людину можуть знати сусіди чи колеги',
      hint: (most) => `До ${formatNumber(most, 'uk')} стовпців. Вибір запам’ятаємо для наступних файлів.`,
      button: 'Порахувати',
      by: 'Стовпці вибрано:',
      usual: 'Рахувати за звичайними',
    },
  },
  en: {
    title: 'Whether a person is told without a name',
    causes: 'Because of what',
    proposals: 'What helps',
    choice: {
      title: 'Count by other columns',
      titleFirst: 'Count whether a person is told without a name',
      legend: 'What neighbours or colleagues may know of a person',
      hint: (most) => `Up to ${formatNumber(most, 'en')} columns. The choice is remembered for the next files.`,
      button: 'Count',
      by: 'Columns chosen by',
      usual: 'Count by the usual ones',
    },
  },
};
