import type { Language } from '../kernel/text.ts';
import { reviewEn } from './review-en.ts';
import { type ReviewTexts, reviewUk } from './review-uk.ts';

/** Words of the review, of submitting and of its settings. */
export const reviewTexts: Readonly<Record<Language, ReviewTexts>> = { uk: reviewUk, en: reviewEn };
