import { transliterate } from '../../../language/transliterate.ts';

/** Names in Latin letters: by resolution of the Cabinet № 55 and as passports, programs and people write them otherwise. */

type Way = readonly (readonly [from: RegExp, to: string])[];

const OLD: Way = [
  [/ий$/u, 'iy'],
  [/ій$/u, 'iy'],
  [/й/gu, 'y'],
  [/я/gu, 'ya'],
  [/ю/gu, 'yu'],
  [/є/gu, 'ye'],
  [/ї/gu, 'yi'],
];
const RUSSIAN: Way = [
  [/ій$/u, 'y'],
  [/ий$/u, 'y'],
  [/г/gu, 'g'],
  [/Г/gu, 'G'],
  [/и/gu, 'i'],
  [/й/gu, 'y'],
  [/я/gu, 'ya'],
  [/ю/gu, 'yu'],
  [/є/gu, 'e'],
  [/Є/gu, 'E'],
  [/ї/gu, 'i'],
];
const BY_J: Way = [
  [/й/gu, 'j'],
  [/я/gu, 'ja'],
  [/ю/gu, 'ju'],
  [/Ю/gu, 'Ju'],
  [/Я/gu, 'Ja'],
  [/х/gu, 'h'],
  [/ц/gu, 'c'],
];

const written = (name: string, way: Way) =>
  transliterate(way.reduce((word, [from, to]) => word.replace(from, to), name));

/** The ways one name is written in Latin letters. */
export function latinForms(name: string): string[] {
  return [transliterate(name), written(name, OLD), written(name, RUSSIAN), written(name, BY_J)].map((form) =>
    form.replaceAll("'", ''),
  );
}

/** Names as English writes them. */
export const ENGLISH_FORMS = `
Alexander Alexandr Alex Alexey Alexei Aleksei Alexandra Anatoly Andrew Andrei Andrii Anna Anastasia Antonina Arthur Boris Christina Daniel Daria Diana Dmitry Dmytro
Elena Eugene Eugenia Evgeny Evgeniya George Gregory Helen Helena Ihor Igor Iryna Irina Ivan Jaroslav John Julia Yulia Iuliia Katherine Kateryna Ekaterina Konstantin
Larysa Larisa Leonid Liudmyla Ludmila Lyudmila Maria Mariia Mariya Marina Maryna Maksym Maxim Max Michael Mikhail Mykhailo Mykola Nikolay Nikolai Nadiia Nadiya Natalia
Nataliia Natalya Nataliya Nina Oksana Oleg Oleh Oleksandr Oleksii Olena Olga Olha Pavlo Pavel Paul Peter Petro Roman Ruslan Sergey Sergei Serhii Serhiy Sergiy Sofia
Solomiia Stanislav Stepan Svetlana Svitlana Taras Tatiana Tetiana Tetyana Tatyana Valentyna Valentina Vasyl Vasiliy Vera Viktor Victor Victoria Viktoriia Viktoriya
Viacheslav Vyacheslav Vitalii Vitaliy Vitaly Vladimir Vladyslav Vladislav Volodymyr Yaroslav Yevhen Yevheniia Yurii Yuriy Yuri Zoia Denys Denis Artem Bohdan Bogdan
`
  .trim()
  .split(/\s+/u);
