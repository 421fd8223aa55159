import { type Kind, whole, words } from '../kind.ts';

export const buildingPartKind: Kind = {
  code: 'building-part',
  title: { uk: 'Корпус', en: 'Part of a building' },
  purpose: { uk: 'Номер корпусу', en: 'Number of a part of a building' },
  header: words('корпус', 'секція', '\\S* ?locator building', 'під[їи]зд'),
  not: words('назва', 'кількіст'),
  is: whole('[\\dа-яіїєґa-z]{1,4}', 'iu'),
  form: { uk: 'короткі номери', en: 'short numbers' },
  asText: true,
};
