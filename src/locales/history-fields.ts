import type { Text } from '../kernel/text.ts';

const FIELDS: Readonly<Record<string, Text>> = {
  name: { uk: 'Назва', en: 'Name' },
  'person.name': { uk: 'Імʼя та прізвище', en: 'Name' },
  email: { uk: 'Пошта', en: 'E-mail' },
  phone: { uk: 'Телефон', en: 'Phone' },
  site: { uk: 'Сайт', en: 'Web site' },
  edrpou: { uk: 'ЄДРПОУ', en: 'EDRPOU' },
  katottg: { uk: 'КАТОТТГ', en: 'KATOTTG' },
  colour: { uk: 'Колір', en: 'Colour' },
  decimalSign: { uk: 'Десятковий знак у CSV', en: 'Decimal sign in CSV' },
  parquet: { uk: 'Файли Parquet', en: 'Parquet files' },
  slug: { uk: 'Адреса сторінки', en: 'Page address' },
  parentId: { uk: 'Кому підпорядкований', en: 'Stands below' },
  unitId: { uk: 'Підрозділ', en: 'Unit' },
  role: { uk: 'Роль', en: 'Role' },
  active: { uk: 'Доступ відкрито', en: 'Access on' },
  sessions: { uk: 'Сеансів', en: 'Sessions' },
  title: { uk: 'Назва', en: 'Title' },
  description: { uk: 'Опис', en: 'Description' },
  purpose: { uk: 'Призначення', en: 'Purpose' },
  language: { uk: 'Мова', en: 'Language' },
  frequency: { uk: 'Періодичність оновлення', en: 'Frequency of updates' },
  keywords: { uk: 'Ключові слова', en: 'Keywords' },
  themes: { uk: 'Теми', en: 'Themes' },
  ground: { uk: 'Підстава', en: 'Ground' },
  responsibleName: { uk: 'Відповідальна особа', en: 'Responsible person' },
  responsibleEmail: { uk: 'Пошта відповідальної особи', en: 'E-mail of the responsible person' },
  dataAsOf: { uk: 'Дані станом на', en: 'Data as of' },
  state: { uk: 'Стан', en: 'State' },
  fields: { uk: 'Поля', en: 'Fields' },
  kind: { uk: 'Вид', en: 'Kind' },
  url: { uk: 'Адреса', en: 'Address' },
  reason: { uk: 'Причина', en: 'Reason' },
  order: { uk: 'Розпорядчий документ', en: 'Order' },
  reviewOn: { uk: 'Переглянути до', en: 'Review on' },
  rows: { uk: 'Рядків', en: 'Rows' },
  number: { uk: 'Номер', en: 'Number' },
  nationalId: { uk: 'Національний номер', en: 'National number' },
};

/** A field of a subject (`unit`, `person` …) in words; one nobody has named yet is shown as it is. */
export function fieldInWords(subjectKind: string, field: string): Text {
  return FIELDS[`${subjectKind}.${field}`] ?? FIELDS[field] ?? { uk: field, en: field };
}
