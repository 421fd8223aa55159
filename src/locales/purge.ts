import type { Language } from '../kernel/text.ts';
import { purgeEn } from './purge-en.ts';
import { type PurgeTexts, purgeUk } from './purge-uk.ts';

/** Sentences of emergency withdrawals. */
export const purgeTexts: Readonly<Record<Language, PurgeTexts>> = { uk: purgeUk, en: purgeEn };
