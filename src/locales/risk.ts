import type { Language } from '../kernel/text.ts';

/** Words around the risk that somebody is told without a name. What was counted says itself (`tellRisk`). */
interface RiskTexts {
  readonly title: string;
  readonly causes: string;
  readonly proposals: string;
}

export const riskTexts: Record<Language, RiskTexts> = {
  uk: {
    title: 'Чи впізнають людину без імені',
    causes: 'Через що',
    proposals: 'Що допоможе',
  },
  en: {
    title: 'Whether a person is told without a name',
    causes: 'Because of what',
    proposals: 'What helps',
  },
};
