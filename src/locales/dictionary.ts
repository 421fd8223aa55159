import type { Language } from '../kernel/text.ts';
import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const percent = (share: number) => `${Math.floor(share * 100)} %`;

const uk = {
  // links of a table
  linksTitle: 'Ключі й зв’язки',
  linksLead:
    'За чим упізнати рядок і з чим його зв’язати: спільні поля, довідники, інші таблиці. Прив’язаний стовпець перевіряється з кожним новим файлом.',
  toStructure: 'Структура',
  none: 'Структури ще немає. Завантажте файл, і тут з’являться стовпці.',
  keyTitle: 'Що відрізняє рядок від рядка',
  keyIs: (columns: string) => `Зараз: ${columns}.`,
  keyNone: 'Ключа ще немає.',
  keyColumns: 'Стовпці ключа',
  keyColumnsHint: 'Один стовпець без повторів або кілька, що разом не повторюються.',
  keySave: 'Зберегти ключ',
  keyFind: 'Знайти ключ у даних',
  keyFound: (columns: string) => `Разом не повторюються: ${columns}. Позначено нижче, збережіть.`,
  keyNotFound: 'Жодні три стовпці разом не відрізняють усіх рядків. Додайте стовпець із номером у виправленнях файла.',
  suggested: 'Пропонуємо зв’язати',
  noneSuggested:
    'Нових зв’язків не пропонуємо: решта стовпців не схожі на спільні поля, довідники чи ключі інших таблиць. Довідник можна обрати й на сторінці структури.',
  take: 'Зв’язати позначені',
  asField: (column: string, field: string) => `«${column}» — це спільне поле «${field}»`,
  asFieldHint: 'Назва, тип, формат і опис візьмуться зі словника.',
  asList: (column: string, list: string, share: number) =>
    `«${column}» — коди довідника «${list}» (збіглося ${percent(share)})`,
  asTable: (column: string, table: string, there: string, share: number) =>
    `«${column}» посилається на «${table}», ${there} (збіглося ${percent(share)})`,
  asKey: (columns: string, table: string, share: number) =>
    `${columns} разом посилаються на рядок таблиці «${table}» (збіглося ${percent(share)})`,
  column: 'Стовпець',
  sharedField: 'Спільне поле',
  list: 'Довідник',
  table: 'Посилання',
  loose: 'Відв’язати',
  looseOf: (column: string) => `Відв’язати «${column}»`,
  linked: 'Зв’язки збережено. Публічно вони з’являться з наступною версією.',
  notLinked: 'Нічого не зв’язано.',
  // dictionary of fields
  fieldsTitle: 'Словник спільних полів',
  fieldsLead:
    'Поля, однакові в різних наборах: адреса, телефон, код вулиці. Стовпець, прив’язаний до такого поля, бере з нього назву, тип, формат і перевірки.',
  fieldsNone: 'Спільних полів ще немає. Створіть перше.',
  uses: (n: number) => counted(n, 'стовпець', 'стовпці', 'стовпців'),
  newField: 'Нове спільне поле',
  create: 'Створити поле',
  name: 'Назва для програм',
  nameHint: 'Латинськими літерами: streetCode.',
  title: 'Назва',
  titleHint: 'Як стовпець зветься в таблиці: «Код вулиці».',
  type: 'Тип',
  kind: 'Що це за значення',
  kindHint: 'Від цього залежать перевірки.',
  noKind: 'просто значення',
  format: 'Формат',
  unit: 'Одиниця виміру',
  purpose: 'Опис',
  noList: 'без довідника',
  usedIn: 'Де використано',
  notUsed: 'Жоден стовпець ще не прив’язано. Прив’язують на сторінці «Ключі й зв’язки» набору.',
  save: 'Переглянути й зберегти',
  touches: (columns: number, sets: number) =>
    `Зміна торкнеться ${counted(columns, 'стовпця', 'стовпців', 'стовпців')} у ${counted(sets, 'наборі', 'наборах', 'наборах')}. Відповідальні дізнаються про неї, публічно вона вийде з наступною версією кожного.`,
  confirm: 'Так, змінити всюди',
  remove: 'Вилучити поле',
  removeHint: 'Стовпці лишаться, як є, і не будуть ні до чого прив’язані.',
  saved: 'Поле збережено.',
  dataset: 'Набір',
};

