import type { ComponentChildren } from 'preact';
import { depths, UNIT_KINDS, type Unit } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { unitsTexts } from '../../../locales/units.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Field,
  type FieldOption,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** Units as choices of a drop-down list, those below set in by dashes. */
export function unitOptions(units: readonly Unit[]): FieldOption[] {
  const depth = depths(units);
  return units.map((unit) => ({ value: unit.id, label: `${'– '.repeat(depth.get(unit.id) ?? 0)}${unit.name}` }));
}

/** The tree, and the shortest form there can be for one more unit. */
export function UnitsPage(props: { visit: Visit; units: readonly Unit[]; form: FormState; done: string | null }) {
  const { visit, units, form, done } = props;
  const all = accountsTexts[visit.language];
  const happened = { created: all.units.created, removed: all.units.removed, saved: all.saved }[done ?? ''] ?? null;
  return (
    <CabinetPage visit={visit} title={all.units.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{all.units.title}</h1>
          <p class="lead">{all.units.lead}</p>
        </div>
        {happened !== null && form.error === null && (
          <Notice kind="good" title={happened} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        <nav class="unit-tree" aria-label={all.units.title}>
          <p class="soft">{all.units.count(units.length)}</p>
          <ul class="plain">{branches(visit, units, null)}</ul>
        </nav>
        <AddForm visit={visit} units={units} form={form} />
      </div>
    </CabinetPage>
  );
}

function branches(visit: Visit, units: readonly Unit[], parentId: string | null): ComponentChildren {
  const texts = accountsTexts[visit.language].units;
  return units
    .filter((unit) => unit.parentId === parentId)
    .map((unit) => {
      const below = units.some((each) => each.parentId === unit.id);
      return (
        <li key={unit.id}>
          <a href={href(visit, `/cabinet/units/${unit.id}`)}>{unit.name}</a>
          {unit.kind !== 'unit' && unit.kind !== 'council' && (
            <span class="soft small"> · {unitsTexts[visit.language].kinds[unit.kind]}</span>
          )}
          {unit.edrpou !== null && <span class="soft small"> · {texts.code(unit.edrpou)}</span>}
          {below && <ul>{branches(visit, units, unit.id)}</ul>}
        </li>
      );
    });
}

function AddForm({ visit, units, form }: { visit: Visit; units: readonly Unit[]; form: FormState }) {
  const texts = accountsTexts[visit.language].units;
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <section class="stack" aria-labelledby="add-title">
      <h2 id="add-title">{texts.addTitle}</h2>
      <form class="form" method="post" action={href(visit, '/cabinet/units')} novalidate>
        <Field
          label={texts.name}
          name="name"
          value={form.values.name}
          error={error('name')}
          autocomplete="off"
          required
          maxLength={254}
        />
        <Field
          label={texts.parent}
          name="parentId"
          value={form.values.parentId || visit.query.get('parent') || units[0]?.id}
          error={error('parentId')}
          options={unitOptions(units)}
          required
        />
        <KindField visit={visit} value={form.values.kind ?? 'unit'} error={error('kind')} />
        <Field
          label={texts.edrpou}
          hint={texts.edrpouHint}
          name="edrpou"
          value={form.values.edrpou}
          error={error('edrpou')}
          autocomplete="off"
          inputMode="numeric"
          maxLength={12}
        />
        <Button>{texts.add}</Button>
      </form>
    </section>
  );
}

/** One unit: name, place in the tree, contacts; and its removal. */
export function UnitPage(props: { visit: Visit; unit: Unit; units: readonly Unit[]; form: FormState }) {
  const { visit, unit, units, form } = props;
  const texts = accountsTexts[visit.language].units;
  const more = unitsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={unit.name}>
      <Breadcrumbs
        items={[{ label: texts.title, href: href(visit, '/cabinet/units') }, { label: unit.name }]}
        language={visit.language}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{unit.name}</h1>
          <p class="soft">{texts.address(`/units/${unit.slug}`)}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <ChangeForm visit={visit} unit={unit} units={units} form={form} />
        <p>
          <LinkButton href={href(visit, `/cabinet/people/new?unit=${unit.id}`)}>{more.people}</LinkButton>
        </p>
        {unit.parentId !== null && (
          <section class="stack" aria-labelledby="reorganise-title">
            <h2 id="reorganise-title">{more.reorganise}</h2>
            <p class="soft">{more.reorganiseLead}</p>
            <p>
              <LinkButton href={href(visit, `/cabinet/units/${unit.id}/reorganise`)}>
                {more.reorganiseAction}
              </LinkButton>
            </p>
          </section>
        )}
        {unit.parentId !== null && (
          <section class="stack" aria-labelledby="remove-title">
            <h2 id="remove-title">{texts.removeTitle}</h2>
            <p class="soft">{texts.removeLead}</p>
            <form method="post" action={href(visit, `/cabinet/units/${unit.id}/remove`)}>
              <Button kind="danger">{texts.remove(unit.name)}</Button>
            </form>
          </section>
        )}
      </div>
    </CabinetPage>
  );
}

function KindField(props: { visit: Visit; value: string; error: string | undefined }) {
  const texts = unitsTexts[props.visit.language];
  return (
    <Field
      label={texts.kind}
      name="kind"
      value={props.value}
      error={props.error}
      options={UNIT_KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
    />
  );
}

function ChangeForm(props: { visit: Visit; unit: Unit; units: readonly Unit[]; form: FormState }) {
  const { visit, unit, units, form } = props;
  const { units: texts, save } = accountsTexts[visit.language];
  const more = unitsTexts[visit.language];
  const field = (name: 'name' | 'edrpou' | 'email' | 'phone' | 'site' | 'katottg' | 'headName' | 'headPost') => ({
    name,
    value: form.values[name] ?? unit[name],
    error: faultOf(form.error?.fields ?? [], name, visit.language),
  });
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/units/${unit.id}`)} novalidate>
      <Field label={texts.name} {...field('name')} autocomplete="off" required maxLength={254} />
      {unit.parentId !== null && (
        <Field
          label={texts.parent}
          name="parentId"
          value={form.values.parentId ?? unit.parentId}
          error={faultOf(form.error?.fields ?? [], 'parentId', visit.language)}
          options={unitOptions(units)}
        />
      )}
      <Field
        label={texts.edrpou}
        hint={texts.edrpouHint}
        {...field('edrpou')}
        autocomplete="off"
        inputMode="numeric"
        maxLength={12}
      />
      <KindField
        visit={visit}
        value={form.values.kind ?? unit.kind}
        error={faultOf(form.error?.fields ?? [], 'kind', visit.language)}
      />
      <Field label={more.katottg} hint={more.katottgHint} {...field('katottg')} autocomplete="off" maxLength={24} />
      <h2>{more.headTitle}</h2>
      <Field label={more.headName} {...field('headName')} autocomplete="off" maxLength={200} />
      <Field label={more.headPost} {...field('headPost')} autocomplete="off" maxLength={200} />
      <h2>{texts.contacts}</h2>
      <Field label={texts.email} {...field('email')} type="email" autocomplete="off" maxLength={254} />
      <Field label={texts.phone} {...field('phone')} type="tel" autocomplete="off" maxLength={100} />
      <Field label={texts.site} {...field('site')} type="url" autocomplete="off" maxLength={500} />
      <Button>{save}</Button>
    </form>
  );
}
