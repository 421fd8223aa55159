import { actorOfPerson, createPerson, type Person, type Role } from '../../src/capabilities/accounts/index.ts';
import type { Context } from '../../src/platform/context.ts';
import type { TestContext } from './make-context.ts';

/** A person of a unit with one role. */
export function appointPerson(test: TestContext, name: string, role: Role, unitId: string): Promise<Person> {
  const email = `${name}@example.org`;
  return createPerson(test.ctx, { name, email, password: 'довгий пароль для перевірки', role, unitId });
}

/** The same, as the context they work in. */
export async function appoint(test: TestContext, name: string, role: Role, unitId: string): Promise<Context> {
  return test.as(actorOfPerson(await appointPerson(test, name, role, unitId)));
}
