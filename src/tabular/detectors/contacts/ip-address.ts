import { words } from '../../kinds/kind.ts';
import { headed, shareOf } from '../column-context.ts';
import type { Detector } from '../detector.ts';
import { personal } from '../personal-predicate.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const FOUR = `${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}`;
const SIX =
  '(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}|(?:[0-9A-Fa-f]{1,4}:){1,7}:';
const FORM = `(?:^|[^0-9.A-Za-zА-Яа-яІіЇїЄєҐґ])(?:${FOUR})(?:/\\d{1,2})?(?:$|[^0-9.A-Za-zА-Яа-яІіЇїЄєҐґ]|\\.(?:\\s|$))`;
const FORM_SIX = `(?:^|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ:])(?:${SIX})(?:$|[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ:])`;
/** One number of two or more digits before the last: versions and numbers of clauses hardly have it. */
const LONG =
  '(?:^|[^\\d.])(?:\\d{2,3}\\.\\d{1,3}\\.\\d{1,3}|\\d{1,3}\\.\\d{2,3}\\.\\d{1,3})\\.\\d{1,3}(?:[^\\d.]|\\.?$)';
const GUARD = '\\d\\.\\d{1,3}\\.\\d{1,3}\\.\\d|:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}';
const SHAPE_FOUR = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
const HEADER = words('(?:\\S+ ){0,3}(?:ip|ір|айпі) ', 'ip address', 'ip адрес', '(?:\\S+ ){0,2}host ');
const OTHER = words(
  '(?:\\S+ ){0,4}(?:верс|version|ver |пункт|підпункт|розділ|номер|№|шифр|код|клас|індекс|позиці|рубрик|прошивк|реліз|release)\\S*',
);

const four = personal('ip-four', FORM, {
  topic: 'numbers',
  guard: GUARD,
  digits: { shape: `(?s:(?:.*[^0-9.A-Za-zА-Яа-яІіЇїЄєҐґ])?${SHAPE_FOUR}(?:[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ].*)?)` },
});
const long = personal('ip-long', '', {
  topic: 'numbers',
  guard: GUARD,
  digits: { shape: `(?s:(?:.*[^0-9.A-Za-zА-Яа-яІіЇїЄєҐґ])?${SHAPE_FOUR}(?:[^0-9A-Za-zА-Яа-яІіЇїЄєҐґ].*)?)` },
  sql: (value) => `regexp_matches(${value}, '${FORM}') AND regexp_matches(${value}, '${LONG}')`,
});
const six = personal('ip-six', FORM_SIX, { topic: 'numbers', guard: GUARD });

export const ipAddressDetector: Detector = {
  code: 'ip-address',
  title: { uk: 'IP-адреса', en: 'IP address' },
  harm: {
    uk: 'За IP-адресою впізнають людину в мережі й знаходять, звідки вона заходила.',
    en: 'By an IP address a person is recognised on the net and found where they came from.',
  },
  group: 'contact',
  predicates: [four, long, six],
  judge: (column) => {
    // the host of a link is the address of a site, not of a person
    if (column.profile.kind === 'url') return null;
    const named = headed(column, HEADER);
    const [fours, longs, sixes] = [four, long, six].map(({ code }) => column.count(code)) as [number, number, number];
    const sixed = named || (sixes > 0 && (shareOf(column, sixes) > 0.3 || longs > 0));
    const oddly = headed(column, OTHER) && !named;
    // versions have short numbers: most of real addresses have long ones
    const beyond = !oddly && longs >= fours * 0.8 && (shareOf(column, longs) > 0.3 || column.profile.type === 'text');
    const count = (named ? fours : beyond ? longs : 0) + (sixed && !oddly ? sixes : 0);
    if (count === 0) return null;
    return {
      count,
      confidence: named ? 0.98 : shareOf(column, count) > 0.3 ? 0.9 : 0.7,
      why: { uk: 'У клітинках адреси комп’ютерів у мережі.', en: 'Cells hold addresses of computers on the net.' },
      where: (raw) =>
        [
          ...(named ? [four.sql(raw)] : beyond ? [`(${long.sql(raw)})`] : []),
          ...(sixed && !oddly ? [six.sql(raw)] : []),
        ].join(' OR '),
    };
  },
};
