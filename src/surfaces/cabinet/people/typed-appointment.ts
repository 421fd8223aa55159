import {
  type AppointmentFunction,
  type AppointmentTerms,
  type AppointmentView,
  functionsOf,
  orderFaults,
  orderInWords,
  parseOrder,
  type Role,
} from '../../../capabilities/accounts/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';
import type { Posted, PostedLists } from '../accounts/posted-form.ts';

/** What stands in an appointment's form. */
export interface AppointmentForm {
  readonly role: string;
  readonly functions: readonly string[];
  readonly unitIds: readonly string[];
  readonly which: 'all' | 'named';
  readonly datasetIds: readonly string[];
  readonly post: string;
  readonly officeEmail: string;
  readonly officePhone: string;
  readonly from: string;
  readonly to: string;
  readonly substituteId: string;
  readonly order: string;
}

/** An empty form: a responsible person of that unit from today. */
export function emptyAppointment(visit: Visit, unitId: string | null): AppointmentForm {
  return {
    role: 'responsible',
    functions: functionsOf('responsible'),
    unitIds: unitId === null ? [] : [unitId],
    which: 'all',
    datasetIds: [],
    post: '',
    officeEmail: '',
    officePhone: '',
    from: dayOf(visit.ctx.clock.now()),
    to: '',
    substituteId: '',
    order: '',
  };
}

/** The form of an appointment there is. */
export function formOfAppointment(appointment: AppointmentView): AppointmentForm {
  return {
    role: appointment.role,
    functions: appointment.functions,
    unitIds: appointment.unitId === null ? [] : [appointment.unitId],
    which: appointment.datasetIds === null ? 'all' : 'named',
    datasetIds: appointment.datasetIds ?? [],
    post: appointment.post,
    officeEmail: appointment.officeEmail,
    officePhone: appointment.officePhone,
    from: appointment.from,
    to: appointment.to ?? '',
    substituteId: appointment.substituteId ?? '',
    order: appointment.order ? orderInWords(appointment.order) : '',
  };
}

/** The form as it was posted. */
export function typedAppointment(values: Posted, lists: PostedLists): AppointmentForm {
  const text = (name: string) => values[name] ?? '';
  const unitIds = [text('unitId'), ...(lists.moreUnits ?? [])].filter((id) => id !== '');
  return {
    role: text('role'),
    functions: lists.functions ?? [],
    unitIds: [...new Set(unitIds)],
    which: text('which') === 'named' ? 'named' : 'all',
    datasetIds: lists.datasets ?? [],
    post: text('post'),
    officeEmail: text('officeEmail'),
    officePhone: text('officePhone'),
    from: text('from'),
    to: text('to'),
    substituteId: text('substituteId'),
    order: text('order'),
  };
}

/** What the form says, for the use case, which refuses what is wrong. Throws `invalid` for an order that cannot be read. */
export function termsOf(form: AppointmentForm): AppointmentTerms {
  const faults = orderFaults(form.order);
  if (faults[0]) throw new RequestError('invalid', 'faulty-fields', faults[0].text, faults);
  return {
    role: form.role as Role,
    functions: form.functions as AppointmentFunction[],
    datasetIds: form.which === 'named' ? form.datasetIds : null,
    post: form.post,
    officeEmail: form.officeEmail,
    officePhone: form.officePhone,
    from: form.from,
    to: form.to === '' ? null : form.to,
    substituteId: form.substituteId === '' ? null : form.substituteId,
    order: parseOrder(form.order),
  };
}
