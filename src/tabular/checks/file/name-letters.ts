/** Letters of a file's extension that look Latin and are not: «.сsv» with a Cyrillic «с». */
const CYRILLIC_EXTENSION = /\.([A-Za-zА-Яа-яІіЇїЄєҐґ0-9]{1,8})$/u;
const TWINS: Readonly<Record<string, string>> = {
  с: 'c',
  х: 'x',
  о: 'o',
  і: 'i',
  у: 'y',
  а: 'a',
  е: 'e',
  р: 'p',
  ѕ: 's',
  ј: 'j',
};

/** The extension as it was meant, where letters of another alphabet stand in it; null where it is in order. */
export function meantExtension(fileName: string): { readonly written: string; readonly meant: string } | null {
  const written = CYRILLIC_EXTENSION.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const meant = [...written].map((letter) => TWINS[letter] ?? letter).join('');
  return meant !== written && /^[a-z0-9]+$/.test(meant) ? { written, meant } : null;
}
