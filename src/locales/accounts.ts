import { accountsEn } from './accounts-en.ts';
import { type AccountsTexts, accountsUk } from './accounts-uk.ts';

/** Words of set-up, sign-in and the administrator's pages. */
export const accountsTexts: { readonly uk: AccountsTexts; readonly en: AccountsTexts } = {
  uk: accountsUk,
  en: accountsEn,
};
export type { AccountsTexts };
