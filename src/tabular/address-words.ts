/** Words of Ukrainian addresses as people write them: alternatives for regexes, each put between the edges its place needs. */

/** Words for streets and what they are cut to, whole; a point may follow. */
export const STREET_WORDS =
  'вулиця|вул|ул|проспект|просп|пр-т|пр-кт|провулок|пров|бульвар|бульв|бул|б-р|площа|пл|майдан|шосе|ш|набережна|наб|узвіз|проїзд|тупик|алея|мікрорайон|мкрн|мкр|квартал|кв-л';

/** Beginnings of the same words, whatever their ending: «вул.», «вулиці», «проспекту». */
export const STREET_STEMS = 'вул|просп|пр-т|пров|бульв|б-р|пл|майдан|узвіз|шосе|наб|мкр|м-н|мікрорайон';

/** Words for a flat before its number. */
export const FLAT_WORDS = 'кв|квартир[аиі]|кварт|помешкання';

/** Words before the name of a settlement; a point may follow. */
export const SETTLEMENT_WORDS = 'м|с|смт|сел|с-ще|місто|село|селище';
