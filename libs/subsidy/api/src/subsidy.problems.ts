import { conflict, forbidden, invalid, refusalProblems } from '@mediation/aggregate-api';
import type { SubsidyRefusal } from '@mediation/subsidy/domain';

export const problemOf = refusalProblems<SubsidyRefusal>({
  // The ground says which rule; these words are never shown.
  'barred-by-rule': forbidden('依规则不得办理。', 'A rule forbids it.'),
  'occurred-in-the-future': invalid('/occurredAt', '发生时间晚于现在。', 'It has not happened yet.'),
  'subsidy-not-claimed': conflict('没有待复核的补贴申请。', 'No claim waits to be reviewed.'),
  'subsidy-claimed-already': conflict('本件补贴已经申请，正在办理。', 'The subsidy has been claimed and is in hand.'),
  'subsidy-not-reviewed': conflict('补贴申请尚未通过复核。', 'The claim has not passed its review.'),
  'subsidy-not-approved': conflict('补贴尚未审定，不能发放。', 'The subsidy is not approved and cannot be paid.'),
  'subsidy-not-paid': conflict('补贴尚未发放，无可追回。', 'Nothing was paid that could be recovered.'),
  'subsidy-decided-already': conflict('本件补贴已有结论。', 'This subsidy has been decided already.'),
  'no-subsidy-rate': conflict(
    '本地规则没有这类案件的补贴标准。',
    'The rules of this place have no rate for such a case.',
  ),
  'case-not-read': conflict('未能读取纠纷，请重试。', 'The dispute could not be read; try again.'),
  'does-not-yield': conflict(
    '同一纠纷的另一登记已经申请或者发放补贴。',
    'Another registration of the same dispute is claimed or paid.',
  ),
  'claimed-elsewhere-meanwhile': conflict(
    '同一纠纷的另一登记正在申请或者发放，请重新查看后再办。',
    'Another registration of the same dispute is being claimed or paid at this moment; look again before you retry.',
  ),
});
