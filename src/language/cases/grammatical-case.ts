/** The cases documents ask for: родовий (кого), давальний (кому), знахідний (визначити кого), орудний (ким). */
export const CASES = ['genitive', 'dative', 'accusative', 'ablative'] as const;
export type Case = (typeof CASES)[number];

/** One name, post or unit in every case; the nominative is what it was made of. */
export type Cases = Readonly<Record<Case, string>>;

/** People (posts) and things (units) differ in the masculine: «начальника» but «відділу», «визначити начальника» but «визначити відділ». */
export type Animacy = 'person' | 'thing';

export type Gender = 'masculine' | 'feminine' | 'neuter' | 'plural';

/** What a word ends with in each case but the nominative. */
export type Endings = Readonly<Record<Case, string>>;

/** A row of a table of endings, in the order of the cases. */
export const endings = (genitive: string, dative: string, accusative: string, ablative: string): Endings => ({
  genitive,
  dative,
  accusative,
  ablative,
});
