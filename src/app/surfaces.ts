import { join } from 'node:path';
import type { Hono } from 'hono';
import { listDatasets } from '../capabilities/catalog/index.ts';
import type { Config } from '../platform/config/settings.ts';
import { accountRoutes } from '../surfaces/cabinet/accounts/index.ts';
import { boardRoutes } from '../surfaces/cabinet/board/index.ts';
import { checkWeightRoutes } from '../surfaces/cabinet/check-weights/index.ts';
import { cityHubRoutes } from '../surfaces/cabinet/city/index.ts';
import { codeListRoutes } from '../surfaces/cabinet/code-lists/index.ts';
import { consentRoutes } from '../surfaces/cabinet/consents/index.ts';
import { consultationRoutes } from '../surfaces/cabinet/consultations/index.ts';
import { deskRoutes } from '../surfaces/cabinet/desk/index.ts';
import { dictionaryRoutes } from '../surfaces/cabinet/dictionary/index.ts';
import { documentRoutes } from '../surfaces/cabinet/documents/index.ts';
import { downloadSettingsRoutes } from '../surfaces/cabinet/downloads/index.ts';
import { evidenceRoutes } from '../surfaces/cabinet/evidence/index.ts';
import { exchangeRoutes } from '../surfaces/cabinet/exchange/index.ts';
import { exposureRoutes } from '../surfaces/cabinet/exposure/index.ts';
import { groupRoutes } from '../surfaces/cabinet/group/index.ts';
import { historyRoutes } from '../surfaces/cabinet/history/index.ts';
import { letterRoutes } from '../surfaces/cabinet/letters/index.ts';
import { lifeRoutes } from '../surfaces/cabinet/life/index.ts';
import { linkRoutes } from '../surfaces/cabinet/links/index.ts';
import { mailRoutes } from '../surfaces/cabinet/mail/index.ts';
import { materialRoutes } from '../surfaces/cabinet/materials/index.ts';
import { staffMessageRoutes } from '../surfaces/cabinet/messages/index.ts';
import { noticeRoutes } from '../surfaces/cabinet/notices/index.ts';
import { orderRoutes } from '../surfaces/cabinet/orders/index.ts';
import { originalRoutes } from '../surfaces/cabinet/originals/index.ts';
import { ownStructureRoutes } from '../surfaces/cabinet/own-structures/index.ts';
import { passportSheetRoutes } from '../surfaces/cabinet/passport-sheets/index.ts';
import { personRoutes } from '../surfaces/cabinet/persons/index.ts';
import { policyRoutes } from '../surfaces/cabinet/policy/index.ts';
import { privacyRoutes } from '../surfaces/cabinet/privacy/index.ts';
import { privacyReportRoutes } from '../surfaces/cabinet/privacy-report/index.ts';
import { registryRoutes } from '../surfaces/cabinet/registry/index.ts';
import { requiredStaffRoutes } from '../surfaces/cabinet/required/index.ts';
import { reviewRoutes } from '../surfaces/cabinet/review/index.ts';
import { rowsRoutes } from '../surfaces/cabinet/rows/index.ts';
import { searchWordsRoutes } from '../surfaces/cabinet/search-words/index.ts';
import { sourceRoutes } from '../surfaces/cabinet/sources/index.ts';
import { tokenRoutes } from '../surfaces/cabinet/tokens/index.ts';
import { trainingRoutes } from '../surfaces/cabinet/training/index.ts';
import { walkRoutes } from '../surfaces/cabinet/walk/index.ts';
import { catalogApiRoutes } from '../surfaces/catalog-api/index.ts';
import type { SurfaceEnv } from '../surfaces/components/visit.ts';
import { downloadRoutes } from '../surfaces/downloads/index.ts';
import { helpRoutes } from '../surfaces/help/index.ts';
import { portalRoutes } from '../surfaces/portal/index.ts';
import { ROWS_API_PATHS, rowsApiRoutes } from '../surfaces/rows-api/index.ts';
import { WRITE_API_PATHS, WRITE_API_SECURITY, writeApiRoutes } from '../surfaces/write-api/index.ts';
import { DOCUMENT_FORMS, DOCUMENT_RECIPES, signedElsewhere } from './document-recipes.ts';
import { ORDER_EFFECTS } from './order-effects.ts';
import { POLICY_TERMS } from './policy-terms.ts';

/** Every surface, in the order their routes are tried. */
export function surfaces(config: Config): readonly Hono<SurfaceEnv>[] {
  const uploads = { uploadsFolder: join(config.data, 'uploads'), uploadLimit: config.uploadLimit * 1024 * 1024 };
  return [
    downloadRoutes(),
    rowsApiRoutes(),
    writeApiRoutes(uploads),
    catalogApiRoutes({ paths: [ROWS_API_PATHS, WRITE_API_PATHS], security: WRITE_API_SECURITY }),
    accountRoutes({
      signInHosts: config.signInHosts,
      unitInUse: async (ctx, unitId) =>
        (await listDatasets(ctx, { unitIds: [unitId] }, { page: 1, size: 1 })).total > 0,
    }),
    walkRoutes(uploads),
    privacyRoutes(),
    privacyReportRoutes(),
    consentRoutes(),
    deskRoutes(),
    exposureRoutes(),
    lifeRoutes(),
    rowsRoutes(),
    reviewRoutes(),
    requiredStaffRoutes(),
    sourceRoutes(),
    exchangeRoutes(),
    linkRoutes(),
    tokenRoutes(),
    boardRoutes(),
    cityHubRoutes(),
    evidenceRoutes(),
    documentRoutes({ recipes: DOCUMENT_RECIPES, forms: DOCUMENT_FORMS, signedAt: signedElsewhere }),
    registryRoutes(),
    staffMessageRoutes(),
    noticeRoutes(),
    mailRoutes(),
    historyRoutes(),
    downloadSettingsRoutes(),
    originalRoutes(),
    checkWeightRoutes(),
    searchWordsRoutes(),
    codeListRoutes(),
    ownStructureRoutes(),
    dictionaryRoutes(),
    orderRoutes({ effects: ORDER_EFFECTS }),
    policyRoutes({ terms: POLICY_TERMS }),
    passportSheetRoutes(),
    trainingRoutes(),
    consultationRoutes(),
    materialRoutes(),
    groupRoutes(),
    personRoutes(),
    letterRoutes(),
    helpRoutes(),
    portalRoutes(),
  ];
}
