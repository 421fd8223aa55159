import type { Language } from '../kernel/text.ts';
import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const uk = {
  title: 'Відкликання згоди',
  lead: 'Людина, яка погоджувалася на оприлюднення, може передумати. Її рядки не потраплять у наступну версію, а раніші версії з ними закриються, щойно наступну буде опубліковано.',
  noColumns: 'За згодою нічого не оприлюднюється',
  noColumnsHint: 'Відкликати можна згоду на стовпець, щодо якого вирішено «оприлюднити» на підставі згоди людей.',
  column: 'Стовпець',
  columnHint: 'За яким впізнати людину: ім’я, номер картки.',
  values: 'Хто відкликав',
  valuesHint:
    'Значення цього стовпця, по одному в рядку. Регістр літер і зайві пробіли не важать. Самих значень система не зберігає.',
  document: 'Документ',
  documentHint: 'Наприклад: заява від 12.03.2026 № 14.',
  button: 'Відкликати згоду',
  done: 'Записано. Таблицю переписуємо без цих рядків.',
  doneLead: 'Опублікуйте нову версію: доти в опублікованій вони ще є. Якщо не можна чекати, вилучіть версію негайно.',
  table: (title: string, table: string) => `${title} (таблиця «${table}»)`,
  left: (rows: number) => `У новій таблиці пропущено ${counted(rows, 'рядок', 'рядки', 'рядків')}.`,
  leftFewer: (people: number, rows: number) =>
    `Відкликали згоду ${formatNumber(people, 'uk')}, а пропущено рядків ${formatNumber(rows, 'uk')}.`,
  leftFewerHint:
    'не для всіх значень знайдено рядок. Хто лишився в таблиці, того й далі видно. Перевірте, чи значення написано так само, як у стовпці: скасуйте відкликання й запишіть його знову.',
  list: 'Відкликані згоди',
  none: 'Згод ще не відкликали.',
  columns: {
    when: 'Коли',
    column: 'Стовпець',
    people: 'Людей',
    document: 'Документ',
    by: 'Хто записав',
    state: 'Стан',
  },
  closed: (day: string) => `раніші версії закрито ${day}`,
  open: 'чекає на нову версію',
  undo: 'Скасувати відкликання',
  undone: (by: string, day: string) => `скасовано: ${by}, ${day}`,
  undoneNotice: 'Відкликання скасовано. Рядки повертаємо в таблицю.',
  undoneLead: 'Вони з’являться в наступній версії. Версії, які через відкликання закрито, лишаються закритими.',
  back: 'До персональних даних',
  emergency: 'Вилучити версію негайно',
};

/** Words of the page where consents are taken back. */
export const consentsTexts: Readonly<Record<Language, typeof uk>> = {
  uk,
  en: {
    title: 'Consent taken back',
    lead: 'A person who agreed to be published may change their mind. Their rows are left out of the next version, and earlier versions that hold them close as soon as that is published.',
    noColumns: 'Nothing is published on consent',
    noColumnsHint:
      'A consent can be taken back for a column that was decided to be published on the consent of people.',
    column: 'Column',
    columnHint: 'By which the person is told: a name, a card number.',
    values: 'Who took it back',
    valuesHint:
      'Values of this column, one a line. Letter case and extra spaces do not matter. The values themselves are not kept.',
    document: 'Paper',
    documentHint: 'Such as: letter of 12.03.2026 No 14.',
    button: 'Take the consent back',
    done: 'Recorded. The table is being written without these rows.',
    doneLead:
      'Publish a new version: until then the published one still holds them. If that cannot wait, withdraw the version at once.',
    table: (title, table) => `${title} (table “${table}”)`,
    left: (rows) => `${formatNumber(rows, 'en')} ${rows === 1 ? 'row is' : 'rows are'} left out of the new table.`,
    leftFewer: (people, rows) =>
      `Consents taken back: ${formatNumber(people, 'en')}, rows left out: ${formatNumber(rows, 'en')}.`,
    leftFewerHint:
      'not every value has a row. Whoever stays in the table is still seen. See whether the values are written as in the column: undo the withdrawal and record it again.',
    list: 'Consents taken back',
    none: 'No consents were taken back yet.',
    columns: { when: 'When', column: 'Column', people: 'People', document: 'Paper', by: 'Recorded by', state: 'State' },
    closed: (day) => `earlier versions closed ${day}`,
    open: 'waits for a new version',
    undo: 'Undo the withdrawal',
    undone: (by, day) => `undone: ${by}, ${day}`,
    undoneNotice: 'The withdrawal is undone. The rows return to the table.',
    undoneLead: 'They will be in the next version. Versions that were closed because of it stay closed.',
    back: 'To personal data',
    emergency: 'Withdraw a version at once',
  },
};
