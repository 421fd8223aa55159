import { type Provider, RETURN_PATH } from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, Choice, Field, href, LinkButton, type Visit } from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { SETTINGS } from './paths.ts';

/** The list of services, beside what is required of whom. */
export function ServicesList({ visit, services }: { visit: Visit; services: readonly Provider[] }) {
  const { services: texts } = signingInTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="services-title">
      <h2 id="services-title">{texts.title}</h2>
      <p>{texts.lead}</p>
      {services.length === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <ul>
          {services.map(({ id, name, kind, active }) => (
            <li key={id}>
              <a href={href(visit, `${SETTINGS}/services/${id}`)}>{name}</a>{' '}
              <span class="soft small">
                {texts.kinds[kind]} · {active ? texts.on : texts.off}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton href={href(visit, `${SETTINGS}/services/new`)}>{texts.add1}</LinkButton>
      </p>
    </section>
  );
}

/** One service: new (`service` null) or known. */
export function ServicePage({ visit, service, form }: { visit: Visit; service: Provider | null; form: FormState }) {
  const { services: texts } = signingInTexts[visit.language];
  const title = service === null ? texts.add1 : texts.edit(service.name);
  const own = `${SETTINGS}/services/${service?.id ?? 'new'}`;
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l narrow">
        <h1>{title}</h1>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, own)} novalidate>
          <ServiceFields visit={visit} service={service} form={form} />
          <p>
            {texts.returnHint}: <span class="secret-key">{`${visit.origin}${RETURN_PATH}`}</span>
          </p>
          <Button>{texts.save}</Button>
        </form>
        {service !== null && (
          <form method="post" action={href(visit, `${own}/remove`)}>
            <Button kind="danger">{texts.removeOne}</Button>
          </form>
        )}
        <p>
          <a href={href(visit, SETTINGS)}>{texts.toList}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function ServiceFields({ visit, service, form }: { visit: Visit; service: Provider | null; form: FormState }) {
  const { services: texts } = signingInTexts[visit.language];
  const isTyped = Object.keys(form.values).length > 0;
  const field = fieldsOf(visit, form);
  const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Field label={texts.kind} hint={texts.unproven} {...field('kind', service?.kind)} options={kinds} />
      <Field label={texts.name} {...field('name', service?.name)} maxLength={60} required />
      <Field label={texts.issuer} hint={texts.issuerHint} {...field('issuer', service?.issuer)} type="url" required />
      <Field label={texts.clientId} {...field('clientId', service?.clientId)} required />
      <Field
        label={texts.clientSecret}
        hint={service === null ? undefined : texts.secretKept}
        {...field('clientSecret', '')}
        type="password"
        autocomplete="new-password"
      />
      <Choice
        label={texts.active}
        name="active"
        value="yes"
        checked={isTyped ? form.values.active === 'yes' : (service?.active ?? true)}
      />
    </>
  );
}
