import { transliterate } from '../../language/transliterate.ts';

const LONGEST = 63;

/** A header that is a machine name already, as recommended structures have them: `actIdentifier`, `CATUTTC`, `stop_id`. */
const MACHINE_NAME = /^[A-Za-z](?!\w*__)[A-Za-z0-9_]{0,62}$/;

/**
 * One machine name: the header itself where it is one, otherwise Latin lowerCamelCase by КМУ 55, letters and digits only, begins with a
 * letter; '' where the header has neither.
 */
function nameOf(header: string): string {
  if (MACHINE_NAME.test(header.trim())) return header.trim();
  const words = transliterate(header.replaceAll('№', ' nomer '))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const joined = words
    .map((word, at) => {
      const lower =
        /^[A-Z0-9]+$/.test(word) || at === 0 ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
      return at === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .reduce((name, word) => (name.length > 0 && name.length + word.length > LONGEST ? name : name + word), '');
  const begun = /^[0-9]/.test(joined) ? `n${joined}` : joined;
  return begun.slice(0, LONGEST);
}

/**
 * Machine names of a table's columns, unique without regard to case, each valid as the name of a structure's field.
 * @param headers as people see them, in the order of the table
 */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const base = nameOf(header) || `column${index + 1}`;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${base.slice(0, LONGEST - String(number).length)}${number}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
