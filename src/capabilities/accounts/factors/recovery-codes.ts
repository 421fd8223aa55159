import { randomInt } from 'node:crypto';

/** How many a person gets at once. */
export const RECOVERY_CODES = 10;
/** Without those that look alike on paper: 0 and o, 1, l and i. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 3;
const GROUP_LENGTH = 4;

function makeCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Ten codes of 12 signs (59 bits of chance each), in the form they are printed: `k7fm-2xqp-9dtr`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, makeCode);
}

/** What was typed, in the form of a code: capitals, spaces and left-out hyphens are no fault. Null where it can be none. */
export function tidyRecoveryCode(typed: string): string | null {
  const bare = typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (bare.length !== GROUPS * GROUP_LENGTH || ![...bare].every((sign) => SIGNS.includes(sign))) return null;
  return (bare.match(/.{4}/g) ?? []).join('-');
}

/** A code of a phone as typed («123 456»), or null where it can be none. */
export function tidyTotpCode(typed: string): string | null {
  const bare = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(bare) ? bare : null;
}
