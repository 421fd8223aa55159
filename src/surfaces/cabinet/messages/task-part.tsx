import type { Message } from '../../../capabilities/community/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import { Button, Field, href, Notice, type Visit } from '../../components/index.ts';
import type { FormProps } from './answer-forms.tsx';
import { fieldsOf } from './thread-view.ts';

/** The task a confirmed error made: open, with its end by hand; or how it ended. */
export function TaskPart({ visit, view }: FormProps) {
  const texts = staffMessagesTexts[visit.language].task;
  const { task } = view;
  if (!task) return null;
  const dataset = <a href={href(visit, `/cabinet/datasets/${task.dataset.id}`)}>{task.dataset.title}</a>;
  if (task.closed) {
    const { at, how, reason } = task.closed;
    return (
      <Notice kind="good" title={texts.closed} language={visit.language}>
        {texts.how[how]} {reason} {dataset}, {dateTimeInWords(at, visit.language)}
      </Notice>
    );
  }
  const { field, refused } = fieldsOf(visit, view, 'task');
  return (
    <div class="stack">
      <Notice kind="attention" title={texts.open} language={visit.language}>
        {texts.openLead} {dataset}
      </Notice>
      {view.mayCloseTask && (
        <details open={refused !== null}>
          <summary>{texts.closeTitle}</summary>
          <form class="form" method="post" action={href(visit, `/cabinet/messages/${task.messageId}/task`)} novalidate>
            <Field label={texts.reason} hint={texts.reasonHint} {...field('reason')} multiline rows={2} required />
            <Button kind="secondary">{texts.close}</Button>
          </form>
        </details>
      )}
    </div>
  );
}

/** Why a message is held back, and the two ways out. Nothing of one that is not. */
export function HeldPart({ visit, view }: FormProps) {
  const { message } = view.thread;
  if (message.heldFor.length === 0) return null;
  return (
    <Notice kind="attention" title={heldInWords(visit, message)} language={visit.language}>
      {view.mayAnswer && <HeldForms visit={visit} message={message} />}
    </Notice>
  );
}

/** «Чому стримано: посилання, слова реклами». */
export function heldInWords(visit: Visit, { heldFor }: Pick<Message, 'heldFor'>): string {
  const texts = staffMessagesTexts[visit.language].held;
  return `${texts.why}: ${heldFor.map((reason) => texts.reasons[reason] ?? reason).join(', ')}`;
}

/** Releases or removes. */
export function HeldForms({ visit, message }: { visit: Visit; message: Pick<Message, 'id' | 'number'> }) {
  const texts = staffMessagesTexts[visit.language].held;
  const which = <span class="unseen"> № {message.number}</span>;
  return (
    <div class="row">
      <form method="post" action={href(visit, `/cabinet/messages/${message.id}/release`)}>
        <Button kind="secondary">
          {texts.release}
          {which}
        </Button>
      </form>
      <form method="post" action={href(visit, `/cabinet/messages/${message.id}/remove`)}>
        <Button kind="danger">
          {texts.remove}
          {which}
        </Button>
      </form>
    </div>
  );
}
