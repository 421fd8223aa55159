import type { Text } from '../../../kernel/text.ts';
import { isBestKnown } from './known-passwords.ts';

export const LEAST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Letters and digits only, lower case: so «Іван.Петренко» and «іванпетренко» count as the same. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function repeatsOwner(password: string, owner: { name: string; email: string }): boolean {
  const own = [owner.name, owner.email, owner.email.split('@')[0] ?? ''].map(bare);
  return own.some((text) => text !== '' && bare(password) === text);
}

/**
 * Why this password is not taken, or null. Only length and being guessable count: no rules about kinds of characters,
 * because those make people write passwords down (NIST SP 800-63B, 3.1.1.2: length and a list of known ones, no composition rules).
 */
export async function passwordFault(password: string, owner: { name: string; email: string }): Promise<Text | null> {
  const length = [...password].length;
  if (length === 0) return { uk: 'Вкажіть пароль.', en: 'Give a password.' };
  if (length < LEAST_PASSWORD) {
    return {
      uk: `У паролі має бути щонайменше ${LEAST_PASSWORD} знаків, зараз ${length}. Годиться й речення з кількох слів.`,
      en: `A password needs at least ${LEAST_PASSWORD} characters, this one has ${length}. A few words together will do.`,
    };
  }
  if (password.length > LONGEST_PASSWORD) {
    return {
      uk: `Пароль довший за ${LONGEST_PASSWORD} знаків. Скоротіть його.`,
      en: `The password is longer than ${LONGEST_PASSWORD} characters. Make it shorter.`,
    };
  }
  if (repeatsOwner(password, owner)) {
    return {
      uk: 'Пароль повторює ваше ім’я або адресу пошти, його легко вгадати. Придумайте інший.',
      en: 'The password repeats your name or e-mail address and is easy to guess. Choose another.',
    };
  }
  const { LEAKED_WORDS } = await import('./leaked-words.ts');
  if (isBestKnown(password, LEAKED_WORDS)) {
    return {
      uk: 'Цей пароль є серед відомих з витоків або складений з такого, його вгадують першим. Придумайте інший: годиться речення з кількох слів.',
      en: 'This password is among those known from leaks, or made of one, and is guessed first. Choose another: a few words together will do.',
    };
  }
  return null;
}
