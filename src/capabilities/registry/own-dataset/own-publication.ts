import { z } from 'zod';

const Words = z.object({ uk: z.string(), en: z.string() });

/** How the registry stands as a dataset of its own: who switched it on, of what it is made, and how its last publication went. */
export const OwnPublication = z.object({
  on: z.boolean(),
  /** In whose name and by whose rights it is published. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  datasetId: z.string().nullable(),
  /** Scheme and host of the links in the files. */
  origin: z.string(),
  resources: z.object({ ten: z.string(), official: z.string() }).nullable(),
  readings: z.object({ ten: z.string(), official: z.string() }).nullable(),
  step: z.enum(['idle', 'reading', 'publishing', 'submitted']),
  /** Digest of what is published, and of what is on its way. */
  published: z.string().nullable(),
  pending: z.string().nullable(),
  publishedAt: z.string().nullable(),
  trouble: z.object({ code: z.string(), text: Words, at: z.string() }).nullable(),
});
export type OwnPublication = z.infer<typeof OwnPublication>;

export const NO_PUBLICATION: OwnPublication = {
  on: false,
  person: null,
  datasetId: null,
  origin: '',
  resources: null,
  readings: null,
  step: 'idle',
  published: null,
  pending: null,
  publishedAt: null,
  trouble: null,
};

const PERSON = {
  uk: 'Людина, яка ввімкнула оприлюднення, більше не має на це права. Увімкніть його від себе.',
  en: 'Whoever switched the publication on may not do it any more. Switch it on in your own name.',
};
const CHANGES = {
  uk: 'У чернетці набору «Реєстр» є неоприлюднені зміни людини. Опублікуйте або скасуйте їх, і реєстр оновиться сам.',
  en: 'The draft of the registry’s dataset holds changes of a person that are not published. Publish or undo them, and the registry goes on by itself.',
};
const CLOSED = {
  uk: 'Набір «Реєстр» призупинено, вилучено або перенесено до архіву, тому він не оновлюється.',
  en: 'The registry’s dataset is suspended, withdrawn or archived, so it is not updated.',
};
const REVIEW = {
  uk: 'Перший раз набір має погодити людина: подайте його на перевірку зі сторінки набору.',
  en: 'The first time a person has to approve the dataset: submit it for review from its page.',
};
const EMPTY = {
  uk: 'Оприлюднювати ще нічого: жоден набір громади не опубліковано.',
  en: 'There is nothing to publish yet: no dataset of the community is public.',
};

/** Why the registry could not publish itself, in words. */
export const OWN_TROUBLES = { person: PERSON, changes: CHANGES, closed: CLOSED, review: REVIEW, empty: EMPTY } as const;
