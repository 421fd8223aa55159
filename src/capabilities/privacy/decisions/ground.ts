import type { Text } from '../../../kernel/text.ts';
import type { Condition } from './decision.ts';

/** What a decision to publish has to say besides its ground. */
export type GroundAsks = 'act' | 'reason' | 'consent';

/** Why personal data may be published, or why these are none. */
export interface Ground {
  readonly code: string;
  /** Which condition of ст. 10-1 it meets; null: these are no personal data at all. */
  readonly condition: Condition | null;
  readonly title: Text;
  /** In the words of the law as they are known. */
  readonly words: Text;
  /** The norm as it may be quoted; null: the city names it itself. */
  readonly norm: Text | null;
  /** What whoever decides has to make sure of. */
  readonly check: Text | null;
  readonly asks: readonly GroundAsks[];
}

/** The four conditions of ст. 10-1 Закону «Про доступ до публічної інформації», one of which is enough. */
export const CONDITION_WORDS: Readonly<Record<Condition, Text>> = {
  anonymised: {
    uk: 'персональні дані знеособлені та захищені відповідно до Закону України «Про захист персональних даних»',
    en: 'the personal data are anonymised and protected by the Law on Protection of Personal Data',
  },
  consent: {
    uk: 'фізичні особи (суб’єкти даних) надали свою згоду на поширення таких даних',
    en: 'the people concerned have consented to these data being spread',
  },
  law: {
    uk: 'надання чи оприлюднення такої інформації передбачено законом',
    en: 'a law provides for giving or publishing this information',
  },
  'not-restricted': {
    uk: 'обмеження доступу до такої інформації (віднесення її до інформації з обмеженим доступом) заборонено законом',
    en: 'a law forbids restricting access to this information',
  },
};

