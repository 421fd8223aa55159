/** A letter to a group of people; `appointment`: the notice of having been appointed. */
export interface Letter {
  readonly id: string;
  readonly kind: 'letter' | 'appointment';
  readonly subject: string;
  /** Plain words, paragraphs apart. */
  readonly body: string;
  /** Whether each is asked to say that they have read it. */
  readonly asks: boolean;
  /** To whom, in words. */
  readonly audience: string;
  readonly byName: string;
  readonly sentAt: Date;
}

/** Somebody it went to. */
export interface Recipient {
  readonly id: string;
  readonly letterId: string;
  readonly personId: string | null;
  /** Of a notice of appointment: which. */
  readonly appointmentId: string | null;
  readonly name: string;
  readonly post: string;
  /** What is said to this person alone, under the letter's words. */
  readonly detail: string;
  /** It left by mail; otherwise a code is printed. */
  readonly byMail: boolean;
  readonly readAt: Date | null;
  readonly readHow: 'link' | 'cabinet' | null;
}

/** A letter in a list: to how many it went, and how many have read it. */
export interface ListedLetter extends Letter {
  readonly sent: number;
  readonly read: number;
}

/** Whom a letter may go to. */
export type LetterGroup =
  | { readonly kind: 'responsible' | 'untrained' | 'group' }
  | { readonly kind: 'unit'; readonly unitId: string };

/** Somebody it is to go to. */
export interface Addressee {
  readonly personId: string | null;
  readonly appointmentId: string | null;
  readonly name: string;
  readonly post: string;
  /** Empty: a code is printed. */
  readonly email: string;
  readonly unitId: string;
  readonly detail: string;
}
