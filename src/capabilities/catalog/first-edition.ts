import facts from './facts/required-items.json';
import { FREQUENCIES, type Frequency } from './passport.ts';
import { ITEM_AUDIENCES, type RequiredItem, type RequiredSection } from './required-item.ts';

/** Code of the edition a ground means when it names none. */
const CODE = '2024-10';

const LINES: Readonly<Record<RequiredSection, string>> = {
  all: 'all',
  'local-government': 'local',
  city: 'city',
  'state-administrations': 'state',
};

function frequencyOf(code: string): Frequency {
  const known = FREQUENCIES.find((frequency) => frequency === code);
  if (!known) throw new Error(`the list of resolution 835 names an unknown frequency: ${code}`);
  return known;
}

function audienceOf(code: string): RequiredSection {
  return ITEM_AUDIENCES.find((audience) => audience === code) ?? 'all';
}

const place = ({ audience }: RequiredItem) => ITEM_AUDIENCES.indexOf(audience);

/**
 * The list of resolution 835 as the product brings it: the edition of October 2024. Later editions and the community's own list are records
 * (`mandates`), which take this one over; the catalog itself asks it only for the words people call such data by, and for grounds that name
 * no edition.
 */
export const FIRST_EDITION = {
  code: CODE,
  title: facts.edition,
  source: facts.source,
  /** The month it is of. */
  dated: '2024-10-01',
  /** Those of local government first, then those of every holder, then of state administrations; by number inside. */
  items: facts.items
    .map((item): RequiredItem => {
      const audience = audienceOf(item.audience);
      return {
        ...item,
        line: `${LINES[audience]}-${item.number}`,
        list: 'resolution-835',
        edition: CODE,
        audience,
        frequency: frequencyOf(item.frequency),
        frequencySource: item.frequencySource === 'recommendation-page' ? 'recommendation-page' : 'suggestion',
        fields: null,
      };
    })
    .sort((one, other) => place(one) - place(other) || one.number - other.number) as readonly RequiredItem[],
} as const;

/** The item of that edition under that heading with that number; the heading may also be given by its code (`local-government`). */
export function firstEditionItem(section: string, number: number): RequiredItem | null {
  const { items } = FIRST_EDITION;
  return (
    items.find((item) => (item.section === section || item.audience === section) && item.number === number) ?? null
  );
}