const en: typeof uk = {
  linksTitle: 'Keys and links',
  linksLead:
    'What tells a row and what it belongs to: shared fields, code lists, other tables. A column that is bound is checked with every new file.',
  toStructure: 'Structure',
  none: 'There is no structure yet. Upload a file and its columns stand here.',
  keyTitle: 'What tells one row from another',
  keyIs: (columns) => `Now: ${columns}.`,
  keyNone: 'There is no key yet.',
  keyColumns: 'Columns of the key',
  keyColumnsHint: 'One column without repeats, or several that do not repeat together.',
  keySave: 'Save the key',
  keyFind: 'Find a key in the data',
  keyFound: (columns) => `Do not repeat together: ${columns}. They are ticked below; save.`,
  keyNotFound: 'No three columns together tell all rows. Add a column of numbers among the repairs of the file.',
  suggested: 'Suggested links',
  noneSuggested:
    'No new links to suggest: no other column looks like a shared field, a code list or a key of another table. A code list can also be chosen on the structure page.',
  take: 'Link the chosen',
  asField: (column, field) => `“${column}” is the shared field “${field}”`,
  asFieldHint: 'Title, type, format and description come from the dictionary.',
  asList: (column, list, share) => `“${column}” holds codes of “${list}” (${percent(share)} agree)`,
  asTable: (column, table, there, share) => `“${column}” refers to “${table}”, ${there} (${percent(share)} agree)`,
  asKey: (columns, table, share) => `${columns} together refer to a row of “${table}” (${percent(share)} agree)`,
  column: 'Column',
  sharedField: 'Shared field',
  list: 'Code list',
  table: 'Reference',
  loose: 'Loose',
  looseOf: (column) => `Loose “${column}”`,
  linked: 'The links are saved. The public sees them with the next version.',
  notLinked: 'Nothing is linked.',
  fieldsTitle: 'Dictionary of shared fields',
  fieldsLead:
    'Fields that are the same in several datasets: address, phone, street code. A column bound to one takes its title, type, format and checks.',
  fieldsNone: 'There are no shared fields yet. Make the first.',
  uses: (n) => `${formatNumber(n, 'en')} ${n === 1 ? 'column' : 'columns'}`,
  newField: 'New shared field',
  create: 'Make the field',
  name: 'Name for programs',
  nameHint: 'In Latin letters: streetCode.',
  title: 'Title',
  titleHint: 'What the column is called in the table: “Street code”.',
  type: 'Type',
  kind: 'What the values are',
  kindHint: 'It chooses the checks.',
  noKind: 'just values',
  format: 'Format',
  unit: 'Unit of measure',
  purpose: 'Description',
  noList: 'no code list',
  usedIn: 'Where it is used',
  notUsed: 'No column is bound yet. Columns are bound on the page “Keys and links” of a dataset.',
  save: 'Look over and save',
  touches: (columns, sets) =>
    `The change touches ${formatNumber(columns, 'en')} ${columns === 1 ? 'column' : 'columns'} in ${formatNumber(sets, 'en')} ${sets === 1 ? 'dataset' : 'datasets'}. Those who answer for them are told; the public sees it with the next version of each.`,
  confirm: 'Yes, change it everywhere',
  remove: 'Remove the field',
  removeHint: 'The columns stay as they are and are bound to nothing.',
  saved: 'The field is saved.',
  dataset: 'Dataset',
};

/** Words of shared fields, keys and links. */
export const dictionaryTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
