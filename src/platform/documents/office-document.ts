/** A document an office files: passports, memos, orders. What it says is decided by those who compose it; how it looks, here. */
export interface OfficeDocument {
  readonly title: string;
  /** A line above the title, e.g. the community's name. */
  readonly above?: string;
  /** Of the texts: decides spelling marks in the programs that open it. */
  readonly language: 'uk' | 'en';
  /** To whom it is written, at the right, a line each. */
  readonly addressee?: readonly string[];
  readonly parts: readonly DocumentPart[];
}

export type DocumentPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Two columns: names and what is said of them; several lines are paragraphs of their own. */
  | {
      readonly kind: 'key-values';
      readonly rows: readonly (readonly [name: string, value: string | readonly string[]])[];
    }
  /** The heading is repeated on every page. `shares`: widths of the columns in relation to each other. */
  | {
      readonly kind: 'table';
      readonly heading: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly shares?: readonly number[];
    }
  /** Post at the left, room to sign, name at the right. */
  | { readonly kind: 'signature'; readonly post: string; readonly name: string };

/** The media type of what `writeDocx` gives. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
