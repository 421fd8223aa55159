import type { Person } from '../../../capabilities/accounts/index.ts';
import { type OpenGroup, PARTS } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { groupTexts } from '../../../locales/group.ts';
import { Button, DataTable, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { personOptions } from '../people/appointment-fields.tsx';
import { HOME } from './group-paths.ts';

/** What the members of a group are shown by. */
interface MembersView extends OpenGroup {
  readonly people: readonly Person[];
  readonly form: FormState;
}

/** Who is in the group and who was, and a form for one more. */
export function Members({ visit, view }: { visit: Visit; view: MembersView }) {
  const texts = groupTexts[visit.language];
  const { members, mayKeep } = view;
  return (
    <div class="stack">
      <h2 id="members">{texts.members}</h2>
      {members.length === 0 ? (
        <p class="soft">{texts.noMembers}</p>
      ) : (
        <DataTable
          caption={texts.members}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.person },
            { title: texts.part },
            { title: <span class="unseen">{texts.deeds}</span> },
          ]}
          rows={members.map((one) => [
            <>
              {one.name}
              {one.post !== '' && <div class="soft small">{one.post}</div>}
            </>,
            texts.parts[one.part],
            one.to ? (
              <span class="soft">{texts.left(dayInWords(one.to, visit.language))}</span>
            ) : (
              mayKeep && (
                <form method="post" action={href(visit, `${HOME}/members/${one.id}/leave`)}>
                  <Button kind="quiet">
                    {texts.leave}
                    <span class="unseen">: {one.name}</span>
                  </Button>
                </form>
              )
            ),
          ])}
        />
      )}
      {mayKeep && <MemberForm visit={visit} view={view} />}
    </div>
  );
}

function MemberForm({ visit, view }: { visit: Visit; view: MembersView }) {
  const texts = groupTexts[visit.language];
  const { people, form } = view;
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <details open={form.values.memberName !== undefined}>
      <summary>{texts.addMember}</summary>
      <form class="form" method="post" action={href(visit, `${HOME}/members`)} novalidate>
        <p class="soft">{texts.roleHint}</p>
        <Field
          label={texts.person}
          name="personId"
          value={form.values.personId ?? ''}
          options={personOptions(people, { value: '', label: texts.outside })}
          error={error('personId')}
        />
        <Field
          label={texts.memberName}
          name="memberName"
          value={form.values.memberName ?? ''}
          maxLength={200}
          error={form.values.memberName === undefined ? null : error('name')}
          autocomplete="off"
        />
        <Field label={texts.post} name="post" value={form.values.post ?? ''} maxLength={300} autocomplete="off" />
        <Field
          label={texts.part}
          name="part"
          value={form.values.part ?? 'member'}
          options={PARTS.map((one) => ({ value: one, label: texts.parts[one] }))}
        />
        <Button>{texts.addMember}</Button>
      </form>
    </details>
  );
}
