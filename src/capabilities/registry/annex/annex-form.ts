import { ANNEX_TO_ORDER, tableField, textField } from '../../../platform/documents/index.ts';
import type { DocumentForm } from '../../documents/index.ts';

/** Headings of the annex, the ten fields of seed 003, п. 2.8, in the words of an order. */
export const ANNEX_HEADING: readonly string[] = [
  '№ з/п',
  'ID',
  'Назва набору даних',
  'Короткий опис',
  'Дата створення',
  'Формат',
  'Розмір',
  'Частота оновлення',
  'Посилання',
  'Розпорядник',
  'Засоби зв’язку',
];

/** The registry as an annex to an order: an A4 page that lies, the ten fields, the heading on every page. */
export const registryAnnexForm: DocumentForm = {
  code: 'registry.annex',
  title: { uk: 'Додаток до розпорядження: Реєстр даних', en: 'Annex to an order: the data registry' },
  about: {
    uk: 'Реєстр даних у десяти полях на лежачому аркуші, станом на день, коли його складено.',
    en: 'The data registry in ten fields on a page that lies, as of the day it was made.',
  },
  audience: 'internal',
  fields: [
    textField('community', 'громада', 'Вигадана громада'),
    textField('holder', 'чий реєстр', 'Вигадана міська рада'),
    textField('day', 'станом на', '1 жовтня 2026'),
    textField('count', 'скільки записів', '120'),
    tableField('entries', 'реєстр', {
      heading: ANNEX_HEADING,
      rows: [
        [
          ...['1', '04053648-000001', 'Перелік шкіл', 'Школи громади: назва, район, кількість учнів.', '01.03.2026'],
          ...['CSV, JSON', '12 КБ', 'Щороку', 'https://data.example.ua/datasets/shkoly', 'Управління освіти'],
          'Олена Вигадана, osvita@example.ua',
        ],
      ],
      shares: [0.5, 1.2, 1.7, 2.2, 0.9, 0.9, 0.7, 1, 1.6, 1.4, 1.6],
    }),
    textField('post', 'посада', 'Керуючий справами'),
    textField('name', 'ім’я', 'Олег ЯВІР'),
  ],
  sketch: {
    landscape: true,
    parts: [
      ANNEX_TO_ORDER,
      { kind: 'title', text: 'РЕЄСТР ДАНИХ' },
      { kind: 'paragraph', text: '{чий реєстр}, станом на {станом на}, записів: {скільки записів}', flush: true },
      { kind: 'slot', words: 'реєстр' },
      { kind: 'signature', post: '{посада}', name: '{ім’я}' },
    ],
  },
};
