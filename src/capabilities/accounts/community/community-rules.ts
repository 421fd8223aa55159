import type { FieldFault } from '../../../kernel/errors.ts';
import { edrpouFaults } from '../units/unit-rules.ts';
import { contrastWithWhite, LEAST_CONTRAST, nearestReadable, tidyColour } from './colour-rules.ts';

/** Letters people take for the Latin «UA» of a code. */
const LATIN: Readonly<Record<string, string>> = { А: 'A', а: 'A', У: 'U', у: 'U' };

/** «ua 53 02…», also with a Cyrillic «А», as КАТОТТГ is written: `UA` and 17 digits. */
export function tidyKatottg(typed: string): string {
  const text = typed.replace(/[\s-]+/g, '').toUpperCase();
  return text.slice(0, 2).replace(/[АаУу]/g, (letter) => LATIN[letter] ?? letter) + text.slice(2);
}

/** Faults of КАТОТТГ; the field is called `katottg`. */
export function katottgFaults(code: string): FieldFault[] {
  if (/^UA\d{17}$/.test(code)) return [];
  return [
    {
      field: 'katottg',
      text: {
        uk: 'КАТОТТГ громади складається з літер UA і 17 цифр, наприклад UA53020110010112104.',
        en: 'A KATOTTG code is the letters UA and 17 digits, for example UA53020110010112104.',
      },
    },
  ];
}

/** Faults of the city's colour; the nearest readable one is offered in the text. The field is called `colour`. */
export function colourFaults(typed: string): FieldFault[] {
  const colour = tidyColour(typed);
  if (colour === null) {
    return [
      {
        field: 'colour',
        text: {
          uk: 'Колір записують знаком # і шістьма знаками, наприклад #1a5fb4.',
          en: 'A colour is written as # and six characters, for example #1a5fb4.',
        },
      },
    ];
  }
  if (contrastWithWhite(colour) >= LEAST_CONTRAST) return [];
  const offered = nearestReadable(colour);
  return [
    {
      field: 'colour',
      text: {
        uk: `Білий текст на кольорі ${colour} важко прочитати. Найближчий, на якому читається: ${offered}.`,
        en: `White text on ${colour} is hard to read. The nearest colour that works: ${offered}.`,
      },
    },
  ];
}

/** Faults of a web address of the community; empty is allowed. */
export function siteFaults(site: string): FieldFault[] {
  if (site === '' || (/^https?:\/\/[^\s/]+\.[^\s]+$/.test(site) && URL.canParse(site))) return [];
  return [
    {
      field: 'site',
      text: {
        uk: 'Адреса сайту починається з https://, наприклад https://rada.example.ua.',
        en: 'A web address begins with https://, for example https://council.example.ua.',
      },
    },
  ];
}

/** All faults of a community's own facts. */
export function communityFaults(facts: {
  name: string;
  edrpou: string;
  katottg: string;
  colour: string;
  site: string;
}): FieldFault[] {
  return [
    ...(facts.name === ''
      ? [{ field: 'communityName', text: { uk: 'Вкажіть назву громади.', en: 'Give the name of the community.' } }]
      : []),
    ...edrpouFaults(facts.edrpou),
    ...katottgFaults(facts.katottg),
    ...colourFaults(facts.colour),
    ...siteFaults(facts.site),
  ];
}
