import { FILE_ROLES, type Order, type OrderFile } from '../../../capabilities/orders/index.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { Button, Choice, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { HOME } from './order-words.ts';

/** Files of the document, and a form for one more. */
export function FileList(props: {
  visit: Visit;
  order: Order;
  files: readonly OrderFile[];
  keeps: boolean;
  form: FormState | null;
}) {
  const { visit, order, files, keeps, form } = props;
  const texts = ordersTexts[visit.language];
  const base = href(visit, `${HOME}/${order.id}/files`);
  return (
    <section class="stack" aria-labelledby="files">
      <h2 id="files">{texts.filesTitle}</h2>
      {files.length === 0 && <p class="soft">{texts.noFiles}</p>}
      <ul class="order-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={href(visit, `/order-files/${file.id}`)}>{file.name}</a>{' '}
            <span class="soft small">
              {texts.roles[file.role]}, {texts.fileFor[file.public ? 'all' : 'staff']}
            </span>
            {keeps && (
              <span class="row">
                <form method="post" action={`${base}/${file.id}/${file.public ? 'close' : 'open'}`}>
                  <Button kind="quiet">{file.public ? texts.closeFile : texts.openFile}</Button>
                </form>
                <form method="post" action={`${base}/${file.id}/remove`}>
                  <Button kind="quiet">{texts.removeFile}</Button>
                </form>
              </span>
            )}
          </li>
        ))}
      </ul>
      {keeps && (
        <details open={form !== null || undefined}>
          <summary>{texts.addFile}</summary>
          <form class="form" method="post" action={base} enctype="multipart/form-data" novalidate>
            <Field
              label={texts.role}
              name="role"
              value="signed"
              options={FILE_ROLES.map((role) => ({ value: role, label: texts.roles[role] }))}
            />
            <Field
              label={texts.file}
              hint={texts.fileHint}
              name="file"
              type="file"
              error={faultOf(form?.error?.fields ?? [], 'file', visit.language)}
            />
            <Choice name="public" value="1" label={texts.filePublic} />
            <Button>{texts.addFile}</Button>
          </form>
        </details>
      )}
    </section>
  );
}