/** Grounds to publish, with their norms. Where the article is not known for certain, whoever decides is asked to check it. */
export const GROUNDS: readonly Ground[] = [
  {
    code: 'official-powers',
    condition: 'not-restricted',
    title: { uk: 'Посадова особа під час виконання повноважень', en: 'An official in the exercise of powers' },
    words: {
      uk: 'Не є конфіденційною інформацією персональні дані, що стосуються здійснення особою, яка займає посаду, пов’язану з виконанням функцій держави або органів місцевого самоврядування, посадових або службових повноважень.',
      en: 'Personal data about the exercise of official powers by a person in a post of the state or of local self-government are not confidential.',
    },
    norm: {
      uk: 'ст. 5 Закону України «Про захист персональних даних»',
      en: 'article 5 of the Law of Ukraine on Protection of Personal Data',
    },
    check: {
      uk: 'Лише те, що стосується посади: ім’я, посада, службовий телефон і пошта. Домашня адреса, особистий номер і дата народження сюди не належать.',
      en: 'Only what concerns the post: name, post, office phone and e-mail. A home address, a private number and a birth date do not belong here.',
    },
    asks: [],
  },
  {
    code: 'declaration',
    condition: 'not-restricted',
    title: { uk: 'Відомості декларації', en: 'Data of a declaration' },
    words: {
      uk: 'Персональні дані, зазначені у декларації про майно, доходи, витрати і зобов’язання фінансового характеру, не належать до інформації з обмеженим доступом, крім відомостей, визначених антикорупційним законом.',
      en: 'Personal data of a declaration of property, income, expenses and financial obligations are not restricted, except those named by the anti-corruption law.',
    },
    norm: null,
    check: {
      uk: 'Винятки (номери документів, адреса житла, дата народження та інші) перевірте за антикорупційним законом.',
      en: 'Check the exceptions (numbers of documents, home address, birth date and others) in the anti-corruption law.',
    },
    asks: [],
  },
  {
    code: 'public-money',
    condition: 'not-restricted',
    title: { uk: 'Отримання бюджетних коштів', en: 'Receipt of budget funds' },
    words: {
      uk: 'Не належить до інформації з обмеженим доступом інформація про отримання у будь-якій формі фізичною особою бюджетних коштів, крім випадків, передбачених статтею 6 Закону України «Про доступ до публічної інформації».',
      en: 'Information about a person receiving budget funds in any form is not restricted, except in the cases of article 6 of the Law on Access to Public Information.',
    },
    norm: {
      uk: 'ст. 6 Закону України «Про доступ до публічної інформації» (винятки)',
      en: 'article 6 of the Law of Ukraine on Access to Public Information (exceptions)',
    },
    check: {
      uk: 'Хто отримав і скільки: відкрито. Номер документа, рахунок, адреса житла й телефон отримувача для цього не потрібні. Якщо з іншого стовпця видно стан здоров’я людини (наприклад, кошти на лікування), спершу порадьтеся з юристом.',
      en: 'Who received and how much is open. The number of a document, the account, home address and phone of the recipient are not needed for that. If another column shows a person’s health (money for treatment, for instance), ask a lawyer first.',
    },
    asks: [],
  },
  {
    code: 'public-property',
    condition: 'not-restricted',
    title: { uk: 'Отримання державного чи комунального майна', en: 'Receipt of state or communal property' },
    words: {
      uk: 'Не належить до інформації з обмеженим доступом інформація про отримання у будь-якій формі фізичною особою державного чи комунального майна, крім випадків, передбачених статтею 6 Закону України «Про доступ до публічної інформації».',
      en: 'Information about a person receiving state or communal property in any form is not restricted, except in the cases of article 6 of the Law on Access to Public Information.',
    },
    norm: {
      uk: 'ст. 6 Закону України «Про доступ до публічної інформації» (винятки)',
      en: 'article 6 of the Law of Ukraine on Access to Public Information (exceptions)',
    },
    check: {
      uk: 'Орендар, покупець, користувач майна громади: відкрито. Номер документа, адреса житла й телефон для цього не потрібні.',
      en: 'The tenant, buyer or user of communal property is open. The number of a document, home address and phone are not needed for that.',
    },
    asks: [],
  },
  {
    code: 'sole-trader-register',
    condition: 'law',
    title: { uk: 'Відомості ФОП із державного реєстру', en: 'Data of a sole trader in the state register' },
    words: {
      uk: 'Людина діє як фізична особа — підприємець, і ці відомості про неї є у відкритому державному реєстрі.',
      en: 'The person acts as a sole trader, and these data stand in the open state register.',
    },
    norm: null,
    check: {
      uk: 'Норму закону про державну реєстрацію перевірте. Податковий номер, паспорт і домашня адреса сюди не належать.',
      en: 'Check the norm of the law on state registration. A tax number, a passport and a home address do not belong here.',
    },
    asks: [],
  },
  {
    code: 'organisation-contact',
    condition: null,
    title: { uk: 'Контакт установи', en: 'Contact of an organisation' },
    words: {
      uk: 'Це телефон, пошта, адреса чи рахунок установи, а не людини.',
      en: 'This is the phone, e-mail, address or account of an organisation, not of a person.',
    },
    norm: null,
    check: null,
    asks: [],
  },
  {
    code: 'law',
    condition: 'law',
    title: { uk: 'Закон, який зобов’язує оприлюднити', en: 'A law that orders publication' },
    words: CONDITION_WORDS.law,
    norm: null,
    check: { uk: 'Назвіть закон і статтю.', en: 'Name the law and the article.' },
    asks: ['act'],
  },
  {
    code: 'restriction-forbidden',
    condition: 'not-restricted',
    title: { uk: 'Закон, який забороняє обмежувати доступ', en: 'A law that forbids restricting access' },
    words: CONDITION_WORDS['not-restricted'],
    norm: null,
    check: { uk: 'Назвіть закон і статтю.', en: 'Name the law and the article.' },
    asks: ['act'],
  },
  {
    code: 'consent',
    condition: 'consent',
    title: { uk: 'Згода людей', en: 'Consent of the people' },
    words: CONDITION_WORDS.consent,
    norm: null,
    check: {
      uk: 'Згода має бути від кожної людини в таблиці. Назвіть документ, за яким вона зберігається.',
      en: 'Every person in the table must have consented. Name the document by which the consent is kept.',
    },
    asks: ['act'],
  },
  {
    code: 'anonymised-before',
    condition: 'anonymised',
    title: { uk: 'Дані знеособлено ще до завантаження', en: 'The data were anonymised before upload' },
    words: CONDITION_WORDS.anonymised,
    norm: null,
    check: {
      uk: 'Поясніть, як саме: за тим, що лишилося, людину не впізнати.',
      en: 'Explain how: by what is left nobody can be recognised.',
    },
    asks: ['reason'],
  },
  {
    code: 'not-personal',
    condition: null,
    title: { uk: 'Це не персональні дані', en: 'These are not personal data' },
    words: {
      uk: 'Перевірка помилилася: у стовпці не відомості про людей.',
      en: 'The check was wrong: the column does not tell of people.',
    },
    norm: null,
    check: { uk: 'Поясніть, що це насправді.', en: 'Explain what it is.' },
    asks: ['reason'],
  },
];

/** The ground of a code; null for an unknown one. */
export function findGround(code: string | null): Ground | null {
  return GROUNDS.find((one) => one.code === code) ?? null;
}
