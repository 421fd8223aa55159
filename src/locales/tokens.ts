import type { Language } from '../kernel/text.ts';

interface TokenTexts {
  readonly own: { readonly title: string; readonly lead: string; readonly none: string; readonly noneLead: string };
  readonly units: { readonly title: string; readonly lead: string; readonly none: string; readonly noneLead: string };
  readonly made: string;
  readonly madeLead: string;
  readonly secret: string;
  readonly tryIt: string;
  readonly revoked: string;
  readonly newTitle: string;
  readonly name: string;
  readonly nameHint: string;
  readonly unit: string;
  readonly wholeReach: string;
  readonly unitHint: string;
  readonly datasets: {
    readonly legend: string;
    readonly all: string;
    readonly named: string;
    readonly namedHint: string;
    readonly choose: string;
    readonly none: string;
  };
  readonly scopes: string;
  readonly scopeNames: Readonly<Record<string, string>>;
  readonly term: string;
  readonly terms: readonly (readonly [days: number, label: string])[];
  readonly make: string;
  readonly caption: string;
  readonly columns: {
    readonly name: string;
    readonly may: string;
    readonly used: string;
    readonly term: string;
    readonly deed: string;
  };
  readonly ending: (letters: string) => string;
  readonly by: (name: string) => string;
  readonly never: string;
  readonly from: (address: string) => string;
  readonly until: (day: string) => string;
  readonly soon: string;
  readonly expired: string;
  readonly ended: Readonly<Record<'revoked' | 'access-ended', string>>;
  readonly revoke: string;
  readonly named: (count: number) => string;
  readonly guide: string;
}

export const tokenTexts: Readonly<Record<Language, TokenTexts>> = {
  uk: {
    own: {
      title: 'Мої токени',
      lead: 'Токен дає вашій програмі змогу працювати з наборами від вашого імені. Вона може не більше за вас; усе, що вона робить, видно в історії з назвою токена.',
      none: 'Токенів ще немає',
      noneLead: 'Створіть токен, коли програма має сама надсилати файли чи рядки.',
    },
    units: {
      title: 'Токени підрозділів',
      lead: 'Токен підрозділу належить програмі, а не людині: бухгалтерії, реєстру, обліку. Він діє для наборів підрозділу й тих, що нижче, і лишається чинним, коли міняються люди.',
      none: 'Токенів підрозділів ще немає',
      noneLead: 'Створіть токен для програми, яка має оприлюднювати дані сама.',
    },
    made: 'Токен створено. Скопіюйте його зараз: більше його не покажемо.',
    madeLead: 'Ми зберігаємо лише відбиток токена. Якщо загубите, відкличте його і створіть новий.',
    secret: 'Токен',
    tryIt: 'Перевірити з командного рядка',
    revoked: 'Токен відкликано. Програма з ним більше нічого не зробить.',
    newTitle: 'Новий токен',
    name: 'Назва програми',
    nameHint: 'За якою впізнаєте її за рік, наприклад «Бухгалтерія, 1С».',
    unit: 'Підрозділ',
    wholeReach: 'Усюди, де маю права',
    unitHint: 'Токен діє для наборів цього підрозділу й тих, що нижче.',
    datasets: {
      legend: 'Набори',
      all: 'Усі',
      named: 'Лише названі',
      namedHint: 'Після надсилання форми зможете позначити їх у переліку.',
      choose: 'Позначте набори',
      none: 'Тут ще немає наборів.',
    },
    scopes: 'Що програма має робити',
    scopeNames: {
      'dataset.create': 'Створювати набори',
      'dataset.edit': 'Змінювати паспорт і структуру',
      'file.upload': 'Надсилати файли',
      'rows.write': 'Писати рядки за ключем (одразу видно всім)',
      publish: 'Публікувати',
      'internal.read': 'Читати службові набори',
      'rows.allow': 'Дозволяти «рядки без перевірки», де ви перевіряєте зміни',
      'privacy.decide': 'Вирішувати щодо персональних даних, де це ваше право',
    },
    term: 'Діє',
    terms: [
      [30, '30 днів'],
      [90, '90 днів'],
      [365, 'рік'],
      [1095, 'три роки'],
    ],
    make: 'Створити токен',
    caption: 'Токени',
    columns: { name: 'Назва', may: 'Що може', used: 'Останнє використання', term: 'Термін', deed: 'Дія' },
    ending: (letters) => `закінчується на …${letters}`,
    by: (name) => `створено: ${name}`,
    never: 'ще не використовували',
    from: (address) => `з ${address}`,
    until: (day) => `до ${day}`,
    soon: 'скоро завершиться',
    expired: 'термін минув',
    ended: { revoked: 'відкликано', 'access-ended': 'доступ людини закінчився' },
    revoke: 'Відкликати',
    named: (count) => `лише названі набори: ${count}`,
    guide: 'Як надсилати дані за токеном',
  },
  en: {
    own: {
      title: 'My tokens',
      lead: 'A token lets a program of yours work on datasets as you. It can do no more than you; all it does stands in the history with the token’s name.',
      none: 'There are no tokens yet',
      noneLead: 'Make a token when a program is to send files or rows by itself.',
    },
    units: {
      title: 'Tokens of units',
      lead: 'A token of a unit belongs to a program, not to a person: accounting, a registry. It works on the datasets of the unit and those below it, and goes on working when people change.',
      none: 'There are no tokens of units yet',
      noneLead: 'Make a token for a program that is to publish data by itself.',
    },
    made: 'The token is made. Copy it now: it is not shown again.',
    madeLead: 'We keep only a digest of the token. If you lose it, revoke it and make another.',
    secret: 'Token',
    tryIt: 'Try it from the command line',
    revoked: 'The token is revoked. A program can do nothing more with it.',
    newTitle: 'A new token',
    name: 'Name of the program',
    nameHint: 'By which you will know it in a year, for example “Accounting, 1C”.',
    unit: 'Unit',
    wholeReach: 'Wherever I have rights',
    unitHint: 'The token works on the datasets of this unit and those below it.',
    datasets: {
      legend: 'Datasets',
      all: 'All',
      named: 'Only named ones',
      namedHint: 'After sending the form you will tick them in a list.',
      choose: 'Tick the datasets',
      none: 'There are no datasets here yet.',
    },
    scopes: 'What the program is to do',
    scopeNames: {
      'dataset.create': 'Make datasets',
      'dataset.edit': 'Change passport and structure',
      'file.upload': 'Send files',
      'rows.write': 'Write rows by key (everybody sees them at once)',
      publish: 'Publish',
      'internal.read': 'Read internal datasets',
      'rows.allow': 'Allow “rows without review” where you review changes',
      'privacy.decide': 'Decide on personal data where you have that right',
    },
    term: 'Works for',
    terms: [
      [30, '30 days'],
      [90, '90 days'],
      [365, 'a year'],
      [1095, 'three years'],
    ],
    make: 'Make the token',
    caption: 'Tokens',
    columns: { name: 'Name', may: 'May', used: 'Last use', term: 'Term', deed: 'Deed' },
    ending: (letters) => `ends with …${letters}`,
    by: (name) => `made by ${name}`,
    never: 'not used yet',
    from: (address) => `from ${address}`,
    until: (day) => `until ${day}`,
    soon: 'ends soon',
    expired: 'expired',
    ended: { revoked: 'revoked', 'access-ended': 'the person’s access ended' },
    revoke: 'Revoke',
    named: (count) => `named datasets only: ${count}`,
    guide: 'How to send data by a token',
  },
};
