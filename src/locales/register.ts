import type { Language } from '../kernel/text.ts';

const uk = {
  title: 'Це документ, а не таблиця?',
  lead: 'Рішення, звіт чи лист у PDF або DOCX людям читати на сайті, а програмам у ньому нема що рахувати. Відкритими даними стає реєстр таких документів: таблиця, де кожен має рядок із видом, номером, датою, назвою й посиланням.',
  make: 'Запланувати реєстр документів',
  template: 'Шаблон реєстру (XLSX)',
};

const en: typeof uk = {
  title: 'Is it a document and no table?',
  lead: 'A decision, a report or a letter as PDF or DOCX is for people to read on the site; programs have nothing to count in it. Open data is a register of such documents: a table with a line for each, its kind, number, date, title and link.',
  make: 'Plan a register of documents',
  template: 'Template of the register (XLSX)',
};

/** Words about the register that is published instead of documents. */
export const registerTexts: Readonly<Record<Language, typeof uk>> = { uk, en };
