import type { OpenedVersion, PolicyClause } from '../../../capabilities/orders/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { policyTexts } from '../../../locales/policy.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  ErrorSummary,
  Field,
  faultOf,
  href,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { POLICY } from './policy-page.tsx';

interface ClauseView {
  readonly opened: OpenedVersion;
  readonly clause: PolicyClause;
  readonly keeps: boolean;
  readonly form: FormState;
  readonly posted: 'rewrite' | 'insert' | 'comment' | null;
}

/** A clause: its text to be changed in a draft, remarks on it. */
export function ClausePage({ visit, view }: { visit: Visit; view: ClauseView }) {
  const texts = policyTexts[visit.language];
  const { opened, clause, keeps, form } = view;
  const version = `${POLICY}/versions/${opened.version.id}`;
  const draft = opened.version.state === 'draft';
  return (
    <CabinetPage visit={visit} title={texts.clause(clause.number)}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.title, href: href(visit, POLICY) },
            { label: texts.version(opened.version.number), href: href(visit, version) },
            { label: texts.clause(clause.number) },
          ]}
        />
        <h1>{texts.clause(clause.number)}</h1>
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {keeps && draft ? (
          <ChangeForms visit={visit} view={view} path={href(visit, `${version}/clauses/${clause.id}`)} />
        ) : (
          <>
            <p>{clause.text}</p>
            {!draft && <p class="soft">{texts.onlyDraft}</p>}
          </>
        )}
        <Comments visit={visit} view={view} path={href(visit, `${version}/clauses/${clause.id}`)} />
      </div>
    </CabinetPage>
  );
}

function ChangeForms({ visit, view, path }: { visit: Visit; view: ClauseView; path: string }) {
  const texts = policyTexts[visit.language];
  const { clause, form, posted } = view;
  const error = (name: string) =>
    posted === name ? faultOf(form.error?.fields ?? [], 'text', visit.language) : undefined;
  return (
    <>
      <form class="form" method="post" action={path} novalidate>
        <Field
          label={texts.text}
          name="text"
          value={posted === 'rewrite' ? form.values.text : clause.text}
          multiline
          rows={6}
          maxLength={10_000}
          error={error('rewrite')}
        />
        <Button name="deed" value="rewrite">
          {texts.save}
        </Button>
      </form>
      <details open={posted === 'insert' || undefined}>
        <summary>{texts.insert}</summary>
        <form class="form" method="post" action={path} novalidate>
          <Field
            label={texts.insertText}
            name="inserted"
            value={posted === 'insert' ? form.values.inserted : ''}
            multiline
            rows={4}
            maxLength={10_000}
            error={error('insert')}
          />
          <Button name="deed" value="insert" kind="secondary">
            {texts.insert}
          </Button>
        </form>
      </details>
      <form method="post" action={path}>
        <Button name="deed" value="remove" kind="quiet">
          {texts.removeClause}
        </Button>
      </form>
    </>
  );
}

function Comments({ visit, view, path }: { visit: Visit; view: ClauseView; path: string }) {
  const texts = policyTexts[visit.language];
  const { opened, clause, keeps, form, posted } = view;
  const comments = opened.comments.filter(({ clauseId }) => clauseId === clause.id);
  return (
    <section class="stack" aria-labelledby="comments">
      <h2 id="comments">{texts.comments}</h2>
      {comments.length === 0 && <p class="soft">{texts.noComments}</p>}
      <ul class="norm-list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>{comment.text}</p>
            <p class="row small">
              <span class="soft">
                {comment.byName}, {dateTimeInWords(comment.at, visit.language)}
              </span>
              {comment.resolvedAt && <Badge kind="good">{texts.resolved}</Badge>}
            </p>
            {keeps && (
              <form method="post" action={path}>
                <input type="hidden" name="comment" value={comment.id} />
                <Button kind="quiet" name="deed" value={comment.resolvedAt ? 'reopen' : 'resolve'}>
                  {comment.resolvedAt ? texts.reopen : texts.resolve}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form class="form" method="post" action={path} novalidate>
        <Field
          label={texts.comment}
          name="comment"
          value={posted === 'comment' ? form.values.comment : ''}
          multiline
          rows={3}
          maxLength={4000}
          error={faultOf(form.error?.fields ?? [], 'comment', visit.language)}
        />
        <Button name="deed" value="comment" kind="secondary">
          {texts.addComment}
        </Button>
      </form>
    </section>
  );
}
