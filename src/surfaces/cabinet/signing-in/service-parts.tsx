import type { Provider } from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, Field, faultOf, href, LinkButton, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { FACTORS, leaveAddress } from './paths.ts';

/** Links to other services on the sign-in page. */
export function ServiceLinks({ visit, services, next }: { visit: Visit; services: readonly Provider[]; next: string }) {
  const { services: texts } = signingInTexts[visit.language];
  return (
    <>
      {services.map(({ id, name }) => (
        <p key={id}>
          <LinkButton href={href(visit, leaveAddress(id, { next }))}>{texts.signIn(name)}</LinkButton>
        </p>
      ))}
    </>
  );
}

/** The same on the page of an invitation. */
export function InvitationLinks(props: { visit: Visit; services: readonly Provider[]; token: string }) {
  const { visit, services, token } = props;
  const { services: texts } = signingInTexts[visit.language];
  return (
    <>
      {services.map(({ id, name }) => (
        <p key={id}>
          <LinkButton href={href(visit, leaveAddress(id, { token }))}>{texts.accept(name)}</LinkButton>
        </p>
      ))}
    </>
  );
}

/** Services a person signs in by, and those they may add. Nothing where there are none. */
export function OwnServices(props: {
  visit: Visit;
  services: readonly Provider[];
  linked: readonly string[];
  form: FormState;
}) {
  const { visit, services, linked } = props;
  const { services: texts } = signingInTexts[visit.language];
  if (services.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="services-title">
      <h2 id="services-title">{texts.ownTitle}</h2>
      <p>{texts.ownLead}</p>
      {services.map((service) => (
        <OwnService key={service.id} {...props} service={service} isLinked={linked.includes(service.id)} />
      ))}
    </section>
  );
}

function OwnService(props: { visit: Visit; service: Provider; isLinked: boolean; form: FormState }) {
  const { visit, service, isLinked, form } = props;
  const { services: texts, factors } = signingInTexts[visit.language];
  const field = `password-${service.id}`;
  const error = faultOf(form.error?.fields ?? [], field, visit.language);
  const words = isLinked ? texts.remove(service.name) : texts.add(service.name);
  return (
    <details open={error !== undefined}>
      <summary>{words}</summary>
      <form
        class="form"
        method="post"
        action={href(visit, `${FACTORS}/services/${service.id}/${isLinked ? 'unlink' : 'link'}`)}
        novalidate
      >
        <input type="email" name="email" value={visit.person?.email} autocomplete="username" hidden readonly />
        <Field label={factors.password} name={field} type="password" error={error} autocomplete="current-password" />
        <Button kind="secondary">{words}</Button>
      </form>
    </details>
  );
}

/** A form may not lead to another site by the policy of our pages; a link may. */
export function GoToServicePage({ visit, service, address }: { visit: Visit; service: Provider; address: string }) {
  const { services: texts, totp } = signingInTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.goTitle(service.name)}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.goTitle(service.name)}</h1>
          <p class="lead">{texts.goLead}</p>
        </div>
        <div class="row">
          <LinkButton kind="primary" href={address}>
            {texts.go}
          </LinkButton>
          <a href={href(visit, FACTORS)}>{totp.cancel}</a>
        </div>
      </div>
    </CabinetPage>
  );
}
