import { type Kind, somewhere, whole, words } from '../kind.ts';

export const emailKind: Kind = {
  code: 'email',
  title: { uk: 'Електронна пошта', en: 'E-mail' },
  purpose: { uk: 'Адреса електронної пошти', en: 'E-mail address' },
  header: words('e ?mail', 'mail ', 'пошта ', 'електронн\\S+ (?:пошт|адрес)', 'ел пошт', 'імейл', 'емейл'),
  not: words('поштов'),
  is: somewhere('[^@\\s]+ ?@ ?[^@\\s]+'),
  form: { uk: 'адреси з @', en: 'addresses with @' },
  least: 0.3,
  alone: { confidence: 0.97, is: whole('[^@\\s,;]+@[^@\\s,;]+\\.\\p{L}{2,}') },
  types: ['text'],
  personal: true,
  format: 'ім’я@домен',
};
