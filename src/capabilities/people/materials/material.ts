import type { Day } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';

/** What a material is. */
export const MATERIAL_KINDS = ['method', 'rules', 'sample', 'answers', 'video', 'other'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Where in the cabinet a material is needed: the six screens of the walk, and other work with data. */
export const MATERIAL_STEPS = [
  'file',
  'look',
  'repairs',
  'privacy',
  'passport',
  'publish',
  'review',
  'messages',
  'people',
] as const;
export type MaterialStep = (typeof MATERIAL_STEPS)[number];

/** A piece of guidance (методичний матеріал): somebody's text by its address, or our own words. */
export interface Material {
  readonly id: string;
  readonly title: string;
  /** Who wrote it: «Мінцифра». */
  readonly source: string;
  /** Which edition: «2024», «від 06.11.2025». May be empty. */
  readonly edition: string;
  readonly kind: MaterialKind;
  readonly steps: readonly MaterialStep[];
  /** Where it stands on the web; empty: its words are here. */
  readonly address: string;
  /** Its words, or what of it is kept here, Markdown; may be empty where there is an address. */
  readonly body: string;
  /** The text of others this one adapts to our community; null: it adapts none. */
  readonly adaptsId: string | null;
  /** The edition of that text the adaptation was made from. */
  readonly adaptedEdition: string;
  readonly language: Language;
  /** Shown to all on the page of guidance. */
  readonly shown: boolean;
  /** Since when it is out of use; null: in use. */
  readonly closedOn: Day | null;
}

/** A material as it is typed. */
export type MaterialWish = Omit<Material, 'id' | 'adaptedEdition' | 'closedOn'>;

/** A material in a list: whether the reader has said they read this edition. */
export interface MaterialLine extends Omit<Material, 'body'> {
  readonly hasBody: boolean;
  readonly read: boolean;
  /** Of an adaptation: the original has another edition by now. Empty: it has not. */
  readonly newEdition: string;
}
