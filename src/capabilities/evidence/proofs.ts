import type { Text } from '../../kernel/text.ts';

/**
 * What facts prove: the lines that duties, plans, the card and reports will count. `sources`: the duties of governance G0.4 and the tasks of the
 * cities' plans (seeds) behind each, for those who build on it.
 */
export const PROOFS = {
  'data-updated': {
    title: { uk: 'Набори оновлюють у строк', en: 'Datasets are updated in time' },
    sources: ['duty 21', 'S0.12', 'S1 6.2'],
  },
  'data-published': {
    title: { uk: 'Оприлюднюють нові набори', en: 'New datasets are published' },
    sources: ['S0.12', 'S0.18', 'S1 6.2'],
  },
  'required-lists': {
    title: { uk: 'Обов’язкові набори розглянуто', en: 'Required datasets are looked at' },
    sources: ['S0.12', 'ПКМУ 835'],
  },
  'responsible-persons': {
    title: { uk: 'Відповідальних осіб визначено', en: 'Responsible persons are appointed' },
    sources: ['S1 1.2', 'S2 1.2', 'duty 18'],
  },
  'persons-trained': {
    title: { uk: 'Відповідальні особи навчаються', en: 'Responsible persons are trained' },
    sources: ['duty 17', 'S0.22', 'S1 2.1', 'S1 2.2'],
  },
  'people-advised': {
    title: { uk: 'Працівників консультують', en: 'Staff are advised' },
    sources: ['S0.4', 'S0.22', 'S1 2.2'],
  },
  'guidance-kept': {
    title: { uk: 'Методичні матеріали є і їх оновлюють', en: 'Guidance is there and kept fresh' },
    sources: ['duty 24', 'S1 6.1'],
  },
  meetings: {
    title: { uk: 'Зустрічі та засідання відбуваються', en: 'Meetings and sessions are held' },
    sources: ['duty 10', 'S0.24', 'S0.25', 'S1 8.1'],
  },
  'orders-made': {
    title: { uk: 'Розпорядчі документи видано', en: 'Orders are made' },
    sources: ['S0.1', 'S1 1.1'],
  },
  'registry-kept': {
    title: { uk: 'Реєстр даних ведуть і підтверджують', en: 'The registry is kept and confirmed' },
    sources: ['S1 4.2', 'S3 2.8'],
  },
  'feedback-answered': {
    title: { uk: 'На звернення відповідають', en: 'Messages are answered' },
    sources: ['duty 22', 'S0.26'],
  },
} as const satisfies Record<string, { readonly title: Text; readonly sources: readonly string[] }>;

export type ProofCode = keyof typeof PROOFS;
