import { RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';

/** Why a file is not taken as a document. */
export type PackageTrouble = 'large' | 'not-word' | 'closed' | 'macros' | 'foreign' | 'outside';

const TEXTS: Readonly<Record<PackageTrouble, Text>> = {
  large: {
    uk: 'Документ завеликий: до 10 МБ, розпакований до 60 МБ. Вилучіть із нього великі малюнки й збережіть ще раз.',
    en: 'The document is too large: up to 10 MB, unpacked up to 60 MB. Take large pictures out and save it again.',
  },
  'not-word': {
    uk: 'Це не документ Word або файл пошкоджено. Відкрийте його у Word чи LibreOffice і збережіть як «Документ Word (.docx)».',
    en: 'This is not a Word document, or the file is damaged. Open it in Word or LibreOffice and save it as “Word document (.docx)”.',
  },
  closed: {
    uk: 'Документ закрито паролем. Зніміть пароль (Файл → Відомості → Захистити документ) і збережіть ще раз.',
    en: 'The document is closed with a password. Take it off (File → Info → Protect document) and save it again.',
  },
  macros: {
    uk: 'У документі є макроси, їх ми не приймаємо. Збережіть його як «Документ Word (.docx)», без макросів.',
    en: 'There are macros in the document; we do not take them. Save it as “Word document (.docx)”, without macros.',
  },
  foreign: {
    uk: 'У документ вставлено об’єкт іншої програми. Замініть його звичайним текстом, таблицею або малюнком.',
    en: 'A thing of another program stands in the document. Put plain text, a table or a picture in its place.',
  },
  outside: {
    uk: 'Документ бере щось з іншого місця: малюнок з інтернету або шаблон із диска. Вставте малюнок у сам документ; шаблон від’єднайте: Розробник → Шаблон документа → Normal.',
    en: 'The document takes something from elsewhere: a picture of the internet or a template of a disk. Put the picture into the document; detach the template: Developer → Document template → Normal.',
  },
};

/** What is wrong with the file of a template, by the trouble its package has. */
export function badPackage(trouble: PackageTrouble): RequestError {
  return new RequestError(trouble === 'large' ? 'too-large' : 'invalid', `document-${trouble}`, TEXTS[trouble]);
}
