import { formatNumber } from '../language/numbers.ts';
import { plural } from '../language/plural.ts';

const datasets = (n: number) => `${formatNumber(n, 'uk')} ${plural(n, 'набір', 'набори', 'наборів')}`;

/** Words of the search of datasets, in Ukrainian. */
export const searchUk = {
  headingAll: (n: number) => (n === 0 ? 'Наборів ще немає' : datasets(n)),
  headingAbout: (n: number, q: string) => `${datasets(n)} про «${q}»`,
  headingNone: (q: string) => `Про «${q}» нічого не знайшлося`,
  headingNoneFiltered: 'За цими умовами наборів немає',
  results: 'Знайдені набори',
  facets: 'Уточнити',
  facet: {
    theme: 'Тема',
    unit: 'Розпорядник',
    format: 'Формат',
    keyword: 'Ключове слово',
    frequency: 'Як часто оновлюється',
    freshness: 'Свіжість',
  },
  freshness: { 'on-time': 'оновлено вчасно', late: 'запізнюється' },
  more: 'Ще',
  chosen: 'Обрано',
  remove: 'Прибрати:',
  clear: 'Прибрати всі умови',
  order: 'Порядок',
  orders: { meaning: 'за змістом', newest: 'найновіші', used: 'найуживаніші' },
  corrected: (q: string) => `Показано результати за «${q}».`,
  literally: (q: string) => `Шукати саме «${q}»`,
  otherWords: 'Ось набори за рештою запиту.',
  anyWord: 'Набору, де є всі ці слова, немає. Ось набори, де є хоч одне.',
  missing: (words: readonly string[]) =>
    words.length === 1
      ? `Слова «${words[0]}» немає в жодному наборі.`
      : `Слів ${words.map((word) => `«${word}»`).join(', ')} немає в жодному наборі.`,
  understood: (q: string) =>
    `Ми шукали слова «${q}» у назвах, описах, ключових словах і стовпцях: у будь-яких відмінках, з виправленням помилок і з повсякденними назвами.`,
  understoodLiterally: (q: string) => `Ми шукали саме слова «${q}», без виправлень і повсякденних назв.`,
  near: 'Можливо, ви мали на увазі',
  wayOut: 'Як шукати далі',
  wayOutFewer: 'Спробуйте коротший запит: одне-два слова.',
  wayOutAll: 'Переглянути всі набори',
  wayOutNotLiteral: 'Шукати з виправленнями',
  withoutConditions: 'Без цих умов щось може знайтися.',
  propose: 'Запропонувати набір',
  proposeLead:
    'Таких даних на порталі ще немає. Скажіть громаді, що вони потрібні: ми відповімо, чи вони є і коли з’являться.',
  suggestions: {
    label: 'Підказки',
    dataset: 'набір',
    theme: (n: number) => `тема, ${datasets(n)}`,
    unit: (n: number) => `розпорядник, ${datasets(n)}`,
    question: 'шукати',
    count: (n: number) => `${formatNumber(n, 'uk')} ${plural(n, 'підказка', 'підказки', 'підказок')}`,
  },
  words: {
    title: 'Слова пошуку',
    lead: 'Як кажуть люди і як написано в наборах. Пошук знає кілька тисяч таких слів; тут ви додаєте свої: місцеві назви, скорочення, звичні слова. Зміни діють одразу.',
    addTitle: 'Додати слова',
    everyday: 'Як кажуть люди',
    everydayHint: 'Через кому або кожне з нового рядка: «стометрівка, сотка»',
    official: 'Як написано в наборах',
    officialHint: 'Слова, за якими набір уже знаходиться: «вулиця Незалежності»',
    add: 'Додати слова',
    save: 'Зберегти слова',
    added: 'Слова додано. Пошук уже їх знає.',
    saved: 'Слова збережено.',
    removed: 'Слова вилучено.',
    forgotten: 'Запит прибрано зі списку.',
    own: 'Слова громади',
    none: 'Своїх слів ще немає.',
    change: 'Змінити',
    changeOf: (word: string) => `Змінити слова «${word}»`,
    remove: 'Вилучити ці слова',
    missed: 'Що шукали і не знайшли',
    missedLead:
      'Запити без відповіді за частотою, без імен і адрес. Якщо такі дані є, додайте слова; якщо немає, це привід їх оприлюднити.',
    missedNone: 'Запитів без відповіді ще не було.',
    question: 'Запит',
    times: 'Разів',
    last: 'Востаннє',
    deed: 'Дія',
    addFor: 'Додати слова',
    addForOf: (q: string) => `Додати слова для «${q}»`,
    forget: 'Прибрати',
    forgetOf: (q: string) => `Прибрати «${q}» зі списку`,
  },
};
