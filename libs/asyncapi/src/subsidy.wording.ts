import type { SubsidyEventType } from '@mediation/subsidy/domain';
import { say, type Wording } from './say';

/** What a partner reads beside each event's schema. */
export const SUBSIDY_WORDING: Readonly<Record<SubsidyEventType, Wording>> = {
  SubsidyClaimed: say(
    '申请个案补贴 Subsidy claimed',
    '立卷的调解组织申请补贴,金额与所依标准同时记下 The committee that keeps the file claims; the amount and its rate are recorded',
  ),
  SubsidyReviewed: say('通过复核 Claim reviewed', '司法所复核通过 The judicial office passed the claim on'),
  SubsidyReturned: say('退回补正 Claim returned', '退回调解组织补正 The claim went back to the committee'),
  SubsidyApproved: say('审定 Subsidy approved', '司法局审定金额 The justice bureau approved the amount'),
  SubsidyRefused: say('不予补贴 Subsidy refused', '司法局决定不予补贴 The justice bureau refused it'),
  SubsidyPaid: say('发放 Subsidy paid', '已按批次发放 It was paid in a batch'),
  SubsidyYielded: say(
    '让补 Subsidy yielded',
    '同一纠纷由另一登记申请或者发放,此处不再补贴 The dispute is claimed or paid under another registration; nothing is paid here',
  ),
  SubsidyRecovered: say(
    '追回 Subsidy recovered',
    '发放有误,已追回;原发放记录不改 What was paid wrongly was taken back; the payment stays on record',
  ),
};
