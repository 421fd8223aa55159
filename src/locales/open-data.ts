import type { Language } from '../kernel/text.ts';

export const openDataUk = {
  title: 'Відкриті дані',
  lead: 'Усе про дані громади в одному місці: за якими правилами, хто відповідає, що оприлюднено і що буде.',
  places: {
    policy: { name: 'Положення', about: 'За якими правилами громада працює з даними, усі редакції тексту.' },
    norms: { name: 'Нормативна база', about: 'Закони, постанови й рішення громади, на яких стоять відкриті дані.' },
    persons: {
      name: 'Відповідальні особи',
      about: 'Хто відповідає за дані кожного підрозділу і як із ними зв’язатися.',
    },
    required: {
      name: 'Обов’язкові набори',
      about: 'Що громада має оприлюднити за законом і власним переліком, що вже є і чого немає.',
    },
    structures: {
      name: 'Структури наборів',
      about: 'Які поля мають таблиці: рекомендовані структури, структури громади, порожні файли.',
    },
    registry: { name: 'Реєстр даних', about: 'Усі набори громади в десяти полях, оприлюднені й обіцяні.' },
    materials: {
      name: 'Методичні матеріали',
      about: 'Поради й правила, за якими ми готуємо та оприлюднюємо дані.',
    },
    promises: { name: 'Буде оприлюднено', about: 'Які набори обіцяно і до якого дня.' },
    questions: { name: 'Питання і пропозиції', about: 'Що питали люди і що ми відповіли.' },
    embeds: {
      name: 'Блоки для вашого сайту',
      about: 'Переліки, картки й таблиці порталу на сторінках інших сайтів, без скриптів.',
    },
  },
  embeds: {
    title: 'Блоки для вашого сайту',
    lead: 'Поставте перелік наборів, картку або таблицю на сайт ради чи закладу. Дані на ньому завжди будуть свіжі: нічого переписувати не треба.',
    how: [
      'Скопіюйте рядок і вставте його в сторінку свого сайту в режимі HTML.',
      'Параметр unit лишає один підрозділ (частина адреси його сторінки), q шукає за словами, most задає кількість рядків (до 50).',
      'theme=dark або theme=light задає кольори, lang=en дає англійську.',
      'Скриптів у блоках немає, про відвідувачів вашого сайту вони нічого не збирають.',
    ],
    frame: 'Рамка для сторінки',
    others: 'Інші вигляди: HTML, RSS, JSON',
    html: 'Шматок HTML, який вставляє сервер вашого сайту',
    rss: 'RSS',
    json: 'JSON для своєї верстки',
    tableTitle: 'Таблиця, діаграма, карта',
    table: 'Будь-який вигляд таблиці з її умовами, групами, діаграмою чи картою теж можна вставити.',
    explorer: 'Відкрити набір: адреса рамки для кожного вигляду є під «Поділитися»',
  },
};

type OpenDataTexts = typeof openDataUk;

const en: OpenDataTexts = {
  title: 'Open data',
  lead: 'All about the data of the community in one place: by what rules, who answers, what is published and what will be.',
  places: {
    policy: { name: 'Policy', about: 'The rules by which the community works with data, all editions of the text.' },
    norms: { name: 'Legal base', about: 'Laws, resolutions and decisions of the community that open data stands on.' },
    persons: { name: 'Responsible persons', about: 'Who answers for the data of each unit and how to reach them.' },
    required: {
      name: 'Required datasets',
      about: 'What the community must publish by law and its own list, what is there and what is not.',
    },
    structures: {
      name: 'Structures of datasets',
      about: 'What fields tables have: recommended structures, those of the community, empty files.',
    },
    registry: { name: 'Data registry', about: 'All datasets of the community in ten fields, published and promised.' },
    materials: { name: 'Guidance', about: 'The advice and rules by which we prepare and publish data.' },
    promises: { name: 'To be published', about: 'Which datasets are promised and until when.' },
    questions: { name: 'Questions and proposals', about: 'What people asked and what we answered.' },
    embeds: {
      name: 'Blocks for your site',
      about: 'Lists, cards and tables of the portal on pages of other sites, without scripts.',
    },
  },
  embeds: {
    title: 'Blocks for your site',
    lead: 'Put a list of datasets, a card or a table on the site of the council or an institution. Its data are always fresh: nothing to copy by hand.',
    how: [
      'Copy the line and paste it into a page of your site in HTML mode.',
      'unit leaves one unit (a part of the address of its page), q searches by words, most sets the number of lines (up to 50).',
      'theme=dark or theme=light sets the colours, lang=en gives English.',
      'There are no scripts in the blocks, they gather nothing about visitors of your site.',
    ],
    frame: 'A frame for a page',
    others: 'Other forms: HTML, RSS, JSON',
    html: 'A piece of HTML for the server of your site to put in',
    rss: 'RSS',
    json: 'JSON for a layout of your own',
    tableTitle: 'A table, a chart, a map',
    table: 'Any view of a table with its conditions, groups, chart or map can be put in as well.',
    explorer: 'Open the dataset: the address of a frame for each view stands under “Share”',
  },
};

export const openDataTexts: Record<Language, OpenDataTexts> = { uk: openDataUk, en };
