import { tableField, textField } from '../../../platform/documents/index.ts';
import type { DocumentForm } from '../../documents/index.ts';

/** The journal of consultations of a quarter, to be filed or put to a report. */
export const consultationsForm: DocumentForm = {
  code: 'people.consultations',
  title: { uk: 'Журнал консультацій', en: 'Journal of consultations' },
  about: {
    uk: 'Консультації кварталу з підсумками за тими, хто консультував.',
    en: 'Consultations of a quarter with totals by who advised.',
  },
  audience: 'internal',
  fields: [
    textField('title', 'назва документа', 'Журнал консультацій з питань відкритих даних, IV квартал 2026'),
    textField('community', 'громада', 'Вигадана громада'),
    tableField('journal', 'журнал', {
      heading: ['День', 'З ким', 'Про що', 'Хвилин', 'Хто'],
      rows: [['23 листопада 2026', 'Ганна Мальва', 'Як закрити стовпець', '10', 'Олег Явір']],
      shares: [1.2, 1.6, 2, 0.8, 1.4],
    }),
    tableField('totals', 'підсумки', {
      heading: ['Хто консультував', 'Консультацій', 'Хвилин'],
      rows: [['Олег Явір', '12', '140']],
      shares: [3, 1, 1],
    }),
    textField('post', 'посада', 'Відповідальна особа'),
    textField('name', 'ім’я', 'Олег ЯВІР'),
  ],
  sketch: {
    landscape: true,
    parts: [
      { kind: 'issuer', lines: ['{громада}'] },
      { kind: 'title', text: '{назва документа}' },
      { kind: 'slot', words: 'журнал' },
      { kind: 'heading', text: 'Підсумки' },
      { kind: 'slot', words: 'підсумки' },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
    ],
  },
};
