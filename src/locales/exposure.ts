import type { Language } from '../kernel/text.ts';
import { exposureEn } from './exposure-en.ts';
import { type ExposureTexts, exposureUk } from './exposure-uk.ts';

/** Sentences about what is public already and perhaps should not be. */
export const exposureTexts: Readonly<Record<Language, ExposureTexts>> = { uk: exposureUk, en: exposureEn };
