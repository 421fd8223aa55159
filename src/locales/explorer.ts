import type { Language } from '../kernel/text.ts';
import { explorerEn } from './explorer-en.ts';
import { explorerUk } from './explorer-uk.ts';

/** Words of the table explorer and of what is embedded elsewhere. */
export type ExplorerTexts = typeof explorerUk;

export const explorerTexts: Record<Language, ExplorerTexts> = { uk: explorerUk, en: explorerEn };
