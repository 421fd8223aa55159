import { type Context, transaction } from '../../../platform/context.ts';
import { hasMail, listPeople, listUnits, permit } from '../../accounts/index.ts';
import type { Addressee } from '../letters/letter.ts';
import { type SentLetter, sendLetter } from '../letters/send-letter.ts';
import { everybodyTold } from '../refusals.ts';
import { LIABILITY } from './appointment-words.ts';
import { dutiesOf } from './notice-form.ts';
import { type AppointedPerson, appointedPersons } from './prepare-order.ts';

/** True for whoever holds an appointment and was not told of it by a notice. */
export const waitsForNotice = ({ appointment, notice }: AppointedPerson): boolean =>
  appointment.personId !== null && notice === null;

/**
 * Sends the notice of appointment, with the words on liability, for each appointment that has none yet. The person says by a link, or by a printed
 * code, that they have read it. Throws `forbidden`, `conflict` (everybody was told).
 */
export function tellAppointed(ctx: Context, origin: string): Promise<SentLetter> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const waiting = (await appointedPersons(inner)).filter(waitsForNotice);
    if (waiting.length === 0) throw everybodyTold();
    const units = new Map((await listUnits(inner)).map(({ id, name }) => [id, name]));
    const emails = new Map((await listPeople(inner)).map((one) => [one.id, hasMail(one) ? one.email : '']));
    const to = waiting.map(({ appointment }): Addressee => {
      const { functions, datasets, order } = dutiesOf(appointment);
      const { personId, unitId, personName, post, officeEmail } = appointment;
      return {
        personId,
        appointmentId: appointment.id,
        name: personName,
        post,
        email: (personId !== null && emails.get(personId)) || officeEmail,
        unitId: unitId ?? '',
        detail: `${units.get(unitId ?? '') ?? ''}: ${functions}. Набори: ${datasets}. Підстава: ${order}.`,
      };
    });
    const body = ['Вас визначено відповідальною особою за роботу з відкритими даними.', ...LIABILITY].join('\n\n');
    const subject = 'Про визначення відповідальною особою за відкриті дані';
    const audience = 'Визначені відповідальні особи';
    return await sendLetter(inner, { kind: 'appointment', subject, body, asks: true, audience, to }, origin);
  });
}
