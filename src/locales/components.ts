import type { ErrorKind } from '../kernel/errors.ts';
import type { Language } from '../kernel/text.ts';

/** Words of the page frame and the parts of pages. */
interface ComponentsTexts {
  readonly product: string;
  readonly openData: string;
  readonly thisLanguage: string;
  /** For a narrow screen. */
  readonly thisLanguageShort: string;
  readonly skip: string;
  /** After the number of notices, for those who hear the page. */
  readonly unread: string;
  readonly breadcrumbs: string;
  readonly signIn: string;
  readonly desk: string;
  readonly account: string;
  readonly feed: string;
  readonly accessibility: string;
  readonly edrpou: string;
  readonly reuse: string;
  readonly nav: Record<'label' | 'datasets' | 'themes' | 'units' | 'about' | 'messages', string>;
  readonly cabinetNav: Record<
    | 'label'
    | 'desk'
    | 'board'
    | 'internal'
    | 'review'
    | 'add'
    | 'messages'
    | 'notices'
    | 'people'
    | 'city'
    | 'settings'
    | 'history',
    string
  >;
  readonly search: Record<'label' | 'placeholder' | 'submit', string>;
  readonly states: Record<'good' | 'attention' | 'error' | 'info', string>;
  readonly pager: Record<'label' | 'previous' | 'next' | 'page', string>;
  readonly stepper: Record<'label' | 'done', string> & { now(step: number, all: number, name: string): string };
  readonly progress: Record<'label' | 'done', string>;
  readonly snippet: Record<'copy' | 'copied', string>;
  errorSummary(count: number): string;
  readonly errors: Record<
    'internal' | 'signIn' | 'toDatasets' | 'toHome' | 'write' | 'requestNumber' | 'closed',
    string
  > & {
    readonly titles: Record<ErrorKind, string>;
  };
}

const uk: ComponentsTexts = {
  product: 'Відкрито',
  openData: 'Відкриті дані',
  thisLanguage: 'Українською',
  thisLanguageShort: 'УКР',
  skip: 'До змісту сторінки',
  unread: 'непрочитаних',
  breadcrumbs: 'Шлях до цієї сторінки',
  signIn: 'Увійти',
  desk: 'Робочий стіл',
  account: 'Мій запис',
  feed: 'Стрічка оновлень',
  accessibility: 'Доступність',
  edrpou: 'ЄДРПОУ',
  reuse:
    'Дані можна вільно використовувати, зокрема для заробітку, без оплати й дозволу. Єдина умова: послатися на джерело.',
  nav: {
    label: 'Розділи',
    datasets: 'Набори',
    themes: 'Теми',
    units: 'Розпорядники',
    about: 'Про портал',
    messages: 'Питання і пропозиції',
  },
  cabinetNav: {
    label: 'Кабінет',
    desk: 'Що зробити',
    board: 'Дошка',
    internal: 'Службові набори',
    review: 'На перевірці',
    add: 'Новий набір',
    messages: 'Повідомлення',
    notices: 'Сповіщення',
    people: 'Люди',
    city: 'Громада',
    settings: 'Налаштування',
    history: 'Історія',
  },
  search: { label: 'Пошук наборів даних', placeholder: 'Що шукаєте?', submit: 'Знайти' },
  states: { good: 'Гаразд', attention: 'Увага', error: 'Помилка', info: 'До відома' },
  pager: { label: 'Сторінки', previous: 'Попередня', next: 'Наступна', page: 'Сторінка' },
  stepper: { label: 'Кроки', done: 'зроблено', now: (step, all, name) => `Крок ${step} з ${all}: ${name}` },
  progress: { label: 'Хід роботи', done: 'зроблено' },
  snippet: { copy: 'Скопіювати', copied: 'Скопійовано' },
  errorSummary: (count) => (count === 1 ? 'Одну відповідь треба виправити' : 'Кілька відповідей треба виправити'),
  errors: {
    closed: 'Доступ закрито',
    titles: {
      invalid: 'Запит не вдалося зрозуміти',
      'signed-out': 'Спершу увійдіть',
      forbidden: 'Ця сторінка не для вашого запису',
      'not-found': 'Такої сторінки немає',
      conflict: 'Тим часом щось змінилося',
      gone: 'Цього тут більше немає',
      'too-large': 'Завеликий обсяг',
      busy: 'Спробуйте за кілька секунд',
      internal: 'Щось зламалося в нас',
    },
    internal:
      'Ми вже записали, що сталося. Спробуйте ще раз за кілька хвилин; якщо не допоможе, напишіть нам і додайте номер запиту.',
    signIn: 'Увійти',
    toDatasets: 'Переглянути набори даних',
    toHome: 'На головну',
    write: 'Написати нам',
    requestNumber: 'Номер запиту',
  },
};

const en: ComponentsTexts = {
  product: 'Vidkryto',
  openData: 'Open data',
  thisLanguage: 'English',
  unread: 'unread',
  thisLanguageShort: 'EN',
  skip: 'Skip to content',
  breadcrumbs: 'Breadcrumbs',
  signIn: 'Sign in',
  desk: 'My desk',
  account: 'My account',
  feed: 'Updates feed',
  accessibility: 'Accessibility',
  edrpou: 'EDRPOU code',
  reuse: 'The data are free to use, also commercially, with no fee and no permission. One condition: name the source.',
  nav: {
    label: 'Sections',
    datasets: 'Datasets',
    themes: 'Themes',
    units: 'Publishers',
    about: 'About',
    messages: 'Questions and proposals',
  },
  cabinetNav: {
    label: 'Cabinet',
    desk: 'To do',
    board: 'Board',
    internal: 'Internal datasets',
    review: 'In review',
    add: 'New dataset',
    messages: 'Messages',
    notices: 'Notices',
    people: 'People',
    city: 'Community',
    settings: 'Settings',
    history: 'History',
  },
  search: { label: 'Search datasets', placeholder: 'What are you looking for?', submit: 'Search' },
  states: { good: 'All right', attention: 'Attention', error: 'Error', info: 'Note' },
  pager: { label: 'Pages', previous: 'Previous', next: 'Next', page: 'Page' },
  stepper: { label: 'Steps', done: 'done', now: (step, all, name) => `Step ${step} of ${all}: ${name}` },
  progress: { label: 'Progress', done: 'done' },
  snippet: { copy: 'Copy', copied: 'Copied' },
  errorSummary: (count) => (count === 1 ? 'One answer needs mending' : 'Some answers need mending'),
  errors: {
    closed: 'Access is closed',
    titles: {
      invalid: 'This request could not be understood',
      'signed-out': 'Please sign in first',
      forbidden: 'This page is not open to your account',
      'not-found': 'There is no such page',
      conflict: 'Something has changed meanwhile',
      gone: 'This is no longer here',
      'too-large': 'Too large',
      busy: 'Try again in a few seconds',
      internal: 'Something broke on our side',
    },
    internal:
      'We have recorded what happened. Try again in a few minutes; if it does not help, write to us and add the request number.',
    signIn: 'Sign in',
    toDatasets: 'Browse datasets',
    toHome: 'Home page',
    write: 'Write to us',
    requestNumber: 'Request number',
  },
};

export const componentsTexts: Record<Language, ComponentsTexts> = { uk, en };
