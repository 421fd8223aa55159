import { addDays, dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import type { FilledSheet } from '../../tabular/writers/index.ts';
import { may } from '../accounts/index.ts';
import {
  addResource,
  changePassport,
  changeStructure,
  createDataset,
  type Dataset,
  loadDataset,
  planDataset,
  type StructureField,
} from '../catalog/index.ts';

/** Days until a register that was planned is promised. */
const TERM = 30;

const COMMON = {
  format: '',
  unit: '',
  identifier: false,
  sensitivity: 'open',
  geometry: null,
  sourceColumn: null,
  required: false,
} as const;

/** What a line says of one document: enough to find it, and to know that nothing is missing. */
const FIELDS: readonly StructureField[] = [
  {
    ...COMMON,
    name: 'identifier',
    title: 'Ідентифікатор',
    type: 'text',
    purpose: 'Стабільний номер рядка',
    identifier: true,
    required: true,
  },
  {
    ...COMMON,
    name: 'type',
    title: 'Вид документа',
    type: 'text',
    purpose: 'Рішення, розпорядження, звіт, протокол',
    required: true,
  },
  { ...COMMON, name: 'number', title: 'Номер', type: 'text', purpose: 'Номер документа, як у ньому самому' },
  {
    ...COMMON,
    name: 'dateAccepted',
    title: 'Дата',
    type: 'date',
    format: 'YYYY-MM-DD',
    purpose: 'День, коли документ прийнято',
    required: true,
  },
  { ...COMMON, name: 'title', title: 'Назва', type: 'text', purpose: 'Повна назва документа', required: true },
  { ...COMMON, name: 'url', title: 'Посилання', type: 'text', purpose: 'Адреса, за якою документ лежить на сайті' },
  { ...COMMON, name: 'note', title: 'Примітка', type: 'text', purpose: 'Чи чинний, чим змінено' },
];

const EXAMPLE = [
  '1',
  'рішення',
  '12/3',
  '2026-01-31',
  'приклад: Про затвердження плану роботи',
  'https://example.org/documents/12-3',
  '',
];

/** A workbook to fill in: the headings of a register of documents and one example line. */
export function registerTemplate(): FilledSheet[] {
  return [
    { name: 'Дані', headings: FIELDS.map(({ title }) => title), widths: FIELDS.map(() => 24), rows: [EXAMPLE] },
    {
      name: 'Поля',
      headings: ['Поле', 'Що в ньому'],
      widths: [24, 60],
      rows: FIELDS.map(({ title, purpose }) => [title, purpose]),
    },
  ];
}

const TITLE = 'Реєстр документів';
const DESCRIPTION = 'Документи, що лежать на сайті: вид, номер, дата, назва й посилання на кожен.';

/**
 * Instead of documents themselves, a table with a line for each: a dataset with its structure, promised to the public in a month by those who may
 * promise, a draft of the others. Needs `dataset.create`. Throws `forbidden`, `invalid`.
 */
export function planRegister(ctx: Context, unitId: string): Promise<Dataset> {
  return transaction(ctx, async (tx) => {
    const promised = await may(tx, 'dataset.publish', { id: null, unitId });
    const dueOn = addDays(dayOf(tx.clock.now()), TERM);
    const made = promised
      ? await planDataset(tx, { unitId, title: TITLE, description: DESCRIPTION, themes: [], dueOn })
      : await createDataset(tx, { unitId, title: TITLE });
    if (!promised) await changePassport(tx, made.id, { ...made.passport, description: DESCRIPTION });
    const resource = await addResource(tx, made.id, { kind: 'table', title: TITLE });
    await changeStructure(tx, resource.id, { fields: [...FIELDS] });
    return loadDataset(tx, made.id);
  });
}
