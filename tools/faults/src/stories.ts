import type { JsonObject } from '@mediation/kernel';

export const VILLAGE = '370402102200-committee';

export const registration = (mark: string): JsonObject => ({
  source: 'application',
  disputeType: 'neighbourhood',
  facts: `滴水争执(示例 ${mark})`,
  parties: [
    { role: 'applicant', name: `示例甲${mark}` },
    { role: 'respondent', name: `示例乙${mark}` },
  ],
});
