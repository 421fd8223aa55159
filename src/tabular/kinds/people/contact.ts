import { type Kind, words } from '../kind.ts';

export const contactKind: Kind = {
  code: 'contact',
  title: { uk: 'Контакти', en: 'Contacts' },
  purpose: { uk: 'Контакти: телефон, пошта, сайт', en: 'Contacts: phone, e-mail, site' },
  header: words('контакт', '\\S+ контакт', 'contact', 'звязок', 'соціальн\\S+ (?:мереж|акаунт)', 'social'),
  not: words('контактна особа', 'contact point', 'контактний телефон'),
  byHeader: 0.72,
  types: ['text'],
  personal: true,
};
