import {
  type MadeToken,
  TOKEN_SCOPES,
  type Token,
  UNIT_TOKEN_SCOPES,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { tokenTexts } from '../../../locales/tokens.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  DataTable,
  Empty,
  Field,
  faultOf,
  href,
  Notice,
  Snippet,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';

/** What of the form is ticked. */
export interface TokenFormState {
  readonly scopes: readonly string[];
  /** Only these datasets; null: all of the reach. */
  readonly datasetIds: readonly string[] | null;
}

/** A form nobody has filled in. */
export const NOTHING_TICKED: TokenFormState = { scopes: [], datasetIds: null };

export interface TokensView {
  readonly visit: Visit;
  readonly kind: 'own' | 'units';
  readonly units: readonly Unit[];
  /** To choose from, where the token is to be for named ones only. */
  readonly datasets: readonly Pick<Dataset, 'id' | 'number' | 'passport'>[];
  readonly tokens: readonly Token[];
  readonly form: FormState & TokenFormState;
  /** Just made: its secret is shown this once. */
  readonly made: MadeToken | null;
  readonly done: string | null;
}

/** A token whose end is so near is marked, days. */
const SOON = 14;

/** Tokens of a person or of units: the one just made, those there are, a form for another. */
export function TokensPage({ view }: { view: TokensView }) {
  const { visit, kind, tokens, form, made, done } = view;
  const texts = tokenTexts[visit.language];
  const own = texts[kind];
  return (
    <CabinetPage visit={visit} title={own.title}>
      <div class="stack-l">
        <h1>{own.title}</h1>
        <p class="soft">{own.lead}</p>
        {done === 'revoked' && <Notice kind="good" title={texts.revoked} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        {made && <Made visit={visit} made={made} />}
        {tokens.length === 0 ? (
          <Empty title={own.none}>
            <p>{own.noneLead}</p>
          </Empty>
        ) : (
          <TokenList view={view} />
        )}
        <NewTokenForm view={view} />
        <p>
          <a href={href(visit, '/help/developer')}>{texts.guide}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function Made({ visit, made }: { visit: Visit; made: MadeToken }) {
  const texts = tokenTexts[visit.language];
  const curl = `curl -s -H "Authorization: Bearer ${made.secret}" '${visit.origin}/api/1/drafts?size=1'`;
  return (
    <Notice kind="good" title={texts.made} language={visit.language} live>
      <div class="stack">
        <Snippet code={made.secret} label={`${texts.secret}: ${made.token.name}`} language={visit.language} />
        <Snippet code={curl} label={texts.tryIt} language={visit.language} />
        <p>{texts.madeLead}</p>
      </div>
    </Notice>
  );
}

function TokenList({ view }: { view: TokensView }) {
  const { visit, kind, tokens } = view;
  const texts = tokenTexts[visit.language];
  const { name, may, used, term, deed } = texts.columns;
  const path = kind === 'own' ? '/cabinet/account/tokens' : '/cabinet/tokens';
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      rowHeaders
      columns={[{ title: name }, { title: may }, { title: used }, { title: term }, { title: deed }]}
      rows={tokens.map((token) => [
        <NameCell key="name" view={view} token={token} />,
        <MayCell key="may" view={view} token={token} />,
        <UseCell key="use" view={view} token={token} />,
        <TermCell key="term" view={view} token={token} />,
        isOver(token, visit) ? (
          ''
        ) : (
          <form key="deed" method="post" action={href(visit, `${path}/${token.id}/revoke`)}>
            <Button kind="quiet">
              {texts.revoke}
              <span class="unseen">: {token.name}</span>
            </Button>
          </form>
        ),
      ])}
    />
  );
}

interface CellProps {
  readonly view: TokensView;
  readonly token: Token;
}

function isOver(token: Token, visit: Visit): boolean {
  return token.endedAt !== null || token.expiresAt <= visit.ctx.clock.now();
}

function NameCell({ view, token }: CellProps) {
  const texts = tokenTexts[view.visit.language];
  return (
    <>
      {token.name}
      <div class="soft small">{texts.ending(token.ending)}</div>
      {view.kind === 'units' && <div class="soft small">{texts.by(token.createdBy)}</div>}
    </>
  );
}

function MayCell({ view, token }: CellProps) {
  const texts = tokenTexts[view.visit.language];
  const unit = view.units.find(({ id }) => id === token.unitId)?.name;
  return (
    <>
      {token.scopes.map((scope) => texts.scopeNames[scope] ?? scope).join(' · ')}
      {unit && <div class="soft small">{unit}</div>}
      {token.datasetIds && <div class="soft small">{texts.named(token.datasetIds.length)}</div>}
    </>
  );
}

function UseCell({ view, token }: CellProps) {
  const { language } = view.visit;
  const texts = tokenTexts[language];
  if (token.usedOn === null) return <span class="soft">{texts.never}</span>;
  return (
    <>
      {dayInWords(token.usedOn, language)}
      <div class="soft small">{texts.from(token.usedFrom ?? '')}</div>
    </>
  );
}

function TermCell({ view, token }: CellProps) {
  const { visit } = view;
  const texts = tokenTexts[visit.language];
  if (token.endedAt !== null) return <Badge kind="info">{texts.ended[token.endReason ?? 'revoked']}</Badge>;
  if (isOver(token, visit)) return <Badge kind="attention">{texts.expired}</Badge>;
  const last = dayOf(token.expiresAt);
  const soon = last <= addDays(dayOf(visit.ctx.clock.now()), SOON);
  return (
    <>
      {texts.until(dayInWords(last, visit.language))}
      {soon && (
        <div>
          <Badge kind="attention">{texts.soon}</Badge>
        </div>
      )}
    </>
  );
}

function NewTokenForm({ view }: { view: TokensView }) {
  const { visit, kind, units, form } = view;
  const texts = tokenTexts[visit.language];
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  const anywhere = kind === 'own' ? [{ value: '', label: texts.wholeReach }] : [];
  return (
    <section class="stack" aria-labelledby="new-token">
      <h2 id="new-token">{texts.newTitle}</h2>
      <form
        class="form"
        method="post"
        action={href(visit, kind === 'own' ? '/cabinet/account/tokens' : '/cabinet/tokens')}
        novalidate
      >
        <Field
          label={texts.name}
          hint={texts.nameHint}
          name="name"
          value={form.values.name}
          error={error('name')}
          maxLength={100}
          required
        />
        <Field
          label={texts.unit}
          hint={texts.unitHint}
          name="unitId"
          value={form.values.unitId}
          error={error('unitId')}
          options={[...anywhere, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <DatasetFields view={view} error={error('datasets')} />
        <ChoiceGroup legend={texts.scopes} name="scopes" error={error('scopes')}>
          {(kind === 'own' ? TOKEN_SCOPES : UNIT_TOKEN_SCOPES).map((scope) => (
            <Choice
              key={scope}
              name="scopes"
              value={scope}
              label={texts.scopeNames[scope] ?? scope}
              checked={form.scopes.includes(scope)}
            />
          ))}
        </ChoiceGroup>
        <Field
          label={texts.term}
          name="days"
          value={form.values.days ?? '365'}
          error={error('days')}
          options={texts.terms.map(([days, label]) => ({ value: String(days), label }))}
        />
        <Button>{texts.make}</Button>
      </form>
    </section>
  );
}

function DatasetFields({ view, error }: { view: TokensView; error: string | undefined }) {
  const { visit, datasets, form } = view;
  const texts = tokenTexts[visit.language].datasets;
  const named = form.datasetIds !== null;
  return (
    <>
      <ChoiceGroup legend={texts.legend} name="which">
        <Choice type="radio" name="which" value="all" label={texts.all} checked={!named} />
        <Choice
          type="radio"
          name="which"
          value="named"
          label={texts.named}
          hint={named ? undefined : texts.namedHint}
          checked={named}
        />
      </ChoiceGroup>
      {named && (
        <ChoiceGroup legend={texts.choose} name="datasets" error={error}>
          {datasets.length === 0 && <p class="soft">{texts.none}</p>}
          <div class="choice-list">
            {datasets.map(({ id, number, passport }) => (
              <Choice
                key={id}
                name="datasets"
                value={id}
                label={passport.title || number}
                checked={form.datasetIds?.includes(id) ?? false}
              />
            ))}
          </div>
        </ChoiceGroup>
      )}
    </>
  );
}
