import type { Language } from '../kernel/text.ts';
import { portalEn } from './portal-en.ts';
import { portalUk } from './portal-uk.ts';

/** Words of the portal's pages. */
export type PortalTexts = typeof portalUk;

export const portalTexts: Record<Language, PortalTexts> = { uk: portalUk, en: portalEn };
