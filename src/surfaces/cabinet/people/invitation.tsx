import { hasMail, type Person } from '../../../capabilities/accounts/index.ts';
import { type PageContext, show } from '../accounts/posted-form.ts';
import { PaperPage } from './paper-page.tsx';
import { LinkPage } from './people-page.tsx';

/** Shows the way in of somebody just invited: a link, or a sheet to print for those without e-mail. */
export function showInvitation(c: PageContext, person: Person, link: string): Response {
  const Shown = hasMail(person) ? LinkPage : PaperPage;
  return show(c, <Shown visit={c.get('visit')} person={person} link={link} />);
}
