import type { TableCard } from './card.ts';

const nameOf = ({ file, part }: TableCard): string => (part === '' ? file : `${file} → ${part}`);

function grouped(cards: readonly TableCard[], key: (card: TableCard) => string | null): Map<string, TableCard[]> {
  const groups = new Map<string, TableCard[]>();
  for (const card of cards) {
    const own = key(card);
    if (own !== null) groups.set(own, [...(groups.get(own) ?? []), card]);
  }
  return groups;
}

/** How many others are named. */
const NAMED = 3;

function listed(others: readonly TableCard[]): string {
  const rest = others.length - NAMED;
  return `${others.slice(0, NAMED).map(nameOf).join('; ')}${rest > 0 ? ` і ще ${rest}` : ''}`;
}

/**
 * What each table is likely a copy of: the same bytes, or the same columns with as many rows, or a part of a series with the same columns.
 * @returns a text a card, in their order; '' where nothing is alike
 */
export function likelyCopies(cards: readonly TableCard[]): string[] {
  const read = cards.filter(({ reason }) => reason === null);
  const bytes = grouped(read, ({ bytes: digest, part }) => `${digest} ${part}`);
  const sizes = grouped(read, ({ structure, rows }) => (structure === null ? null : `${structure} ${rows}`));
  const structures = grouped(read, ({ structure }) => structure);
  return cards.map((card) => {
    if (card.reason !== null) return '';
    const others = (group: readonly TableCard[] | undefined) => (group ?? []).filter((one) => one.file !== card.file);
    const same = others(bytes.get(`${card.bytes} ${card.part}`));
    if (same.length > 0) return `той самий файл: ${listed(same)}`;
    const alike = others(card.structure === null ? [] : sizes.get(`${card.structure} ${card.rows}`));
    if (alike.length > 0) return `ті самі стовпці й стільки ж рядків: ${listed(alike)}`;
    const series = others(card.structure === null ? [] : structures.get(card.structure));
    return series.length > 0 ? `ті самі стовпці: ${listed(series)}` : '';
  });
}
