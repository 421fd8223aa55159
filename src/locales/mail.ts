import type { Language } from '../kernel/text.ts';

/** Words of the settings of mail and of the outbox. */
interface MailTexts {
  readonly link: string;
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly none: string;
  readonly noneHint: string;
  readonly environment: string;
  readonly environmentHint: string;
  readonly noAddress: string;
  readonly noAddressHint: string;
  readonly fields: Readonly<
    Record<
      | 'host'
      | 'hostHint'
      | 'port'
      | 'security'
      | 'userName'
      | 'userHint'
      | 'password'
      | 'passwordKept'
      | 'passwordHint'
      | 'senderName'
      | 'senderNameHint'
      | 'senderAddress'
      | 'senderAddressHint'
      | 'keepDays'
      | 'keepDaysHint',
      string
    >
  >;
  readonly security: Readonly<Record<'tls' | 'starttls' | 'none', string>>;
  readonly save: string;
  readonly saved: string;
  readonly savedHint: string;
  readonly testTitle: string;
  readonly testLead: string;
  readonly test: string;
  readonly tested: string;
  readonly answered: string;
  readonly failed: string;
  readonly remove: string;
  readonly removeHint: string;
  readonly removed: string;
  readonly outbox: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'link'
      | 'all'
      | 'waiting'
      | 'waits'
      | 'failed'
      | 'sent'
      | 'show'
      | 'caption'
      | 'to'
      | 'subject'
      | 'state'
      | 'written'
      | 'again'
      | 'againAll'
      | 'asked'
      | 'empty'
      | 'emptyHint'
      | 'forgotten'
      | 'action',
      string
    >
  > & { tries(count: number): string };
}

const uk: MailTexts = {
  link: 'Пошта: сервер для листів і вихідні',
  title: 'Пошта',
  lead: 'Через цей сервер портал надсилає листи: сповіщення, запрошення, відповіді людям.',
  back: 'Налаштування',
  none: 'Листи ще не надсилаються',
  noneHint: 'Вони чекають у вихідних, поки ви не вкажете поштовий сервер.',
  environment: 'Пошту задано на сервері',
  environmentHint: 'Діє VIDKRYTO_SMTP_URL. Змінити її може той, хто доглядає сервер.',
  noAddress: 'Спершу задайте адресу порталу',
  noAddressHint:
    'На сервері потрібна VIDKRYTO_URL: у листах є посилання, а адресу із запиту можна підробити. Після цього поверніться сюди.',
  fields: {
    host: 'Поштовий сервер',
    hostHint: 'Наприклад, smtp.example.ua',
    port: 'Порт',
    security: 'Захист з’єднання',
    userName: 'Користувач',
    userHint: 'Найчастіше повна адреса пошти. Порожньо, якщо сервер не питає.',
    password: 'Пароль',
    passwordKept: 'Пароль збережено. Залиште порожнім, щоб не змінювати.',
    passwordHint: 'Зберігається закритим, ніде не показується.',
    senderName: 'Ім’я відправника',
    senderNameHint: 'Наприклад, «Відкриті дані Вербівської громади»',
    senderAddress: 'Адреса відправника',
    senderAddressHint: 'Скринька, від якої сервер дозволяє писати.',
    keepDays: 'Скільки днів зберігати тексти листів',
    keepDaysHint: 'Потім лишається тільки, кому, коли й чи надіслано.',
  },
  security: {
    starttls: 'STARTTLS (звичайно порт 587)',
    tls: 'TLS одразу (звичайно порт 465)',
    none: 'Без захисту (лише сервер у власній мережі)',
  },
  save: 'Зберегти',
  saved: 'Збережено.',
  savedHint: 'Надішліть собі пробний лист, щоб переконатися, що пошта працює.',
  testTitle: 'Перевірити',
  testLead: 'Лист справді піде, на адресу',
  test: 'Надіслати пробний лист',
  tested: 'Сервер прийняв лист. Перевірте свою скриньку.',
  answered: 'Відповідь сервера:',
  failed: 'Лист не надіслано',
  remove: 'Не надсилати листів',
  removeHint: 'Сервер буде забуто, листи чекатимуть у вихідних.',
  removed: 'Поштовий сервер забуто. Листи чекатимуть у вихідних.',
  outbox: {
    title: 'Вихідні листи',
    lead: 'Останні 200 листів. Текстів тут немає: у них бувають посилання для паролів.',
    link: 'Вихідні листи',
    all: 'Усі',
    waiting: 'Чекають',
    waits: 'Чекає',
    failed: 'Не прийнято',
    sent: 'Надіслано',
    show: 'Які листи показати',
    caption: 'Вихідні листи, найновіші перші',
    to: 'Кому',
    subject: 'Лист',
    state: 'Стан',
    written: 'Написано',
    action: 'Дія',
    again: 'Спробувати ще',
    againAll: 'Надіслати всі, що чекають',
    asked: 'Листи надсилаються. Оновіть сторінку за хвилину.',
    empty: 'Листів немає',
    emptyHint: 'Тут з’являться листи, які надсилає портал.',
    forgotten: 'текст забуто',
    tries: (count) => `спроб: ${count}`,
  },
};

