import type { DocumentForm } from '../../capabilities/documents/index.ts';
import { repeatedRow, rowsField, textField } from '../../platform/documents/index.ts';

/** The passport of a dataset as an office's document; headings come filled, so that it can be written in two languages. */
export const passportForm: DocumentForm = {
  code: 'catalog.passport',
  title: { uk: 'Паспорт набору даних', en: 'Passport of a dataset' },
  about: {
    uk: 'Завантажують зі сторінки набору на порталі та з кабінету перед оприлюдненням.',
    en: 'Downloaded from the page of a dataset and from the cabinet before publication.',
  },
  audience: 'public',
  fields: [
    textField('community', 'громада', 'Вербівська територіальна громада'),
    textField('title', 'назва документа', 'Паспорт набору даних'),
    rowsField('elements', 'елементи', [
      textField('name', 'елемент', 'Найменування'),
      textField('value', 'значення', 'Перелік шкіл громади'),
    ]),
    rowsField('tables', 'таблиці', [
      textField('caption', 'назва таблиці', 'Стовпці таблиці «Школи»'),
      textField('columnHeading', 'заголовок стовпця', 'Стовпець'),
      textField('nameHeading', 'заголовок назви', 'Назва для програм'),
      textField('typeHeading', 'заголовок типу', 'Тип'),
      textField('meaningHeading', 'заголовок значення', 'Що означає'),
      rowsField('columns', 'стовпці', [
        textField('column', 'стовпець', 'Номер школи'),
        textField('name', 'назва для програм', 'school_number'),
        textField('type', 'тип', 'ціле число'),
        textField('meaning', 'що означає', 'Номер за реєстром закладів'),
      ]),
    ]),
    textField('post', 'посада', 'Начальник відділу'),
    textField('person', 'ім’я', 'Олена КОВАЛЬ'),
  ],
  sketch: {
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'title', text: '{назва документа}' },
      { kind: 'key-values', rows: [['{#елементи}{елемент}', '{значення}{/елементи}']] },
      {
        kind: 'repeat',
        words: 'таблиці',
        parts: [
          { kind: 'heading', text: '{назва таблиці}' },
          {
            kind: 'table',
            heading: ['{заголовок стовпця}', '{заголовок назви}', '{заголовок типу}', '{заголовок значення}'],
            rows: [repeatedRow('стовпці', ['{стовпець}', '{назва для програм}', '{тип}', '{що означає}'])],
            shares: [3, 3, 2, 4],
          },
        ],
      },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
    ],
  },
};
