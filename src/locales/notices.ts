import type { Language } from '../kernel/text.ts';

/** Words of the notices in the cabinet and of the page that stops letters. */
interface NoticesTexts {
  readonly title: string;
  readonly lead: string;
  readonly unread: string;
  readonly all: string;
  readonly show: string;
  readonly readAll: string;
  readonly settings: string;
  readonly older: string;
  readonly fresh: string;
  readonly caption: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly emptyUnread: string;
  readonly done: string;
  readonly preferences: Record<
    | 'title'
    | 'lead'
    | 'byMail'
    | 'byMailHint'
    | 'language'
    | 'kinds'
    | 'kindsHint'
    | 'urgent'
    | 'save'
    | 'saved'
    | 'uk'
    | 'en',
    string
  >;
  readonly unsubscribe: Record<
    'title' | 'lead' | 'stop' | 'stopped' | 'stoppedHint' | 'again' | 'started' | 'fewer' | 'toCabinet',
    string
  >;
}

const uk: NoticesTexts = {
  title: 'Сповіщення',
  lead: 'Що сталося з вашими наборами, повідомленнями й призначеннями.',
  unread: 'Непрочитані',
  all: 'Усі',
  show: 'Які сповіщення показати',
  readAll: 'Позначити всі прочитаними',
  settings: 'Листи й мова',
  older: 'Давніші',
  fresh: 'Нове',
  caption: 'Сповіщення, нові вгорі',
  empty: 'Сповіщень ще немає',
  emptyHint: 'Тут з’явиться, що ваш набір повернули чи погодили, що надійшло питання, що скоро строк оновлення.',
  emptyUnread: 'Усе прочитано',
  done: 'Усі сповіщення позначено прочитаними.',
  preferences: {
    title: 'Листи й мова',
    lead: 'Листи надходять одним щоденним переліком о 9:00 у робочі дні, термінове — одразу. У кабінеті видно все.',
    byMail: 'Надсилати мені листи',
    byMailHint: 'Без позначки сповіщення лишаються тільки в кабінеті.',
    language: 'Мова листів',
    kinds: 'Про що писати',
    kindsHint: 'Зніміть позначку, щоб не отримувати листів про це.',
    urgent: 'одразу',
    save: 'Зберегти',
    saved: 'Збережено.',
    uk: 'Українська',
    en: 'Англійська',
  },
  unsubscribe: {
    title: 'Листи зі сповіщеннями',
    lead: 'Натисніть, і листи зі сповіщеннями більше не надходитимуть. Усе й надалі видно в кабінеті.',
    stop: 'Не надсилати листів',
    stopped: 'Листів зі сповіщеннями більше не буде.',
    stoppedHint: 'Сповіщення чекають на вас у кабінеті.',
    again: 'Надсилати листи знову',
    started: 'Листи надходитимуть знову.',
    fewer: 'Щоб отримувати лише про важливе, виберіть у кабінеті, про що писати.',
    toCabinet: 'Вибрати в кабінеті',
  },
};

const en: NoticesTexts = {
  title: 'Notices',
  lead: 'What has happened to your datasets, messages and appointments.',
  unread: 'Unread',
  all: 'All',
  show: 'Which notices to show',
  readAll: 'Mark all as read',
  settings: 'Letters and language',
  older: 'Older',
  fresh: 'New',
  caption: 'Notices, the newest first',
  empty: 'No notices yet',
  emptyHint: 'You will see here that a dataset was returned or approved, that a question came, that an update is due.',
  emptyUnread: 'Everything is read',
  done: 'All notices are marked as read.',
  preferences: {
    title: 'Letters and language',
    lead: 'Letters come as one list a day at 9:00 on working days, urgent ones at once. The cabinet shows everything.',
    byMail: 'Send me letters',
    byMailHint: 'Without the tick notices stay in the cabinet only.',
    language: 'Language of letters',
    kinds: 'What to write about',
    kindsHint: 'Untick what you want no letters about.',
    urgent: 'at once',
    save: 'Save',
    saved: 'Saved.',
    uk: 'Ukrainian',
    en: 'English',
  },
  unsubscribe: {
    title: 'Letters with notices',
    lead: 'Press, and letters with notices stop. Everything stays visible in the cabinet.',
    stop: 'Send no letters',
    stopped: 'There will be no more letters with notices.',
    stoppedHint: 'The notices wait for you in the cabinet.',
    again: 'Send letters again',
    started: 'Letters will come again.',
    fewer: 'To hear of what matters only, choose in the cabinet what to write about.',
    toCabinet: 'Choose in the cabinet',
  },
};

export const noticesTexts: Readonly<Record<Language, NoticesTexts>> = { uk, en };
