import type { Severity } from './finding.ts';
import type { Text } from './text.ts';

/** What a check looks at; the order is that of the guide. */
export const CHECK_GROUPS = [
  'file',
  'shape',
  'header',
  'values',
  'language',
  'types',
  'dates',
  'identifiers',
  'addresses',
  'keys',
  'relations',
  'structure',
  'passport',
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** How much a check's findings weigh and why: data, not code. */
export interface PolicyLine {
  readonly severity: Severity;
  /** What in law or standard asks for it, by a text that has been read. */
  readonly clause: Text;
  /** What else a community may make of it; nothing when absent. */
  readonly may?: readonly Severity[];
}

/**
 * A file before and after it was put right. Every one is true: a test puts it through reading and inspection, finds the check's code in
 * `before` and not in `after`, and where there is a repair, mends the one into the other.
 */
export interface CheckExample {
  /** The only values a column may have, where the check needs a structure or a code list beside the file. */
  readonly allowed?: { readonly column: string; readonly values: readonly string[] };
  /** The whole file as text: CSV with commas unless `fileName` says otherwise. */
  readonly before: string;
  /** Absent where no other form of the same file would do: its content belongs elsewhere. */
  readonly after: string;
  /** Of the file after, where it is another than before. */
  readonly afterName?: string;
  readonly afterBytes?: 'utf8';
  /** Shown as its text and not as a table: what matters stands between the cells. */
  readonly asText?: true;
  /** `table.csv` when absent. */
  readonly fileName?: string;
  /** How the text becomes bytes; `latin1`: a byte for each character; `damaged`: a broken byte for each �. UTF-8 when absent. */
  readonly bytes?: 'latin1' | 'utf16le' | 'utf8' | 'damaged';
}

/** What a check says of itself to people: in the guide, in the reference and to programs. */
export interface CheckEntry extends PolicyLine {
  /** Stable code of its findings. */
  readonly code: string;
  readonly group: CheckGroup;
  /** Two or three words. */
  readonly title: Text;
  /** Why it matters, one or two sentences. */
  readonly why: Text;
  /** What a person does about it, where it is more than the repair. */
  readonly todo?: Text;
  /** Absent where a text cannot show it (a file of another program). */
  readonly example?: CheckExample;
  /** What can be done by a click: mended without asking, the buttons that ask, or nothing. */
  readonly repair: 'safe' | readonly Text[] | null;
}
