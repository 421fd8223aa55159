/*
 * The clerk's walk: six screens from a file to «Опубліковано». Each has an address and works without scripts; islands make uploads
 * resumable, progress live and the structure's grid quick by keyboard.
 */
import { Hono } from 'hono';
import { type UploadOptions, uploadPlace } from '../../../capabilities/ingest/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { copyRoutes } from './copy-routes.tsx';
import { fileRoutes } from './file-routes.tsx';
import { lookRoutes } from './look-routes.tsx';
import { nextFileRoutes } from './next-file-routes.ts';
import { passportRoutes } from './passport-routes.tsx';
import { publishRoutes } from './publish-routes.tsx';
import { recipeRoutes } from './recipe-routes.tsx';
import { registerRoutes } from './register-routes.ts';
import { repairsRoutes } from './repairs-routes.tsx';
import { askToSignIn } from './signed-in.ts';
import { standardRoutes } from './standard-routes.tsx';
import { structureRoutes } from './structure-routes.tsx';
import { uploadRoutes } from './upload-routes.ts';

/** All addresses of the walk. Without options: 500 MB, beside the objects. */
export function walkRoutes(options: UploadOptions = {}): Hono<SurfaceEnv> {
  const place = uploadPlace(options);
  return new Hono<SurfaceEnv>()
    .use('/cabinet/*', askToSignIn)
    .route('/', fileRoutes(place))
    .route('/', registerRoutes())
    .route('/', uploadRoutes(place))
    .route('/', lookRoutes())
    .route('/', nextFileRoutes())
    .route('/', repairsRoutes())
    .route('/', standardRoutes())
    .route('/', recipeRoutes())
    .route('/', passportRoutes())
    .route('/', copyRoutes())
    .route('/', structureRoutes())
    .route('/', publishRoutes());
}
