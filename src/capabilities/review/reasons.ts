import type { Text } from '../../kernel/text.ts';

/** Why a submission is returned: the list a reviewer ticks; own words stand beside it. */
export const RETURN_REASONS = {
  data: { uk: 'У даних є помилки', en: 'There are errors in the data' },
  incomplete: {
    uk: 'Даних бракує: не весь період або не всі записи',
    en: 'Data are missing: not the whole period or not all records',
  },
  structure: { uk: 'Стовпці не ті або їх значення не пояснено', en: 'The columns are wrong or not explained' },
  passport: { uk: 'Паспорт неповний або неточний', en: 'The passport is incomplete or inexact' },
  personal: {
    uk: 'Є персональні дані, яких не можна показувати',
    en: 'There are personal data that must not be shown',
  },
  restricted: { uk: 'Є інформація з обмеженим доступом', en: 'There is restricted information' },
  duplicate: { uk: 'Такий набір уже є', en: 'There is such a dataset already' },
  other: { uk: 'Інше, пояснено словами', en: 'Something else, told in words' },
} as const satisfies Readonly<Record<string, Text>>;

export type ReturnReason = keyof typeof RETURN_REASONS;

/** False for a code a form made up. */
export function isReturnReason(code: string): code is ReturnReason {
  return Object.hasOwn(RETURN_REASONS, code);
}
