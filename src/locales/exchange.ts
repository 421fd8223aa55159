import { exchangeEn } from './exchange-en.ts';
import { type ExchangeTexts, exchangeUk } from './exchange-uk.ts';

/** Words of carrying datasets over from other portals. */
export const exchangeTexts: { readonly uk: ExchangeTexts; readonly en: ExchangeTexts } = {
  uk: exchangeUk,
  en: exchangeEn,
};
