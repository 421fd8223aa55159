/** The default template of a document, as parts of an office's paper; the city edits the DOCX made of it. Texts hold fields by their words: `{назва}`. */
export interface TemplateSketch {
  readonly parts: readonly SketchPart[];
  /** The page lies: for wide tables. */
  readonly landscape?: boolean;
}

export type SketchPart =
  /** Who the document is of, centred, a line each. */
  | { readonly kind: 'issuer'; readonly lines: readonly string[] }
  /** The kind of the document in capitals: «РОЗПОРЯДЖЕННЯ». */
  | { readonly kind: 'kind-name'; readonly text: string }
  /** Date, place and number in one line. */
  | { readonly kind: 'requisites'; readonly date: string; readonly place: string; readonly number: string }
  /** What it is about, at the left over half of the width. */
  | { readonly kind: 'about'; readonly text: string }
  /** To whom, or to what an annex belongs, at the right, a line each. `newPage`: the first line begins one. */
  | { readonly kind: 'addressee'; readonly lines: readonly string[]; readonly newPage?: boolean }
  /** The document's own title, centred. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** `flush`: without the first line's indent. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly flush?: boolean }
  /** Two columns: names and what is said of them. */
  | { readonly kind: 'key-values'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /** The heading is repeated on every page. `shares`: widths of the columns in relation to each other. */
  | {
      readonly kind: 'table';
      readonly heading: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly shares?: readonly number[];
    }
  /** The place of a table field. */
  | { readonly kind: 'slot'; readonly words: string }
  /** Its parts once for each row of the field; of a text field: only where it says something. */
  | { readonly kind: 'repeat'; readonly words: string; readonly parts: readonly SketchPart[] }
  /** Post at the left, room to sign, name at the right. */
  | { readonly kind: 'signature'; readonly post: string; readonly name: string }
  /** Small print: executor and telephone. */
  | { readonly kind: 'note'; readonly text: string }
  /** On a page of its own, «Додаток …» at the right. */
  | {
      readonly kind: 'annex';
      readonly lines: readonly string[];
      readonly parts: readonly SketchPart[];
      readonly landscape?: boolean;
    };

/** Cells of the one row of a table that is repeated for each row of a field. */
export function repeatedRow(words: string, cells: readonly string[]): readonly string[] {
  return cells.map(
    (cell, at) => `${at === 0 ? `{#${words}}` : ''}${cell}${at === cells.length - 1 ? `{/${words}}` : ''}`,
  );
}

/** How an annex to an order of the mayor begins; its day and number are written by hand. */
export const ANNEX_TO_ORDER: SketchPart = {
  kind: 'addressee',
  lines: ['Додаток', 'до розпорядження міського голови', 'від ______________ № ________'],
};
