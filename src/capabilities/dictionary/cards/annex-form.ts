import type { Context } from '../../../platform/context.ts';
import { ANNEX_TO_ORDER, tableField, textField } from '../../../platform/documents/index.ts';
import { communityProfile } from '../../accounts/index.ts';
import { type DocumentForm, fillForm } from '../../documents/index.ts';
import type { ListedCard } from './technical-card.ts';

const HEADING = [
  '№ з/п',
  'Набір даних',
  'Таблиця',
  'Формати',
  'Ідентифікатори',
  'Класифікатори',
  'Десятковий знак',
  'Затверджено',
];
/** Widths of the columns in relation to each other. */
const SHARES = [0.5, 2, 1.5, 1.4, 1.7, 2, 0.8, 1.1];

/** Technical cards of all datasets as an annex to an order, on a page that lies (seed: Положення, п. 2.4). */
export const cardsAnnexForm: DocumentForm = {
  code: 'dictionary.cards-annex',
  title: { uk: 'Додаток: технічні картки наборів даних', en: 'Annex: technical cards of datasets' },
  about: {
    uk: 'Формати, ідентифікатори й класифікатори кожного набору, станом на день, коли його складено.',
    en: 'Formats, identifiers and classifiers of each dataset, as of the day it was made.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вигадана громада'),
    textField('day', 'станом на', '1 жовтня 2026'),
    textField('count', 'скільки наборів', '12'),
    tableField('cards', 'картки', {
      heading: HEADING,
      rows: [
        [
          ...['1', 'Перелік шкіл', 'Школи', 'CSV, JSON, XML', 'Номер школи', 'Тип закладу — довідник «Типи закладів»'],
          ...['крапка', '01.10.2026'],
        ],
      ],
      shares: SHARES,
    }),
    textField('post', 'посада', 'Керуючий справами'),
    textField('name', 'ім’я', 'Олег ЯВІР'),
  ],
  sketch: {
    landscape: true,
    parts: [
      ANNEX_TO_ORDER,
      { kind: 'title', text: 'ФОРМАТИ, ІДЕНТИФІКАТОРИ ТА КЛАСИФІКАТОРИ НАБОРІВ ДАНИХ' },
      { kind: 'paragraph', text: '{громада}, станом на {станом на}, наборів: {скільки наборів}', flush: true },
      { kind: 'slot', words: 'картки' },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
    ],
  },
};

const onPaper = (at: Date): string => at.toISOString().slice(0, 10).split('-').reverse().join('.');
const orNone = (words: readonly string[]): string => (words.length > 0 ? words.join('; ') : 'немає');

function rowsOf(card: ListedCard, at: number): string[][] {
  const { approval, present, state, title } = card;
  // what is approved is printed as approved; a change waits for its own approval
  const { tables, decimalSign } = approval?.content ?? present;
  const standing =
    approval === null
      ? 'не затверджено'
      : `${onPaper(approval.approvedAt)}${state === 'changed' ? ', далі змінено' : ''}`;
  return tables.map((table, first) => [
    ...(first === 0 ? [String(at + 1), title] : ['', '']),
    table.title,
    table.formats.join(', '),
    orNone(table.identifiers),
    orNone(table.classifiers),
    decimalSign === 'comma' ? 'кома' : 'крапка',
    standing,
  ]);
}

/** The annex as DOCX by the city's template. The caller has read the cards by its own right. @param day in words */
export async function fillCardsAnnex(
  ctx: Context,
  cards: readonly ListedCard[],
  day: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const withTables = cards.filter(({ present, approval }) => (approval?.content ?? present).tables.length > 0);
  return fillForm(ctx, cardsAnnexForm, {
    community: (await communityProfile(ctx))?.name ?? '',
    day,
    count: String(withTables.length),
    cards: { heading: HEADING, rows: withTables.flatMap(rowsOf), shares: SHARES },
    post: '',
    name: '',
  });
}
