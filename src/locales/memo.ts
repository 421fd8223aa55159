import type { Language } from '../kernel/text.ts';

interface MemoTexts {
  readonly title: string;
  to(unit: string): string;
  readonly anyHead: string;
  from(name: string): string;
  asOf(day: string, about: string): string;
  readonly number: string;
  readonly ask: string;
  readonly post: string;
  readonly links: { readonly memo: string; readonly text: string };
  readonly text: { readonly title: string; readonly lead: string; readonly label: string; readonly back: string };
}

/** Words of the memo to a head and of the text for a messenger. */
export const memoTexts: Readonly<Record<Language, MemoTexts>> = {
  uk: {
    title: 'Службова записка',
    to: (unit) => `Керівнику: ${unit}`,
    anyHead: '____________________',
    from: (name) => `Від: ${name}`,
    asOf: (day, about) => `Доводжу до відома, що станом на ${day} року ${about}`,
    number: '№',
    ask: 'Прошу забезпечити виконання у визначений строк та повідомити про результат.',
    post: 'Координатор відкритих даних',
    links: { memo: 'Службова записка (DOCX)', text: 'Текст для месенджера' },
    text: {
      title: 'Текст для месенджера',
      lead: 'Скопіюйте й надішліть тому, кого це стосується.',
      label: 'Текст',
      back: 'Назад до списку',
    },
  },
  en: {
    title: 'Memo',
    to: (unit) => `To the head of: ${unit}`,
    anyHead: '____________________',
    from: (name) => `From: ${name}`,
    asOf: (day, about) => `As of ${day} ${about}`,
    number: 'No.',
    ask: 'Please see that this is done by its term, and tell the result.',
    post: 'Open data coordinator',
    links: { memo: 'Memo to the head (DOCX)', text: 'Text for a messenger' },
    text: {
      title: 'Text for a messenger',
      lead: 'Copy it and send it to whom it concerns.',
      label: 'Text',
      back: 'Back to the list',
    },
  },
};
