import { type Kind, whole, words } from '../kind.ts';

export const rowNumberKind: Kind = {
  code: 'row-number',
  title: { uk: 'Порядковий номер', en: 'Row number' },
  purpose: { uk: 'Порядковий номер рядка', en: 'Number of a row' },
  header: words('№ (?:п п|з п|пп|зп) ', '(?:п п|з п) $', 'номер (?:п п|з п) ', 'порядков'),
  is: whole('\\d{1,7}\\.?'),
  form: { uk: 'цілі числа', en: 'whole numbers' },
  unique: true,
};
