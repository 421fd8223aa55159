/** The two languages of the interface. Ukrainian is the first: where a text is missing, it is the one shown. */
export type Language = 'uk' | 'en';

/** A sentence for people, complete in both languages. */
export interface Text {
  readonly uk: string;
  readonly en: string;
}

/** The sentence in the asked language. */
export function inLanguage(text: Text, language: Language): string {
  return text[language];
}
