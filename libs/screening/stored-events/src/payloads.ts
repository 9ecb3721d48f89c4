import { DISPUTE_TYPES, RISK_GRADES } from '@mediation/dispute/domain';
import { SCREENING_KINDS, type ScreeningEventType } from '@mediation/screening/domain';
import { body, date, n, personal } from '@mediation/stored-events';
import { z } from 'zod';

const place = z.string().min(1).meta({ description: '区划代码 code of a division, e.g. 370402102001' });
const kind = z.enum(SCREENING_KINDS).meta({ description: '集中排查 · 日常排查 concentrated or regular' });
const finding = z.string().min(1).meta({ description: '线索编号 a finding within this screening, e.g. f1' });
const dispute = z.string().min(1).meta({ description: '纠纷编号 id of a dispute' });
const round = {
  kind,
  place,
  body,
  heldOn: date,
  late: z.boolean().meta({ description: '入账晚于截止日 recorded after the due day' }),
};

/** The newest stored payload of each event. A published one is never altered: a change is a new version with an upcaster. */
export const screeningPayloads = {
  ScreeningPlanned: z.strictObject({
    planner: body,
    kind,
    theme: z.string().meta({ description: '主题 theme' }),
    from: date,
    to: date,
    dueOn: date,
    places: z.array(place),
  }),
  RoundReported: z.strictObject({ ...round, findings: n }),
  ZeroReported: z.strictObject(round),
  FindingReported: z.strictObject({
    finding,
    kind,
    place,
    body,
    heldOn: date,
    disputeType: z.enum(DISPUTE_TYPES),
    headcount: n,
    riskGrade: z.enum(RISK_GRADES),
    personal,
  }),
  FindingBecameDispute: z.strictObject({ finding, dispute }),
  FindingHandled: z.strictObject({ finding, personal }),
  FindingMatched: z.strictObject({ finding, dispute }),
  ScreeningClosed: z.strictObject({
    missing: z.array(place).meta({ description: '未报送的区划 divisions that never reported' }),
  }),
} satisfies Readonly<Record<ScreeningEventType, z.ZodType>>;
