import type { ScreeningEventType } from '@mediation/screening/domain';
import { say, type Wording } from './say';

/** What a partner reads beside each event's schema. */
export const SCREENING_WORDING: Readonly<Record<ScreeningEventType, Wording>> = {
  ScreeningPlanned: say(
    '部署排查 Screening planned',
    '部署了一次排查:期间、主题、须报送的区划 A screening is called for: when, why, and who reports',
  ),
  RoundReported: say('报送排查 Round reported', '一个区划报送了排查及线索数 A division reported a round with findings'),
  ZeroReported: say('零报告 Zero reported', '一个区划排查后没有发现 A division went round and found nothing'),
  FindingReported: say('排查线索 Finding reported', '排查中发现的一条线索 One thing that a round found'),
  FindingBecameDispute: say(
    '线索转为纠纷 Finding became a dispute',
    '线索已登记为纠纷 A dispute was registered of the finding',
  ),
  FindingHandled: say('线索当场化解 Finding handled', '线索当场化解 The finding was settled on the spot'),
  FindingMatched: say('线索重复 Finding matched', '线索与已登记的纠纷重复 The finding is a dispute on file already'),
  ScreeningClosed: say(
    '办结排查 Screening closed',
    '排查办结,列出未报送的区划 The screening is closed; those that never reported are named',
  ),
};
