import { isOrderKind, type Order, type OrderWish } from '../../../capabilities/orders/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { impossibleDate } from '../../../language/citations/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Field, faultOf, type Visit } from '../../components/index.ts';
import type { FormState, Posted } from '../accounts/posted-form.ts';
import { kindOptions } from './order-words.ts';

const lines = (text: string) => text.split(/\r?\n/);

/** «посада; ім’я» of each line. */
const agreedOf = (text: string) =>
  lines(text).map((line) => {
    const [post = '', ...name] = line.split(';');
    return name.length === 0 ? { post: '', name: post } : { post, name: name.join(';') };
  });

/** What a posted form says of an order. */
export function wishOf(values: Posted): OrderWish {
  const text = (name: string) => values[name] ?? '';
  const day = (name: string) => text(name).trim() || null;
  const kind = text('kind');
  return {
    kind: isOrderKind(kind) ? kind : 'mayor-order',
    issuer: text('issuer'),
    title: text('title'),
    date: day('date'),
    number: text('number'),
    signatory: { name: text('signatory'), post: text('signatoryPost') },
    controller: { name: text('controller'), post: text('controllerPost') },
    executor: { name: text('executor'), phone: text('executorPhone') },
    agreedBy: agreedOf(text('agreedBy')),
    grounds: lines(text('grounds')),
    clauses: lines(text('clauses')),
    from: day('from'),
    to: day('to'),
    public: false,
    links: lines(text('links')),
  };
}

/** An order as its form shows it. */
export function valuesOf(order: Order): Posted {
  return {
    kind: order.kind,
    issuer: order.issuer,
    title: order.title,
    date: order.date ?? '',
    number: order.number,
    signatory: order.signatory.name,
    signatoryPost: order.signatory.post,
    controller: order.controller.name,
    controllerPost: order.controller.post,
    executor: order.executor.name,
    executorPhone: order.executor.phone,
    agreedBy: order.agreedBy.map(({ post, name }) => (post === '' ? name : `${post}; ${name}`)).join('\n'),
    grounds: order.grounds.join('\n'),
    clauses: order.clauses.join('\n'),
    from: order.from ?? '',
    to: order.to ?? '',
    links: order.links.join('\n'),
  };
}

/** A date of the pasted line that no calendar has, said at its field; null: there is none. */
export function faultOfLine(line: string): RequestError | null {
  const date = impossibleDate(line);
  if (date === null) return null;
  const text = {
    uk: `У рядку дата ${date}: такого дня немає. Вкажіть правильну.`,
    en: `The line has the date ${date}: there is no such day. Give the right one.`,
  };
  return new RequestError('invalid', 'no-such-day', text, [{ field: 'date', text }]);
}

type Props = { readonly visit: Visit; readonly form: FormState };

/** One field of the form by its name, with what was typed and its fault. */
function fieldOf({ visit, form }: Props, name: string) {
  return {
    name,
    value: form.values[name] ?? '',
    error: faultOf(form.error?.fields ?? [], name, visit.language),
  };
}

/** Kind, issuer, title, date, number: what one line says. */
export function LineFields(props: Props) {
  const { field } = ordersTexts[props.visit.language];
  return (
    <>
      <Field label={field.kind} {...fieldOf(props, 'kind')} options={kindOptions(props.visit)} />
      <Field label={field.issuer} hint={field.issuerHint} {...fieldOf(props, 'issuer')} maxLength={200} />
      <Field
        label={field.title}
        hint={field.titleHint}
        {...fieldOf(props, 'title')}
        multiline
        rows={2}
        maxLength={500}
      />
      <Field label={field.date} {...fieldOf(props, 'date')} type="date" />
      <Field label={field.number} {...fieldOf(props, 'number')} maxLength={60} />
    </>
  );
}

/** Who signs and agrees, grounds, clauses, force, addresses. */
export function MoreFields(props: Props) {
  const { field } = ordersTexts[props.visit.language];
  return (
    <>
      <Field
        label={field.grounds}
        hint={field.groundsHint}
        {...fieldOf(props, 'grounds')}
        multiline
        rows={4}
        maxLength={4000}
      />
      <Field
        label={field.clauses}
        hint={field.clausesHint}
        {...fieldOf(props, 'clauses')}
        multiline
        rows={4}
        maxLength={8000}
      />
      <Field label={field.signatoryPost} {...fieldOf(props, 'signatoryPost')} maxLength={200} />
      <Field label={field.signatory} {...fieldOf(props, 'signatory')} maxLength={200} />
      <Field label={field.controllerPost} {...fieldOf(props, 'controllerPost')} maxLength={200} />
      <Field label={field.controller} {...fieldOf(props, 'controller')} maxLength={200} />
      <Field
        label={field.agreedBy}
        hint={field.agreedByHint}
        {...fieldOf(props, 'agreedBy')}
        multiline
        rows={3}
        maxLength={2000}
      />
      <Field label={field.executor} {...fieldOf(props, 'executor')} maxLength={200} />
      <Field label={field.executorPhone} {...fieldOf(props, 'executorPhone')} maxLength={60} />
      <Field label={field.from} hint={field.fromHint} {...fieldOf(props, 'from')} type="date" />
      <Field label={field.to} {...fieldOf(props, 'to')} type="date" />
      <Field
        label={field.links}
        hint={field.linksHint}
        {...fieldOf(props, 'links')}
        multiline
        rows={2}
        maxLength={2000}
      />
    </>
  );
}
