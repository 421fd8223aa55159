/**
 * Case forms of names: «Коваленку Олені Петрівні». Most differ by an ending, which keys of names are without (`name-keys.ts`); here are the forms
 * whose stem is another.
 */

/** Stems that the nominative does not show. */
const OTHER_STEMS: Readonly<Record<string, string>> = {
  Антін: 'Антон',
  Григір: 'Григор',
  Заєць: 'Зайц',
  Лев: 'Льв',
  Никифір: 'Никифор',
  Орел: 'Орл',
  Прокіп: 'Прокоп',
  Сидір: 'Сидор',
  Сокіл: 'Сокол',
  Тиміш: 'Тимош',
  Тихін: 'Тихон',
  Федір: 'Федор',
  Чобіт: 'Чобот',
  Швець: 'Шевц',
  Яків: 'Яков',
};

const SOFTENED: Readonly<Record<string, string>> = { г: 'з', к: 'ц', х: 'с' };

function otherStem(nominative: string): string | undefined {
  const known = OTHER_STEMS[nominative];
  if (known !== undefined) return known;
  if (/ець$/u.test(nominative))
    return nominative.replace(/(л?)ець$/u, (_, soft: string) => `${soft}${soft ? 'ь' : ''}ц`);
  return /ок$/u.test(nominative) ? nominative.replace(/ок$/u, 'к') : undefined;
}

/** The nominative, and a form with each other stem a name has in its cases. */
export function formsOfName(nominative: string): string[] {
  const forms = [nominative];
  if (/[^аеєиіїоуюяйьыэёaeiouy]$/u.test(nominative)) forms.push(`${nominative}а`);
  const other = otherStem(nominative);
  if (other !== undefined) forms.push(`${other}а`);
  const soft = /а$/u.test(nominative) ? SOFTENED[nominative.at(-2) ?? ''] : undefined;
  if (soft !== undefined) forms.push(`${nominative.slice(0, -2)}${soft}і`);
  return forms;
}
