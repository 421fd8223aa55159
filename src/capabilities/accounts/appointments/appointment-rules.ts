import { type Day, isDay } from '../../../kernel/dates.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { addWorkingDays } from '../../../language/working-days.ts';
import { emailFaults, isRole } from '../people/person-rules.ts';
import { functionsOf, widestRole } from '../rights/permission-rules.ts';
import type { Appointment, Holding, Role } from './appointment.ts';

/** What an appointment says besides who and where. */
export type AppointmentTerms = Omit<Appointment, 'id' | 'personId' | 'unitId' | 'createdAt'>;

/** Roles whose work can be narrowed to named datasets. */
export function mayNameDatasets(role: Role): boolean {
  return role === 'responsible' || role === 'contributor' || role === 'auditor';
}

/** Spaces cut off; functions and named datasets only where the role has any. */
export function tidyTerms(terms: AppointmentTerms): AppointmentTerms {
  const text = (typed: string) => typed.trim().replace(/\s+/g, ' ');
  return {
    ...terms,
    functions: functionsOf(terms.role).filter((one) => terms.functions.includes(one)),
    datasetIds: mayNameDatasets(terms.role) && terms.datasetIds ? [...new Set(terms.datasetIds)] : null,
    post: text(terms.post),
    officeEmail: terms.officeEmail.trim().toLowerCase(),
    officePhone: text(terms.officePhone),
  };
}

const fault = (field: string, text: Text): FieldFault => ({ field, text });

function termFaults({ from, to }: Pick<AppointmentTerms, 'from' | 'to'>): FieldFault[] {
  if (!isDay(from)) {
    return [fault('from', { uk: 'Вкажіть день, з якого діє призначення.', en: 'Give the day it begins.' })];
  }
  if (to !== null && !isDay(to)) {
    return [
      fault('to', { uk: 'Вкажіть день повністю або лишіть порожнім.', en: 'Give the whole day or leave it empty.' }),
    ];
  }
  if (to === null || to >= from) return [];
  return [
    fault('to', {
      uk: 'Останній день раніший за перший. Виправте один із них.',
      en: 'The last day is before the first. Mend one of them.',
    }),
  ];
}

/** Faults of the fields `role`, `functions`, `datasets`, `from`, `to`, `officeEmail`, `substituteId`. */
export function appointmentFaults(terms: AppointmentTerms, personId: string | null): FieldFault[] {
  if (!isRole(terms.role)) return [fault('role', { uk: 'Оберіть роль.', en: 'Choose a role.' })];
  const faults = termFaults(terms);
  if (functionsOf(terms.role).length > 0 && terms.functions.length === 0) {
    faults.push(fault('functions', { uk: 'Позначте, що людина робитиме.', en: 'Tick what the person is to do.' }));
  }
  if (terms.datasetIds?.length === 0) {
    faults.push(
      fault('datasets', {
        uk: 'Позначте набори або оберіть «усі набори підрозділу».',
        en: 'Tick the datasets, or choose all datasets of the unit.',
      }),
    );
  }
  if (terms.officeEmail !== '') {
    faults.push(...emailFaults(terms.officeEmail).map(({ text }) => fault('officeEmail', text)));
  }
  if (personId !== null && terms.substituteId === personId) {
    faults.push(
      fault('substituteId', { uk: 'Людина не може заступати сама себе.', en: 'Nobody can stand in for themselves.' }),
    );
  }
  return faults;
}

/** Roles somebody may appoint others to: nobody hands out more than they look after. */
export function rolesToGive(holdings: readonly Holding[]): readonly Role[] {
  const all: readonly Role[] = [
    'responsible',
    'contributor',
    'reviewer',
    'head',
    'auditor',
    'reader',
    'member',
    'coordinator',
    'administrator',
  ];
  const widest = widestRole(holdings);
  if (widest === 'administrator') return all;
  return all.filter((role) => role !== 'administrator' && (widest === 'coordinator' || !isOfAll(role)));
}

/** Roles that reach the whole system wherever they are given. */
export function isOfAll(role: Role): boolean {
  return role === 'administrator' || role === 'coordinator' || role === 'member';
}

/** Whether an appointment has its order; `due`: by when it was or is to have one. */
export type OrderState = { readonly kind: 'final' } | { readonly kind: 'preparing' | 'overdue'; readonly due: Day };

/**
 * It works at once, and the order may follow within `graceDays` working days of its first day or of its being entered, whichever is later.
 * @param enteredOn the day it was entered
 */
export function orderState(
  { order, from }: Pick<Appointment, 'order' | 'from'>,
  enteredOn: Day,
  { today, graceDays }: { today: Day; graceDays: number },
): OrderState {
  if (order !== null) return { kind: 'final' };
  const due = addWorkingDays(from > enteredOn ? from : enteredOn, graceDays);
  return { kind: today > due ? 'overdue' : 'preparing', due };
}
