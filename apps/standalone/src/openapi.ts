import { centerOpenApi } from '@apps/center-service';
import { openApiDocument } from '@mediation/nest';
import { contextsOpenApi } from '@mediation/service';

/** The whole network's calls in one document; made without starting anything. */
export const openApi = () => {
  const tiers = contextsOpenApi(['village', 'township', 'district']);
  return openApiDocument({
    info: {
      title: '矛盾纠纷多元化解工作网络 · Mediation network',
      version: '1',
      description: '村居、乡镇、区三级，人民、行政、司法三调联动 · Three tiers and three channels on one dispute',
    },
    paths: { ...tiers.paths, ...centerOpenApi().paths },
    components: tiers.components,
  });
};
