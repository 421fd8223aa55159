import { type Kind, whole, words } from '../kind.ts';

export const uuidKind: Kind = {
  code: 'uuid',
  title: { uk: 'UUID', en: 'UUID' },
  purpose: { uk: 'Унікальний номер запису для програм (UUID)', en: 'Unique number of a record for programs (UUID)' },
  header: words('uuid', 'guid'),
  is: whole('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'iu'),
  form: { uk: '32 знаки в п’яти частинах', en: '32 signs in five parts' },
  alone: { confidence: 0.97 },
  asText: true,
  format: 'UUID',
};
