import { centerOpenApi } from '@apps/center-service';
import { openApiOf } from '@mediation/aggregate-api';
import { disputeOpenApi } from '@mediation/dispute/api';

/** The whole network's calls in one document; made without starting anything. */
export const openApi = () => {
  const dispute = openApiOf([disputeOpenApi(['village', 'township', 'district'])]);
  return {
    openapi: '3.0.3',
    info: {
      title: '矛盾纠纷多元化解工作网络 · Mediation network',
      version: '1',
      description: '村居、乡镇、区三级，人民、行政、司法三调联动 · Three tiers and three channels on one dispute',
    },
    security: [{ bearer: [] }],
    paths: { ...dispute.paths, ...centerOpenApi().paths },
    components: dispute.components,
  };
};
