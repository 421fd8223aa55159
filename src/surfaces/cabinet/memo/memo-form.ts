import type { DocumentForm } from '../../../capabilities/documents/index.ts';
import { tableField, textField } from '../../../platform/documents/index.ts';

/** Службова записка with a list of the cabinet as its table. Its words come filled, so that it can be written in two languages. */
export const memoForm: DocumentForm = {
  code: 'cabinet.memo',
  title: { uk: 'Службова записка', en: 'Memo' },
  about: {
    uk: 'Перелік із дошки чи пошуку, який надсилають керівникові підрозділу.',
    en: 'A list of the board sent to the head of a unit.',
  },
  audience: 'internal',
  fields: [
    textField('title', 'назва документа', 'Службова записка'),
    textField('to', 'кому', 'Керівнику: Відділ освіти'),
    textField('from', 'від кого', 'Від: Марта Калина'),
    textField('about', 'вступ', 'Доводжу до відома, що станом на 24 листопада 2026 року 2 набори прострочено:'),
    tableField('list', 'перелік', {
      heading: ['№', 'Набір', 'Строк'],
      rows: [
        ['1', 'Перелік шкіл', 'прострочено на 3 дні'],
        ['2', 'Маршрути шкільних автобусів', 'прострочено на 8 днів'],
      ],
      shares: [0.5, 4, 2],
    }),
    textField('ask', 'прохання', 'Прошу забезпечити виконання у визначений строк та повідомити про результат.'),
    textField('post', 'посада', 'Координатор відкритих даних'),
    textField('name', 'ім’я', 'Марта КАЛИНА'),
    textField('day', 'дата', '24 листопада 2026 року'),
  ],
  sketch: {
    parts: [
      { kind: 'addressee', lines: ['{кому}', '{від кого}'] },
      { kind: 'title', text: '{назва документа}' },
      { kind: 'paragraph', text: '{вступ}' },
      { kind: 'slot', words: 'перелік' },
      { kind: 'paragraph', text: '{прохання}' },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
      { kind: 'note', text: '{дата}' },
    ],
  },
};
