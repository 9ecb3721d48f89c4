import { type DossierData } from '../dossier-data';
import { type Session } from '../dossier-mediation';
import { dayZh } from '../wording/day';
import { box, cell, choices, names, orBlank, story } from '../wording/text';
import { type Fields } from './field';
import { partySignatures, roleZh } from './parties';

const RESULTS = { agreed: '达成调解协议', failed: '调解不成', continued: '另行调解' } as const;
const MANNERS = { open: '公开', closed: '不公开' } as const;
const BLANK_SESSION: Session = { attended: [] };

const session = (each: Session, index: number): Fields => ({
  次序: String(each.n ?? index + 1),
  调解日期: dayZh(each.heldOn),
  调解地点: cell(each.place),
  参加当事人: names(each.attended),
  邀请参加人: names(each.invited),
  公开选项: choices(MANNERS, each.manner),
  调解经过: story(each.record),
  结果选项: choices(RESULTS, each.result),
  到场人: orBlank(each.attended, '', 2).map((name) => ({ 到场人姓名: cell(name) })),
});

export const sessionRecord = (data: DossierData): Fields => ({
  权利告知: `${box(data.rightsNotifiedOn !== undefined)}已于${dayZh(data.rightsNotifiedOn)}告知当事人`,
  调解: orBlank(data.sessions, BLANK_SESSION).map(session),
});

export const undisputedFacts = (data: DossierData): Fields => ({
  记载日期: dayZh(data.undisputedFacts?.on),
  无争议事实: story(data.undisputedFacts?.facts),
  签名: partySignatures(data, data.undisputedFacts?.confirmedBy),
});

const ELECTRONIC = { agreed: '同意', refused: '不同意' } as const;

export const serviceAddress = (data: DossierData): Fields => ({
  送达: orBlank(data.serviceAddresses, {}).map((each) => ({
    受送达人: cell(each.party),
    受送达人身份: roleZh(each.role),
    送达地址: cell(each.address),
    邮政编码: cell(each.postcode),
    收件电话: cell(each.phone),
    代收人: cell(each.receiver),
    电子送达选项: choices(ELECTRONIC, each.electronic),
    电子送达地址: cell(each.electronicAddress),
    确认日期: dayZh(each.confirmedOn),
  })),
});
