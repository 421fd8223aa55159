import { editDistance } from '../../kernel/edit-distance.ts';
import type { Text } from '../../kernel/text.ts';
import { tidyWords } from './form.ts';
import type { PlacedParagraph } from './paragraphs.ts';

/** Where a mark stands: words around it and the part of the page. */
export interface Spot {
  readonly quoted: string;
  readonly place: PlacedParagraph['place'];
}

const PLACES = {
  text: { uk: 'У тексті', en: 'In the text' },
  header: { uk: 'У верхньому колонтитулі', en: 'In the header' },
  footer: { uk: 'У нижньому колонтитулі', en: 'In the footer' },
} as const;

function at({ place, quoted }: Spot, uk: string, en: string): Text {
  return { uk: `${PLACES[place].uk} «${quoted}» ${uk}`, en: `${PLACES[place].en} “${quoted}” ${en}` };
}

/** The words of a field somebody most likely meant; null: none is near. */
export function nearestWords(typed: string, words: readonly string[]): string | null {
  const found = words
    .map((one) => ({ one, far: editDistance(typed, tidyWords(one)) }))
    .sort((left, right) => left.far - right.far)[0];
  return found && found.far <= Math.max(2, Math.floor(typed.length / 3)) ? found.one : null;
}

/** Faults of a template in words: where, which, what to do. */
export const TEXTS = {
  unknown: (words: string, spot: Spot, nearest: string | null): Text =>
    at(
      spot,
      `поля {${words}} цей документ не має. ${nearest ? `Можливо, це {${nearest}}.` : 'Візьміть поле з переліку або вилучіть дужки.'}`,
      `this document has no field {${words}}. ${nearest ? `Perhaps {${nearest}} is meant.` : 'Take a field of the list or remove the braces.'}`,
    ),
  rows: (words: string, spot: Spot): Text =>
    at(
      spot,
      `поле {${words}} має кілька рядків. Візьміть місце, що повторюється, у {#${words}} і {/${words}}.`,
      `the field {${words}} has several rows. Put what repeats between {#${words}} and {/${words}}.`,
    ),
  table: (words: string, spot: Spot): Text =>
    at(
      spot,
      `поле {${words}} є цілою таблицею. Напишіть {@${words}} окремим абзацом.`,
      `the field {${words}} is a whole table. Write {@${words}} as a paragraph of its own.`,
    ),
  plain: (words: string, spot: Spot): Text =>
    at(
      spot,
      `поле {@${words}} є текстом, а не таблицею. Напишіть {${words}}.`,
      `the field {@${words}} is a text, not a table. Write {${words}}.`,
    ),
  ofEngine: (id: string, words: string, closing: string, spot: Spot): Text => {
    switch (id) {
      case 'unclosed_tag':
        return at(
          spot,
          `дужку поля {${words} не закрито. Допишіть } після назви поля.`,
          `the brace of {${words} is not closed. Write } after the field.`,
        );
      case 'unopened_tag':
      case 'duplicate_close_tag':
        return at(
          spot,
          `є зайва дужка }. Допишіть { перед назвою поля або вилучіть її.`,
          `there is a } too many. Write { before the field or remove it.`,
        );
      case 'duplicate_open_tag':
        return at(
          spot,
          `дужки стоять двічі. Поле пишеться з однією: {${words}}.`,
          `braces stand twice. A field has one: {${words}}.`,
        );
      case 'unclosed_loop':
        return at(
          spot,
          `повтор {#${words}} не закрито. Допишіть {/${words}} там, де він закінчується.`,
          `the repeat {#${words}} is not closed. Write {/${words}} where it ends.`,
        );
      case 'unopened_loop':
        return at(
          spot,
          `повтор {/${words}} закрито, але не відкрито. Допишіть {#${words}} там, де він починається.`,
          `the repeat {/${words}} ends but does not begin. Write {#${words}} where it begins.`,
        );
      case 'closing_tag_does_not_match_opening_tag':
        return at(
          spot,
          `повтор {#${words}} закрито як {/${closing}}. Назви мають бути однакові, а повтори не перетинатися.`,
          `the repeat {#${words}} is closed as {/${closing}}. Names must be the same, and repeats must not cross.`,
        );
      case 'raw_xml_tag_should_be_only_text_in_paragraph':
      case 'raw_xml_tag_not_in_paragraph':
        return at(
          spot,
          `таблиця {@${words}} має стояти сама в абзаці. Перенесіть інші слова в інший абзац.`,
          `the table {@${words}} must stand alone in its paragraph. Move the other words to another one.`,
        );
      default:
        return at(
          spot,
          `мітку {${words}} не вдалося прочитати. Напишіть її знову, за один раз, без форматування всередині.`,
          `the mark {${words}} could not be read. Write it again at one go, without formatting inside.`,
        );
    }
  },
} as const;
