import type { Text } from '../../kernel/text.ts';

/** Deeds of signing in beyond the password, in words. */
export const SIGNING_IN: Readonly<Record<string, Text>> = {
  'factor.codes-on': { uk: 'Увімкнено коди з телефона', en: 'Codes of a phone turned on' },
  'factor.codes-off': { uk: 'Вимкнено коди з телефона', en: 'Codes of a phone turned off' },
  'factor.recovery-renewed': { uk: 'Отримано нові коди відновлення', en: 'New recovery codes made' },
};
