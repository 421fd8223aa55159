import type { Text } from '../../kernel/text.ts';
import type { ColumnKind, ColumnType } from '../column.ts';

/** What the form of values alone tells, where the header says nothing. */
export interface ByFormAlone {
  /** How sure it is when all values have the form. */
  readonly confidence: number;
  /** Share of different values that has to have it; 0.9 where absent. */
  readonly share?: number;
  /** Different values it takes; fewer may have the form by chance. */
  readonly enough?: number;
  /** A narrower form, where the usual one is too common to tell anything. */
  readonly is?: (value: string) => boolean;
  /** Only where the column is of one of these types. */
  readonly types?: readonly ColumnType[];
}

/**
 * A kind of column: one file with the words of its headers, the form of its values and what it fills in the structure. The form is asked of a
 * sample of different values spread over the whole table, so it may be any function; checks of the kind count exactly, in the scan.
 */
export interface Kind {
  readonly code: ColumnKind;
  /** Two or three words for lists. */
  readonly title: Text;
  /** What such a column is for, as the structure of a dataset says it. */
  readonly purpose: Text;
  /** Found in `headerWords` of the header: lower case, words parted and surrounded by single spaces. Absent: headers tell nothing. */
  readonly header?: RegExp;
  /** Found there where the header means something else. */
  readonly not?: RegExp;
  /** How sure the header alone is, where values have no form or the type fits; 0.7 where absent. */
  readonly byHeader?: number;
  /** True for a tidy value of this kind, also for one that checks of the kind will find damaged. */
  readonly is?: (value: string) => boolean;
  /** How sure the header and the form together are; grows with the share of values of the form up to 0.99 where absent. */
  readonly byForm?: number;
  /** What `is` asks, after «виглядають як». */
  readonly form?: Text;
  /** Share of different values that has to have the form beside a header that names the kind; 0.5 where absent. */
  readonly least?: number;
  readonly alone?: ByFormAlone;
  /** Types it may have. With them and without `is`, the type is the form. */
  readonly types?: readonly ColumnType[];
  /** The type alone says it, so sure. */
  readonly byType?: number;
  /** Each row has its own value. */
  readonly unique?: true;
  /** Few values come again and again. */
  readonly repeats?: true;
  /** Digits of it are no quantity: the column is text. */
  readonly asText?: true;
  /** Form of a value for the structure of the dataset, such as `UA` and 17 digits. */
  readonly format?: string;
  /** Unit of all its values. */
  readonly unit?: string;
  /** Nobody but the person and the authority may see the values. */
  readonly closed?: true;
  /** Values may name or reach a person: no example of them is offered. */
  readonly personal?: true;
}

/** Any of these words (beginnings of words where no space ends them) in a header. */
export function words(...beginnings: readonly string[]): RegExp {
  return new RegExp(beginnings.map((beginning) => ` ${beginning}`).join('|'), 'u');
}

/** The whole value has this form. */
export function whole(regex: string, flags = 'u'): (value: string) => boolean {
  const form = new RegExp(`^(?:${regex})$`, flags);
  return (value) => form.test(value);
}

/** The form stands somewhere in the value. */
export function somewhere(regex: string, flags = 'u'): (value: string) => boolean {
  const form = new RegExp(regex, flags);
  return (value) => form.test(value);
}
