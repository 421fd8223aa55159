import { type Kind, whole, words } from '../kind.ts';
import { isPhoneLike } from '../phone-numbers.ts';

export const phoneKind: Kind = {
  code: 'phone',
  title: { uk: 'Телефон', en: 'Phone' },
  purpose: { uk: 'Номер телефону для звернень', en: 'Phone number' },
  header: words('тел ', 'телефон', 'phone', 'telephone', 'моб ', 'мобільн', 'факс', 'fax', 'гаряч\\S+ ліні', 'hotline'),
  not: words('(?:email|e mail|електронн)', '\\S+ довідник'),
  is: isPhoneLike,
  form: { uk: 'номери телефонів', en: 'phone numbers' },
  least: 0.3,
  alone: {
    confidence: 0.9,
    is: whole('\\+?(?:38)?[ (-]*\\(?0\\d{2,4}\\)?[ -]*\\d{1,3}(?:[ -]?\\d{2}){2}(?<=.*[ ()+-].*)'),
  },
  asText: true,
  personal: true,
  format: '+380XXXXXXXXX',
};
