import type { Text } from '../../kernel/text.ts';

/** Deeds of signing in beyond the password, in words. */
export const SIGNING_IN: Readonly<Record<string, Text>> = {
  'factor.codes-on': { uk: 'Увімкнено коди з телефона', en: 'Codes of a phone turned on' },
  'factor.codes-off': { uk: 'Вимкнено коди з телефона', en: 'Codes of a phone turned off' },
  'factor.recovery-renewed': { uk: 'Отримано нові коди відновлення', en: 'New recovery codes made' },
  'factor.passkey-added': { uk: 'Додано ключ доступу', en: 'Passkey added' },
  'factor.passkey-renamed': { uk: 'Перейменовано ключ доступу', en: 'Passkey renamed' },
  'factor.passkey-removed': { uk: 'Вилучено ключ доступу', en: 'Passkey removed' },
  'person.provider-linked': { uk: 'Приєднано службу входу', en: 'Sign-in service added to an account' },
  'person.provider-unlinked': { uk: 'Від’єднано службу входу', en: 'Sign-in service removed from an account' },
  'provider.added': { uk: 'Додано службу входу', en: 'Sign-in service added' },
  'provider.changed': { uk: 'Змінено службу входу', en: 'Sign-in service changed' },
  'provider.removed': { uk: 'Вилучено службу входу', en: 'Sign-in service removed' },
  'factor.reset': { uk: 'Знято другий крок входу', en: 'Second step of signing in taken off' },
  'second-step.policy-changed': {
    uk: 'Змінено вимогу другого кроку входу',
    en: 'Requirement of the second step changed',
  },
};
