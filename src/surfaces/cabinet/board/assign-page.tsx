import type { StaffPerson } from '../../../capabilities/accounts/index.ts';
import type { BoardRow } from '../../../capabilities/catalog/index.ts';
import { boardTexts } from '../../../locales/board.ts';
import { Button, CabinetPage, Field, LinkButton, Notice, type Visit } from '../../components/index.ts';

export interface AssignView {
  readonly rows: readonly BoardRow[];
  /** Whom they can be given to. */
  readonly people: readonly StaffPerson[];
  /** The board with its conditions. */
  readonly board: string;
  readonly error: string | null;
}

/** Whom the ticked datasets are given to. */
export function AssignPage({ visit, view }: { visit: Visit; view: AssignView }) {
  const texts = boardTexts[visit.language].assign;
  const { rows, people, board, error } = view;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead(rows.length)}</p>
        </div>
        <ul>
          {rows.map((row) => (
            <li key={row.id}>{row.title || row.number}</li>
          ))}
        </ul>
        <Notice kind="info" title={texts.whatHappens} language={visit.language} />
        <form class="form" method="post" action={board}>
          {rows.map(({ id }) => (
            <input key={id} type="hidden" name="dataset" value={id} />
          ))}
          <Field
            label={texts.person}
            name="person"
            value=""
            error={error}
            options={[
              { value: '', label: texts.choose },
              ...people.map(({ person }) => ({ value: person.id, label: `${person.name}, ${person.email}` })),
            ]}
          />
          <div class="row">
            <Button name="deed" value="assignment">
              {texts.button(rows.length)}
            </Button>
            <LinkButton kind="quiet" href={board}>
              {texts.back}
            </LinkButton>
          </div>
        </form>
      </div>
    </CabinetPage>
  );
}
