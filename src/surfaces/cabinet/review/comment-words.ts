import type { CommentPlace } from '../../../capabilities/review/index.ts';
import { reviewTexts } from '../../../locales/review.ts';
import type { Visit } from '../../components/index.ts';
import { PASSPORT_FIELDS } from '../walk/passport-fields.ts';

import { fieldName } from '../walk/passport-inputs.tsx';

/** Elements of the passport a comment can be about. */
export function passportFields(visit: Visit): { readonly field: string; readonly name: string }[] {
  return PASSPORT_FIELDS.map((field) => ({ field, name: fieldName(field, visit.language) }));
}

/** What a comment is about, in words. */
export function placeInWords(visit: Visit, place: CommentPlace): string {
  const texts = reviewTexts[visit.language].review;
  switch (place.kind) {
    case 'whole':
      return texts.aboutWhole;
    case 'passport':
      return texts.aboutPassport(passportFields(visit).find(({ field }) => field === place.field)?.name ?? place.field);
    case 'field':
      return texts.aboutField(place.field);
    case 'cell':
      return texts.aboutCell(place.field, place.row);
  }
}

/** The place a form names: `whole`, `passport:<element>`, `field:<resource>:<column>`, the last with a row perhaps. */
export function placeOfForm(about: string, row: string): CommentPlace {
  const [kind, first = '', ...rest] = about.split(':');
  if (kind === 'passport') return { kind: 'passport', field: first };
  if (kind !== 'field') return { kind: 'whole' };
  const where = { resourceId: first, field: rest.join(':') };
  const number = Number(row);
  return row.trim() !== '' && Number.isInteger(number)
    ? { kind: 'cell', ...where, row: number }
    : { kind: 'field', ...where };
}
