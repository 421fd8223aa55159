import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * Words of passwords that stood most often in public leaks, lower case: the list of `@zxcvbn-ts/language-common` (49,233 entries), kept
 * offline. Unpacked in 40–80 ms into 8.5 MB, so it is imported only where a new password is judged.
 */
export const LEAKED_WORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);
