import { z } from 'zod';
import { isDay } from '../../kernel/dates.ts';
import { inLanguage } from '../../kernel/text.ts';
import { dottedDay } from '../../language/citations/index.ts';
import { dayInWords } from '../../language/dates.ts';
import { repeatedRow, rowsField, textField } from '../../platform/documents/index.ts';
import { communityProfile } from '../accounts/index.ts';
import { defineRecipe } from '../documents/index.ts';
import { FACT_KINDS } from './fact-kinds.ts';
import { listEvidence } from './list-evidence.ts';
import { PROOFS, type ProofCode } from './proofs.ts';

const DAY = z.string().refine(isDay);

/** For which days a statement is, and of what; left out: of everything. */
export interface StatementParams {
  readonly from: string;
  readonly to: string;
  readonly proves?: string | undefined;
}

/** Довідка: what was done in a period and what proves it, grouped by what it proves. */
export const statementRecipe = defineRecipe<StatementParams>({
  code: 'evidence.statement',
  title: { uk: 'Довідка про зроблене', en: 'Statement of what was done' },
  about: {
    uk: 'Що зроблено з відкритими даними за період, з датами й підставами; до звіту чи плану.',
    en: 'What was done with open data in a period, with days and grounds; for a report or a plan.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вербівська територіальна громада'),
    textField('from', 'початок', '1 липня 2026 року'),
    textField('to', 'кінець', '30 вересня 2026 року'),
    textField('count', 'кількість', '24'),
    rowsField('parts', 'розділи', [
      textField('proof', 'що підтверджено', 'Набори оновлюють у строк'),
      textField('count', 'скільки', '2'),
      rowsField('facts', 'факти', [
        textField('day', 'дата', '12.08.2026'),
        textField('fact', 'факт', 'Опубліковано оновлення набору'),
        textField('about', 'про що', 'Перелік шкіл'),
        textField('by', 'хто', 'Марта Калина'),
      ]),
    ]),
    textField('none', 'нічого', ''),
    textField('asOf', 'складено', '24 листопада 2026 року'),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'kind-name', text: 'ДОВІДКА' },
      { kind: 'title', text: 'про зроблене у сфері відкритих даних з {початок} до {кінець}' },
      { kind: 'paragraph', text: 'Усього фактів: {кількість}.' },
      { kind: 'repeat', words: 'нічого', parts: [{ kind: 'paragraph', text: '{нічого}' }] },
      {
        kind: 'repeat',
        words: 'розділи',
        parts: [
          { kind: 'heading', text: '{що підтверджено} ({скільки})' },
          {
            kind: 'table',
            heading: ['Дата', 'Що зроблено', 'Про що', 'Хто'],
            rows: [repeatedRow('факти', ['{дата}', '{факт}', '{про що}', '{хто}'])],
            shares: [2, 4, 6, 3],
          },
        ],
      },
      { kind: 'note', text: 'Складено автоматично {складено} з історії дій у системі.' },
    ],
  },
  deed: 'city.manage',
  params: z.object({ from: DAY, to: DAY, proves: z.string().max(60).optional() }).strict(),
  placeOf: () => null,
  async compose(ctx, { from, to, proves }) {
    const found = await listEvidence(ctx, { from, to, ...(proves === undefined ? {} : { proves }) });
    const standing = found.filter(({ takenBackAt }) => takenBackAt === null).reverse();
    const codes = (Object.keys(PROOFS) as ProofCode[]).filter((code) => proves === undefined || code === proves);
    const parts = codes.flatMap((code) => {
      // a fact stands once, under the first thing it proves
      const facts = standing.filter((fact) => (proves === undefined ? fact.proves[0] : proves) === code);
      if (facts.length === 0) return [];
      const rows = facts.map(({ day, kind, title, doneBy }) => ({
        day: dottedDay(day),
        fact: inLanguage(FACT_KINDS[kind].title, 'uk'),
        about: title,
        by: doneBy,
      }));
      return [{ proof: inLanguage(PROOFS[code].title, 'uk'), count: String(facts.length), facts: rows }];
    });
    return {
      title: `Довідка про зроблене з ${dayInWords(from, 'uk')} до ${dayInWords(to, 'uk')}`,
      data: {
        community: (await communityProfile(ctx))?.name ?? '',
        from: dayInWords(from, 'uk'),
        to: dayInWords(to, 'uk'),
        count: String(standing.length),
        parts,
        none: standing.length === 0 ? 'За цей період фактів немає.' : '',
        asOf: dayInWords(ctx.clock.now(), 'uk'),
      },
    };
  },
});
