import type { Language } from '../kernel/text.ts';

const uk = {
  title: 'Безпека',
  titleAsked: 'Безпека: потрібне рішення',
  lead: 'Під час воєнного стану ці відомості перевіряють окремо від персональних даних. Пропонуємо призупинити оприлюднення з підставою й строком; нічого не видаляється.',
  leadColumns: 'Ці стовпці можуть зашкодити безпеці. Пропонуємо їх не показувати.',
  by: {
    item: 'За пунктом переліку обов’язкових наборів.',
    title: 'За назвою.',
    column: 'За назвами стовпців.',
  },
  source: (source: string) => `Звідки це: ${source}.`,
  columns: (titles: readonly string[]) =>
    `${titles.length === 1 ? 'Стовпець' : 'Стовпці'} ${titles.map((one) => `«${one}»`).join(', ')}`,
  table: (title: string) => `таблиця «${title}»`,
  ways: {
    suspend: 'Призупинити на час',
    withhold: 'Прибрати стовпці',
    generalise: 'Узагальнити стовпці',
    publish: 'Оприлюднити',
  },
  hints: {
    suspend: 'Чернетку не опублікують до вказаного дня, опублікований набір закриється зараз. Сторінка скаже чому.',
    withhold: 'Позначених стовпців не буде ні в таблиці, ні в файлах, ні в API. Решта оприлюднюється.',
    generalise:
      'Координати стануть клітинками карти, адреса — вулицею, місткість — проміжками. Що не узагальнюється, те прибирається.',
    publish: 'Набір вийде повністю. Запишіть, хто це погодив.',
  },
  done: {
    suspend: 'Оприлюднення призупинено',
    withhold: 'Оприлюднюється без стовпців',
    generalise: 'Оприлюднюється узагальнено',
    publish: 'Оприлюднюється повністю',
  },
  proposed: 'Пропонуємо',
  other: 'Інше рішення',
  which: 'Які стовпці',
  reason: 'Пояснення',
  reasonHint: 'Кількома словами: що загрожує або чому загрози немає.',
  order: 'Підстава: розпорядчий документ, дата й номер',
  agreedWith: 'Хто погодив',
  agreedHint: 'Орган або посадова особа; якщо є, лист із датою й номером.',
  reviewOn: 'Переглянути рішення',
  reviewLater: 'Переглянути рішення (якщо потрібно)',
  decided: (who: string, day: string) => `${who || 'Система'}, ${day}`,
  until: (day: string) => `до ${day}`,
  review: (day: string) => `переглянути ${day}`,
  agreed: (who: string) => `Погодив: ${who}.`,
  ground: (order: string) => `Підстава: ${order}.`,
  undo: 'Скасувати рішення',
  again: 'Змінити рішення',
  newFlags: 'Відтоді з’явилося нове, тож вирішіть ще раз.',
  due: 'Строк рішення минув. Підтвердьте його на новий строк або змініть.',
  shown: 'Стовпець, який мали прибрати, зараз видно.',
};
type SecurityTexts = typeof uk;

const en: SecurityTexts = {
  title: 'Security',
  titleAsked: 'Security: a decision is needed',
  lead: 'In time of war these data are looked at apart from personal data. We propose to suspend publication with a ground and a term; nothing is deleted.',
  leadColumns: 'These columns may harm security. We propose not to show them.',
  by: {
    item: 'By the item of the list of required datasets.',
    title: 'By its title.',
    column: 'By titles of columns.',
  },
  source: (source) => `Where this is from: ${source}.`,
  columns: (titles) => `${titles.length === 1 ? 'Column' : 'Columns'} ${titles.map((one) => `“${one}”`).join(', ')}`,
  table: (title) => `table “${title}”`,
  ways: {
    suspend: 'Suspend for a time',
    withhold: 'Withhold columns',
    generalise: 'Make columns coarser',
    publish: 'Publish',
  },
  hints: {
    suspend: 'A draft is not published before that day, a published dataset is closed now. Its page says why.',
    withhold: 'The ticked columns are in no table, file or API. The rest is published.',
    generalise:
      'Coordinates become cells of the map, an address its street, a capacity a range. What cannot be made coarser is withheld.',
    publish: 'The dataset goes out whole. Say who agreed to it.',
  },
  done: {
    suspend: 'Publication is suspended',
    withhold: 'Published without columns',
    generalise: 'Published coarser',
    publish: 'Published whole',
  },
  proposed: 'We propose',
  other: 'Another decision',
  which: 'Which columns',
  reason: 'Explanation',
  reasonHint: 'In a few words: what the danger is, or why there is none.',
  order: 'Ground: an order, its date and number',
  agreedWith: 'Who agreed',
  agreedHint: 'A body or an official; the letter with its date and number where there is one.',
  reviewOn: 'Look at the decision again',
  reviewLater: 'Look at the decision again (if needed)',
  decided: (who, day) => `${who || 'The system'}, ${day}`,
  until: (day) => `until ${day}`,
  review: (day) => `look again on ${day}`,
  agreed: (who) => `Agreed by: ${who}.`,
  ground: (order) => `Ground: ${order}.`,
  undo: 'Undo the decision',
  again: 'Change the decision',
  newFlags: 'Something new has come since, so decide once more.',
  due: 'The term of the decision is over. Confirm it for a new term or change it.',
  shown: 'A column that was to be withheld is shown now.',
};

/** Words of security decisions. */
export const securityTexts: Readonly<Record<Language, SecurityTexts>> = { uk, en };
