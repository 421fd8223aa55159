import { type Kind, words } from '../kind.ts';
import { isAddressLike } from '../place-forms.ts';

export const addressKind: Kind = {
  code: 'address',
  title: { uk: 'Адреса', en: 'Address' },
  purpose: { uk: 'Адреса: населений пункт, вулиця, будинок', en: 'Address: settlement, street, house' },
  header: words(
    'адрес',
    '\\S+ адрес',
    'місцезнаходжен',
    'місце ?(?:розташуван|знаходжен|розміщен|провадж|провед)',
    'address ',
    'street address',
    '\\S+ street address',
    'розташуван',
    'вулиця (?:та|і|й) (?:номер )?буд',
    'прожива',
    '\\S+ прожива',
    'прописк',
    'місце реєстрації ',
  ),
  not: words(
    'електронн',
    'e ?mail',
    'сайт',
    'веб',
    'url',
    'ip ',
    'пошт\\S* скриньк',
    'код',
    'address (?:admin|post|locator|thoroughfare|locality|region|country)',
  ),
  byHeader: 0.8,
  is: isAddressLike,
  form: { uk: 'вулиця й номер', en: 'a street and a number' },
  alone: { confidence: 0.85, share: 0.7, enough: 3 },
  types: ['text'],
};
