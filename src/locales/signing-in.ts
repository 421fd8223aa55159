import { signingInEn } from './signing-in-en.ts';
import { type SigningInTexts, signingInUk } from './signing-in-uk.ts';

/** Words of the second step of signing in, of passkeys and of other sign-in services. */
export const signingInTexts: { readonly uk: SigningInTexts; readonly en: SigningInTexts } = {
  uk: signingInUk,
  en: signingInEn,
};
