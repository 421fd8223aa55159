import type { Language } from '../kernel/text.ts';

const uk = {
  title: 'Про відкриті дані',
  lead: 'Громада веде багато таблиць: зупинки, дерева, бюджет, укриття. Тут вони відкриті для всіх, без запитів і очікування.',
  whatTitle: 'Що таке відкриті дані',
  what: [
    'Відкриті дані: це публічна інформація у вигляді, який може прочитати й людина, і програма. Їх можна переглянути на порталі, завантажити файлом або отримувати через API.',
    'Набір даних веде підрозділ громади, що створює ці дані у своїй роботі. Він відповідає за їхню точність і вчасне оновлення. На сторінці кожного набору сказано, на який день дані актуальні й коли їх мають оновити.',
    'Перелік даних, які громада має оприлюднювати, визначає постанова Кабінету Міністрів України від 21 жовтня 2015 року № 835. Громада може відкривати й більше.',
  ],
  reuseTitle: 'Умови використання',
  reuse: [
    'Так визначає стаття 10-1 Закону України «Про доступ до публічної інформації». Готове посилання на джерело є на сторінці кожного набору: скопіюйте його.',
  ],
  apiTitle: 'API',
  api: 'Пошук, паспорти й рядки всіх таблиць доступні програмам без ключа й реєстрації. На сторінці набору є готова адреса саме тих рядків, які ви бачите.',
  apiSearch: 'Знайти набори',
  apiRows: 'Отримати рядки таблиці',
  apiDownload: 'Завантажити всю таблицю',
  openApi: 'Повний опис API (OpenAPI 3.1)',
  accessibilityTitle: 'Доступність',
  accessibility: [
    'Портал створено за WCAG 2.2 рівня AA. Усе можна зробити з клавіатури; сторінки читаються програмами екранного доступу, на телефоні завширшки 320 пікселів і при збільшенні до 400 %; є світлий і темний вигляд за налаштуванням вашого пристрою, посилений контраст і спокійний режим без руху. Без скриптів працює все, крім кнопок копіювання.',
    'Документи, що їх розпорядники публікують файлами, не завжди доступні: портал не змінює їх. Якщо вам потрібен документ в іншому вигляді або щось на порталі заважає, напишіть нам.',
  ],
  contactsTitle: 'Контакти',
  contacts:
    'З питаннями про портал пишіть сюди. Питання про самі дані краще ставити відповідальній особі: її адреса є на сторінці набору.',
};

const en: typeof uk = {
  title: 'About open data',
  lead: 'The community keeps many tables: stops, trees, budget, shelters. Here they are open to all, with no requests and no waiting.',
  whatTitle: 'What open data are',
  what: [
    'Open data are public information in a form that both a person and a program can read. You can look at them on the portal, download them as a file or take them through the API.',
    'Each dataset is kept by the unit that makes the data in its work. The unit answers for their accuracy and timely updates. Every dataset page says which day the data are true as of and when the next update is due.',
    'What a community must publish is listed in resolution 835 of the Cabinet of Ministers of Ukraine of 21 October 2015. A community may open more.',
  ],
  reuseTitle: 'Terms of use',
  reuse: [
    'So says article 10-1 of the Law of Ukraine “On Access to Public Information”. Every dataset page has an attribution ready to copy.',
  ],
  apiTitle: 'API',
  api: 'Search, passports and rows of all tables are open to programs with no key and no sign-up. A dataset page has the ready address of exactly the rows you see.',
  apiSearch: 'Find datasets',
  apiRows: 'Take rows of a table',
  apiDownload: 'Download a whole table',
  openApi: 'Full description of the API (OpenAPI 3.1)',
  accessibilityTitle: 'Accessibility',
  accessibility: [
    'The portal is made to WCAG 2.2 level AA. Everything can be done by keyboard; pages work with screen readers, on a phone 320 pixels wide and at 400 % zoom; light and dark looks follow your device, as do higher contrast and reduced motion. Without scripts everything works but the copy buttons.',
    'Documents that publishers give as files are not always accessible: the portal does not change them. If you need a document in another form, or something on the portal is in your way, write to us.',
  ],
  contactsTitle: 'Contacts',
  contacts:
    'Write here with questions about the portal. Questions about the data are best put to the responsible person: the address is on the dataset page.',
};

/** Words of the page about open data. */
export const aboutTexts: Record<Language, typeof uk> = { uk, en };
