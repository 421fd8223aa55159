import type { CheckGroup } from '../kernel/check.ts';
import type { Severity } from '../kernel/finding.ts';
import type { Language } from '../kernel/text.ts';
import { plural } from '../language/plural.ts';

const groupsUk: Readonly<Record<CheckGroup, string>> = {
  file: 'Файл',
  shape: 'Будова таблиці',
  header: 'Назви стовпців',
  values: 'Значення в клітинках',
  language: 'Мова',
  types: 'Числа й види значень',
  dates: 'Дати й час',
  identifiers: 'Коди й класифікатори',
  addresses: 'Адреси й місця',
  keys: 'Номери записів',
  relations: 'Зв’язки між значеннями',
  structure: 'Структура набору',
  passport: 'Паспорт набору',
};
const groupsEn: typeof groupsUk = {
  file: 'The file',
  shape: 'The shape of the table',
  header: 'Names of columns',
  values: 'Values in cells',
  language: 'Language',
  types: 'Numbers and kinds of values',
  dates: 'Dates and times',
  identifiers: 'Codes and classifications',
  addresses: 'Addresses and places',
  keys: 'Numbers of records',
  relations: 'Relations between values',
  structure: 'The structure of the dataset',
  passport: 'The passport of the dataset',
};

const severitiesUk: Readonly<Record<Severity, string>> = {
  error: 'Без цього не опублікувати',
  warning: 'Варто переглянути',
  advice: 'Порада',
};
const severitiesEn: typeof severitiesUk = {
  error: 'Stands in the way of publication',
  warning: 'Worth a look',
  advice: 'Advice',
};

const uk = {
  title: 'Перевірки',
  lead: (count: number) =>
    `Усе, що система шукає у файлі й паспорті набору: ${count} ${plural(count, 'перевірка', 'перевірки', 'перевірок')}. Про кожну сказано, чому вона важлива, як виглядає вада і що з нею зробити.`,
  search: 'Знайти перевірку',
  find: 'Знайти',
  found: (count: number, words: string) =>
    `За словами «${words}» — ${count} ${plural(count, 'перевірка', 'перевірки', 'перевірок')}.`,
  none: (words: string) => `За словами «${words}» перевірок немає`,
  noneHint: 'Спробуйте одне слово: «дата», «пробіл», «назва».',
  all: 'Усі перевірки',
  groups: groupsUk,
  severities: severitiesUk,
  why: 'Чому це важливо',
  example: 'Приклад',
  before: 'Було',
  after: 'Як має бути',
  changed: 'Виділено те, що змінилося.',
  todo: 'Що робити',
  safe: 'Система виправить це сама, коли натиснете «Виправити все»; що саме зміниться, видно до того, і все можна повернути як було.',
  asked: (buttons: string) => `Тут вирішуєте ви. Кнопка поруч із зауваженням: ${buttons}. Зроблене можна повернути.`,
  byHand: 'Виправте у файлі, з якого робили вивантаження, і завантажте його ще раз.',
  inPassport: 'Виправте на сторінці паспорта: поле з вадою позначено.',
  ground: 'Звідки вимога',
  code: 'Код',
  codeHint: 'Під цим кодом зауваження стоїть у відповіді API та команди check.',
  beside: 'Інші перевірки цієї частини',
  link: 'Чому це важливо',
  chosen: 'Так вирішила громада',
  weights: {
    link: 'Перевірки: що не пускає файл до публікації',
    back: 'Налаштування',
    title: 'Вага перевірок',
    lead: 'Чого громада вимагає від файлів. Змінити можна лише те, чого не вимагає норма чи стандарт. Діє для файлів, які перевірять після збереження; опубліковане лишається як є.',
    usual: (weight: string) => `${weight} (звичайно)`,
    of: (title: string) => `Вага перевірки «${title}»`,
    save: 'Зберегти',
    saved: 'Вагу перевірок збережено',
    reset: 'Повернути все до звичайного',
    changed: (count: number) => `Змінено: ${count} ${plural(count, 'перевірка', 'перевірки', 'перевірок')}.`,
    count: (count: number) => `${count} ${plural(count, 'перевірка', 'перевірки', 'перевірок')}`,
    unchanged: 'Усі перевірки мають звичайну вагу.',
  },
};

/** Words of the pages about checks. */
export const checksTexts: Readonly<Record<Language, typeof uk>> = {
  uk,
  en: {
    title: 'Checks',
    lead: (count) =>
      `All that the system looks for in a file and in the passport of a dataset: ${count} ${count === 1 ? 'check' : 'checks'}. Each says why it matters, what the fault looks like and what to do.`,
    search: 'Find a check',
    find: 'Find',
    found: (count, words) => `${count} ${count === 1 ? 'check' : 'checks'} for “${words}”.`,
    none: (words) => `No checks for “${words}”`,
    noneHint: 'Try one word: “date”, “space”, “name”.',
    all: 'All checks',
    groups: groupsEn,
    severities: severitiesEn,
    why: 'Why it matters',
    example: 'Example',
    before: 'Before',
    after: 'As it should be',
    changed: 'What changed is marked.',
    todo: 'What to do',
    safe: 'The system mends it by itself when you press “Mend all”; you see beforehand what will change, and all can be undone.',
    asked: (buttons) => `Here you decide. The button beside the finding: ${buttons}. It can be undone.`,
    byHand: 'Correct it in the file this one was exported from and upload it again.',
    inPassport: 'Correct it on the page of the passport: the field at fault is marked.',
    ground: 'What asks for it',
    code: 'Code',
    codeHint: 'The finding has this code in answers of the API and of the command check.',
    beside: 'Other checks of this part',
    link: 'Why it matters',
    chosen: 'So the community decided',
    weights: {
      link: 'Checks: what holds a file back from publication',
      back: 'Settings',
      title: 'Weights of checks',
      lead: 'What the community asks of files. Only what no norm or standard asks for can be changed. It counts for files checked after saving; what is published stays as it is.',
      usual: (weight) => `${weight} (usual)`,
      of: (title) => `Weight of the check “${title}”`,
      save: 'Save',
      saved: 'Weights of checks saved',
      reset: 'Give all their usual weight',
      changed: (count) => `Changed: ${count} ${count === 1 ? 'check' : 'checks'}.`,
      count: (count) => `${count} ${count === 1 ? 'check' : 'checks'}`,
      unchanged: 'All checks have their usual weight.',
    },
  },
};
