import type { Person } from '../../../capabilities/accounts/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';

/** A visit of somebody who signed in; others are asked to (`signed-out`). Rights are asked by the capabilities. */
export function signedIn(visit: Visit): Visit & { readonly person: Person } {
  const { person } = visit;
  if (!person) {
    throw new RequestError('signed-out', 'signed-out', {
      uk: 'Увійдіть, щоб працювати в кабінеті.',
      en: 'Sign in to work in the cabinet.',
    });
  }
  return { ...visit, person };
}
