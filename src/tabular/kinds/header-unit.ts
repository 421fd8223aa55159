const UNITS: readonly (readonly [RegExp, string])[] = [
  [/тис\.? ?грн/iu, 'тис. грн'],
  [/млн\.? ?грн/iu, 'млн грн'],
  [/грн|гривень|гривні/iu, 'грн'],
  [/%|відсотк/iu, '%'],
  [/(?:кв\.? ?м|м2|м²)(?!\p{L})/iu, 'м²'],
  [/(?:куб\.? ?м|м3|м³)(?!\p{L})/iu, 'м³'],
  [/[, (]га\.?(?!\p{L})/iu, 'га'],
  [/[, (]км\.?(?!\p{L})/iu, 'км'],
  [/[,(] ?м\.?(?!\p{L})/iu, 'м'],
  [/[, (]кг\.?(?!\p{L})/iu, 'кг'],
  [/тонн|[,(] ?т\.?(?!\p{L})/iu, 'т'],
  [/кВт/iu, 'кВт'],
  [/[, (]шт\.?(?!\p{L})/iu, 'шт.'],
  [/[, (](?:осіб|чол\.?)(?!\p{L})/iu, 'осіб'],
];

/** The unit a header names («Сума, тис. грн», «Площа (кв. м)»); '' where it names none. */
export function unitOfHeader(header: string): string {
  return UNITS.find(([written]) => written.test(header))?.[1] ?? '';
}
