import { foldText } from '../../../language/folding.ts';
import { FIRST_EDITION, type ListedDataset, type RequiredItem } from '../../catalog/index.ts';

type Ground = ListedDataset['ground'];

/** What a passport's ground means, whatever edition it names: ground → line; null for own initiative and for items no list has. */
export function lineFinder(items: readonly RequiredItem[]): (ground: Ground) => string | null {
  const listed = new Map<string, string>();
  const local = new Map<string, string>();
  const address = (edition: string, section: string, number: number) => `${edition}|${section}|${number}`;
  for (const { list, edition, section, audience, number, title, line } of items) {
    if (list === 'local-list') {
      local.set(String(number), line);
      local.set(foldText(title), line);
    } else {
      listed.set(address(edition, section, number), line);
      listed.set(address(edition, audience, number), line);
    }
  }
  return (ground) => {
    if (ground.kind === 'own-initiative') return null;
    if (ground.kind === 'resolution-835')
      return listed.get(address(ground.edition ?? FIRST_EDITION.code, ground.section, ground.number)) ?? null;
    const { item, number } = ground;
    return (number === undefined ? undefined : local.get(String(number))) ?? local.get(foldText(item.trim())) ?? null;
  };
}