const en: MailTexts = {
  link: 'Mail: the server for letters and the outbox',
  title: 'Mail',
  lead: 'The portal sends its letters by this server: notices, invitations, answers to people.',
  back: 'Settings',
  none: 'No letters are sent yet',
  noneHint: 'They wait in the outbox until you name a mail server.',
  environment: 'Mail is set on the server',
  environmentHint: 'VIDKRYTO_SMTP_URL is in force. Whoever looks after the server can change it.',
  noAddress: 'First set the address of the portal',
  noAddressHint:
    'The server needs VIDKRYTO_URL: letters hold links, and the address of a request can be forged. Come back here after that.',
  fields: {
    host: 'Mail server',
    hostHint: 'For example smtp.example.ua',
    port: 'Port',
    security: 'Security of the connection',
    userName: 'User',
    userHint: 'Mostly the whole e-mail address. Empty if the server does not ask.',
    password: 'Password',
    passwordKept: 'A password is kept. Leave this empty to keep it.',
    passwordHint: 'Kept closed, shown nowhere.',
    senderName: 'Name of the sender',
    senderNameHint: 'For example “Open data of Verbivka”',
    senderAddress: 'Address of the sender',
    senderAddressHint: 'A mailbox the server lets us write from.',
    keepDays: 'Days to keep the texts of letters',
    keepDaysHint: 'After that only to whom, when and whether it was sent stays.',
  },
  security: {
    starttls: 'STARTTLS (usually port 587)',
    tls: 'TLS at once (usually port 465)',
    none: 'None (only a server in your own network)',
  },
  save: 'Save',
  saved: 'Saved.',
  savedHint: 'Send yourself a test letter to be sure that mail works.',
  testTitle: 'Try it',
  testLead: 'A real letter will go to',
  test: 'Send a test letter',
  tested: 'The server took the letter. Look into your mailbox.',
  answered: 'The server said:',
  failed: 'The letter was not sent',
  remove: 'Send no letters',
  removeHint: 'The server will be forgotten, letters will wait in the outbox.',
  removed: 'The mail server is forgotten. Letters will wait in the outbox.',
  outbox: {
    title: 'Outbox',
    lead: 'The last 200 letters. Their texts are not here: some hold links for passwords.',
    link: 'Outbox',
    all: 'All',
    waiting: 'Waiting',
    waits: 'Waiting',
    failed: 'Not taken',
    sent: 'Sent',
    show: 'Which letters to show',
    caption: 'Letters, the newest first',
    to: 'To',
    subject: 'Letter',
    state: 'State',
    written: 'Written',
    action: 'Deed',
    again: 'Try again',
    againAll: 'Send all that wait',
    asked: 'The letters are being sent. Reload the page in a minute.',
    empty: 'No letters',
    emptyHint: 'Letters the portal sends will be here.',
    forgotten: 'text forgotten',
    tries: (count) => `tries: ${count}`,
  },
};

export const mailTexts: Readonly<Record<Language, MailTexts>> = { uk, en };
