// Writes the types of @mediation/client from the OpenAPI document, which the compiled services assemble without being started.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// 由构建从 OpenAPI 生成,请勿手改 · Written by the build from the OpenAPI document; do not edit.\n';

export const generateClient = async (root) => {
  const { openApi } = createRequire(import.meta.url)(join(root, 'dist', 'apps', 'standalone', 'src', 'openapi.js'));
  // Through JSON, as a partner would read it. A field with a default may be left out of a request.
  const document = JSON.parse(JSON.stringify(openApi()));
  const types = await openapiTS(document, { defaultNonNullable: false });
  const folder = join(root, 'libs', 'client', 'src', 'generated');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'api.ts'), HEAD + astToString(types));
};
