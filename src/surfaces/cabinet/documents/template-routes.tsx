import type { Hono } from 'hono';
import {
  changedTemplates,
  type DocumentForm,
  formOf,
  listTemplateVersions,
  openTemplateFile,
  previewTemplate,
  restoreDefault,
  saveTemplate,
  takeVersion,
} from '../../../capabilities/documents/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { documentsTexts } from '../../../locales/documents.ts';
import { DOCX_TYPE, readDocument } from '../../../platform/documents/index.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import { attempt, goTo, type PageContext, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { DocumentViewPage } from './document-view.tsx';
import { HOME, TEMPLATES } from './paths.ts';
import { noFile, readUpload } from './read-upload.ts';
import { sendFile } from './send-file.ts';
import { TemplatePage } from './template-page.tsx';
import { TemplatesPage } from './templates-page.tsx';

/** `/cabinet/city/documents/templates`: all templates; each is downloaded, brought back, looked at on a sample. */
export function addTemplateRoutes(routes: Hono<SurfaceEnv>, forms: readonly DocumentForm[]): void {
  const one = `${TEMPLATES}/:code`;
  const formAsked = (c: PageContext) => formOf(forms, c.req.param('code') ?? '');
  routes.get(TEMPLATES, signedInOnly, async (c) => {
    const visit = c.get('visit');
    return show(c, <TemplatesPage visit={visit} forms={forms} changed={await changedTemplates(visit.ctx)} />);
  });
  routes.get(one, signedInOnly, (c) => showOne(c, formAsked(c)));
  routes.get(`${one}/template.docx`, signedInOnly, async (c) => {
    const form = formAsked(c);
    const bytes = await openTemplateFile(c.get('visit').ctx, form, versionAsked(c));
    return sendFile(c, { name: `${form.title.uk} (шаблон).docx`, mediaType: DOCX_TYPE, bytes });
  });
  routes.get(`${one}/preview`, signedInOnly, (c) => showSample(c, formAsked(c)));
  routes.post(one, signedInOnly, async (c) => {
    const form = formAsked(c);
    const { file } = await readUpload(c);
    const saved = await attempt(file ? saveTemplate(c.get('visit').ctx, form, file) : Promise.reject<never>(noFile()));
    if (!saved.done) return await showOne(c, form, saved.error);
    return goTo(c, `${TEMPLATES}/${form.code}?done=saved`);
  });
  routes.post(`${one}/restore`, signedInOnly, smallForms, async (c) => {
    const form = formAsked(c);
    await restoreDefault(c.get('visit').ctx, form);
    return goTo(c, `${TEMPLATES}/${form.code}?done=restored`);
  });
  routes.post(`${one}/take`, signedInOnly, smallForms, async (c) => {
    const form = formAsked(c);
    await takeVersion(c.get('visit').ctx, form, Number((await readForm(c)).version));
    return goTo(c, `${TEMPLATES}/${form.code}?done=saved`);
  });
}

/** Left out: the template of now. */
function versionAsked(c: PageContext): number | undefined {
  const asked = c.get('visit').query.get('version');
  return asked === null ? undefined : Number(asked);
}

async function showOne(c: PageContext, form: DocumentForm, error: RequestError | null = null): Promise<Response> {
  const visit = c.get('visit');
  const versions = await listTemplateVersions(visit.ctx, form);
  return show(c, <TemplatePage visit={visit} form={form} versions={versions} error={error} />, error);
}

async function showSample(c: PageContext, form: DocumentForm): Promise<Response> {
  const visit = c.get('visit');
  const texts = documentsTexts[visit.language];
  const blocks = readDocument(await previewTemplate(visit.ctx, form, versionAsked(c)));
  const title = inLanguage(form.title, visit.language);
  const trail = [
    { label: texts.list.title, href: href(visit, HOME) },
    { label: texts.templates.title, href: href(visit, TEMPLATES) },
    { label: title, href: href(visit, `${TEMPLATES}/${form.code}`) },
  ];
  const name = texts.templates.previewVersion;
  return show(c, <DocumentViewPage visit={visit} title={name} trail={trail} blocks={blocks} sample />);
}
