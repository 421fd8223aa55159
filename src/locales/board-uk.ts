import { formatNumber } from '../language/numbers.ts';
import { counted } from '../language/plural.ts';

const n = (value: number) => formatNumber(value, 'uk');
const sets = (count: number) => counted(count, 'набір', 'набори', 'наборів');
const inSets = (count: number) => counted(count, 'наборі', 'наборах', 'наборах');

/** Words of the coordinator's board, in Ukrainian. */
export const boardUk = {
  title: 'Дошка',
  lead: 'Усі набори ваших підрозділів за строком. Позначте кілька й зробіть одну дію для всіх.',
  found: (count: number) => `Знайдено ${sets(count)}`,
  terms: { late: 'Прострочено', soon: 'Скоро строк', 'on-time': 'Вчасно', none: 'Без строку' },
  any: 'Усі',
  filter: {
    q: 'Слова з назви або номер',
    unit: 'Підрозділ',
    anyUnit: 'Усі підрозділи',
    state: 'Стан',
    anyState: 'Будь-який стан',
    frequency: 'Періодичність',
    anyFrequency: 'Будь-яка',
    responsible: 'Пошта відповідальної особи',
    button: 'Показати',
    clear: 'Скинути умови',
  },
  columns: {
    pick: 'Позначити',
    title: 'Набір',
    unit: 'Підрозділ',
    responsible: 'Відповідальна особа',
    frequency: 'Періодичність',
    term: 'Строк',
    state: 'Стан',
  },
  caption: 'Набори за строком',
  pick: (title: string) => `Позначити «${title}»`,
  nobody: 'нікого не вказано',
  late: (days: number, day: string) => `прострочено на ${counted(days, 'день', 'дні', 'днів')}, мало бути ${day}`,
  due: (day: string) => `до ${day}`,
  inReview: (day: string) => `на перевірці до ${day}`,
  reviewLate: (days: number) => `перевірка спізнюється на ${counted(days, 'день', 'дні', 'днів')}`,
  today: 'сьогодні',
  noTerm: 'строку немає',
  none: 'Таких наборів немає',
  noneLead: 'Послабте умови або скиньте їх.',
  empty: 'Наборів ще немає',
  emptyLead: 'Коли підрозділи створять перші набори, вони з’являться тут.',
  deeds: {
    title: 'Що зробити з позначеними',
    all: (count: number) => `Узяти всі ${sets(count)}, що відповідають умовам, а не лише позначені`,
    tooMany: (most: number) => `За один раз можна взяти ${n(most)}.`,
    frequency: 'Нова періодичність',
    chooseFrequency: 'Виберіть зі списку',
    changeFrequency: 'Змінити періодичність',
    frequencyHint: 'Де інших змін немає, буде опубліковано одразу; де є, разом з наступною публікацією.',
    remind: 'Нагадати відповідальним',
    approve: 'Погодити подані',
    assign: 'Доручити іншій людині…',
    memo: 'Службова записка (DOCX)',
    text: 'Текст для месенджера',
  },
  done: {
    frequency: (count: number) => `Періодичність змінено у ${inSets(count)}`,
    assignment: (count: number) => `Відповідальну особу змінено у ${inSets(count)}`,
    reminder: (count: number) => `Нагадано про ${sets(count)}`,
    approval: (count: number) =>
      `Погоджено ${sets(count)}. Оприлюднення за десять хвилин, до того погодження можна скасувати`,
  },
  nothingDone: 'Нічого не змінено',
  left: 'Лишились, як були:',
  undo: 'Скасувати цю дію',
  undone: (count: number) => `Дію скасовано у ${inSets(count)}`,
  assign: {
    title: 'Доручити набори',
    lead: (count: number) => `Кому доручити ${sets(count)}:`,
    person: 'Відповідальна особа',
    choose: 'Виберіть зі списку',
    whatHappens:
      'Паспорти назвуть цю людину. Де прав на набір у неї ще немає, буде створено призначення саме на ці набори: воно діє одразу, наказ можна внести пізніше.',
    button: (count: number) => `Доручити ${sets(count)}`,
    back: 'Назад до дошки',
  },
  memo: {
    about: (all: number, late: number) =>
      late > 0
        ? `прострочено оновлення ${n(late)} з ${counted(all, 'набору', 'наборів', 'наборів')} даних:`
        : `стан оновлення ${counted(all, 'набору', 'наборів', 'наборів')} даних такий:`,
  },
};

export type BoardTexts = typeof boardUk;
