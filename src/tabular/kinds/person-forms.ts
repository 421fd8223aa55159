import { APOSTROPHE_MARKS } from '../../language/folding.ts';

/** A word with a capital. */
const WORD = `\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+`;
const PATRONYMIC = /(?:^| )\p{L}+(?:ович|йович|івна|ївна|овна|евна|ьович)(?:$|[ ,;.(])/iu;
const INITIALS = new RegExp(`^${WORD},? ?\\p{Lu}\\. ?(?:\\p{Lu}\\.?)?$|^\\p{Lu}\\. ?(?:\\p{Lu}\\. ?)?${WORD}$`, 'u');
const CAPITALS = new RegExp(`^${WORD}(?: ${WORD}){1,3}$`, 'u');
/** Narrower than the form of organizations: «Начальник відділу Вигадана Олена Іванівна» is a person. */
const FIRM = /(?:^|[ «"])(?:тов|тзов|пп|кп|ат|прат|дп|осбб|школа|ліцей|рада|заклад|центр)(?:$|[ «"])/iu;

/** True for a name with a patronymic or initials. */
export function isPersonForSure(value: string): boolean {
  return value.length < 70 && !FIRM.test(value) && (PATRONYMIC.test(value) || INITIALS.test(value));
}

/** True for two to four words with capitals, too: a surname and a name where the header says that a person is meant. */
export function isPersonLike(value: string): boolean {
  return isPersonForSure(value) || (CAPITALS.test(value) && !FIRM.test(value));
}
