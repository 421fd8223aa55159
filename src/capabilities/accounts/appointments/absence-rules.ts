import { isDay } from '../../../kernel/dates.ts';
import { type FieldFault, fieldFault } from '../../../kernel/errors.ts';
import type { Absence, AbsenceKind } from './appointment.ts';

export const ABSENCE_KINDS: readonly AbsenceKind[] = ['leave', 'sick', 'mobilised', 'other'];

/** True for a kind there is. */
export function isAbsenceKind(text: string): text is AbsenceKind {
  return ABSENCE_KINDS.some((kind) => kind === text);
}

/** Faults of the fields `absenceKind`, `absenceFrom`, `absenceTo`, `absenceSubstituteId`. @param others of the same person */
export function absenceFaults(
  wish: Omit<Absence, 'id' | 'personId'>,
  personId: string,
  others: readonly Absence[],
): FieldFault[] {
  const faults: FieldFault[] = [];
  const { from, to } = wish;
  if (!isAbsenceKind(wish.kind)) faults.push(fieldFault('absenceKind', 'Оберіть причину.', 'Choose the reason.'));
  if (!isDay(from)) faults.push(fieldFault('absenceFrom', 'Вкажіть перший день.', 'Give the first day.'));
  if (to !== null && (!isDay(to) || to < from)) {
    faults.push(
      fieldFault(
        'absenceTo',
        'Останній день не може бути раніше за перший.',
        'The last day cannot be before the first.',
      ),
    );
  }
  if (wish.substituteId === personId) {
    faults.push(
      fieldFault('absenceSubstituteId', 'Людина не може заступати сама себе.', 'Nobody can stand in for themselves.'),
    );
  }
  const meets = (other: Absence) => (to === null || other.from <= to) && (other.to === null || other.to >= from);
  if (faults.length === 0 && others.some(meets)) {
    faults.push(
      fieldFault(
        'absenceFrom',
        'На ці дні відсутність уже записано. Завершіть її або виберіть інші дні.',
        'An absence is noted for these days already. End it, or choose other days.',
      ),
    );
  }
  return faults;
}
