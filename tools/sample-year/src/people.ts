import type { DisputeType, PartyKind, PartyRole } from '@mediation/dispute/domain';
import type { Random } from './random';

/** A party as the public command takes it. */
export interface SampleParty {
  readonly kind: PartyKind;
  readonly role: PartyRole;
  readonly minor: boolean;
  readonly name: string;
  readonly identityNumber?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly health?: string;
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Kinds of respondent that are no single person, with a name of which nobody can think that it exists. */
const ORGANISATIONS: Readonly<Partial<Record<DisputeType, readonly [PartyKind, string]>>> = {
  labour: ['legal-person', '示例建筑劳务有限公司'],
  contract: ['legal-person', '示例商贸有限公司'],
  'production-business': ['legal-person', '示例种植专业合作社'],
  consumer: ['legal-person', '示例超市有限公司'],
  medical: ['legal-person', '示例医院'],
  'property-management': ['legal-person', '示例物业服务有限公司'],
  'expropriation-demolition': ['agency', '示例征收实施单位'],
  environment: ['legal-person', '示例石料加工厂'],
  'village-affairs': ['unincorporated', '示例村民小组'],
};

/** Nobody's: the name says so, the number is no valid identity number; telephone numbers are one run of zeros. */
const person = (random: Random, role: PartyRole, placeName: string): SampleParty => {
  const serial = String(random.int(1, 9999)).padStart(4, '0');
  return {
    kind: 'natural-person',
    role,
    minor: false,
    name: `示例${random.pick(SURNAMES)}${random.pick(ORDINALS)}`,
    identityNumber: `370402-示例-${serial}`,
    phone: `1380000${serial}`,
    address: `${placeName}示例路${random.int(1, 99)}号`,
  };
};

export interface PartiesWanted {
  readonly disputeType: DisputeType;
  readonly placeName: string;
  /** A crowd appears as one group that has representatives. */
  readonly crowd: boolean;
}

export const makeUpParties = (random: Random, wanted: PartiesWanted): readonly SampleParty[] => {
  const one = (role: PartyRole) => person(random, role, wanted.placeName);
  const organisation = ORGANISATIONS[wanted.disputeType];
  const applicant = applicantOf(random, wanted, one);
  const respondent =
    organisation && random.chance(0.9)
      ? ({ kind: organisation[0], role: 'respondent', minor: false, name: organisation[1] } as const)
      : one('respondent');
  const others = random.chance(0.12) ? [one(random.pick(['applicant', 'respondent']))] : [];
  return [applicant, respondent, ...others];
};

const applicantOf = (random: Random, wanted: PartiesWanted, one: (role: PartyRole) => SampleParty): SampleParty => {
  if (wanted.crowd) return { kind: 'group', role: 'applicant', minor: false, name: '示例群众代表组' };
  if (wanted.disputeType === 'medical') return { ...one('applicant'), health: '示例：术后恢复情况存在争议' };
  return wanted.disputeType === 'marriage-family' && random.chance(0.04)
    ? { ...one('applicant'), minor: true }
    : one('applicant');
};
