const DAY =
  '(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|\\d{1,2}-\\d{1,2}-\\d{4}|["«“]?\\d{1,2}["»”]? \\p{L}{3,9} \\d{4})(?: ?р(?:\\.|оку)?)?';
const ONE_DAY = new RegExp(`^${DAY}$`, 'u');
const MOMENT = new RegExp(`^${DAY}(?:,? |T)\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?$`, 'u');

/** True for a day as people write it, whether or not the calendar has it. */
export const isDayLike = (value: string): boolean => ONE_DAY.test(value);

/** The same with the time of the day. */
export const isMomentLike = (value: string): boolean => MOMENT.test(value);
