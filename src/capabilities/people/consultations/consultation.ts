import type { Day } from '../../../kernel/dates.ts';

/** How people were advised. */
export const CHANNELS = ['phone', 'meeting', 'video', 'messenger', 'mail', 'message', 'review'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Advice given to somebody about the data: one line of the journal. */
export interface Consultation {
  readonly id: string;
  readonly on: Day;
  /** With whom, in words; never the name of somebody who wrote to the city as a citizen. */
  readonly with: string;
  /** The colleague, where it was one of ours. */
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly topic: string;
  readonly channel: Channel;
  readonly minutes: number;
  /** How many were advised at once; 1: one person. */
  readonly people: number;
  readonly byId: string | null;
  readonly byName: string;
  /** What it was made of by one click, e.g. an answered message; null: typed in. */
  readonly source: { readonly kind: 'message' | 'comment'; readonly id: string } | null;
}

/** A line as it is typed or made of something answered. */
export type ConsultationWish = Omit<Consultation, 'id' | 'byId' | 'byName'>;

/** What one member did in a time. */
export interface ConsultationTotal {
  readonly byName: string;
  readonly count: number;
  readonly minutes: number;
  /** How many of them were of groups. */
  readonly groups: number;
  /** How many people were advised. */
  readonly people: number;
}
