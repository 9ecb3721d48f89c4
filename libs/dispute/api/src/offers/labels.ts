import type { Value, Words } from '@mediation/aggregate-api';
import type { ObligationState } from '@mediation/dispute/domain';
import type { Sight } from './sight';

const PARTY = ['party', 'parties', 'victim', 'obligations/debtor', 'attended', 'applicants', 'consents'];
const BODY = ['to', 'court', 'unit', 'body', 'reportedTo', 'center'];

const same = (text: string): Words => ({ zh: text, en: text });
const numbered = (zh: string, en: string, n: Value): Words => ({ zh: `${zh}${n}`, en: `${en} ${n}` });

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const obligationWords = ({ id, debtor, amountFen, paidFen, dueOn }: ObligationState, nameOf: NameOf): Words => {
  const owed = amountFen === undefined ? undefined : yuan(amountFen - paidFen);
  return {
    zh: `第${id}项：${nameOf(debtor)}${owed === undefined ? '' : `，尚欠 ${owed} 元`}，${dueOn} 前`,
    en: `No. ${id}: ${nameOf(debtor)}${owed === undefined ? '' : `, ${owed} yuan left`}, due ${dueOn}`,
  };
};

type NameOf = (party: string) => string;

/** The newest agreement that has an obligation of that number is the one that is being performed. */
const obligationOf = ({ dispute }: Sight, n: Value): ObligationState | undefined =>
  dispute.file.agreements.flatMap(({ obligations }) => obligations).findLast(({ id }) => id === n);

const clockWords = ({ clocks }: Sight, id: Value): Words | undefined => {
  const clock = clocks.find((each) => each.id === id);
  return clock && { zh: `${clock.titleZh}（${clock.dueOn}）`, en: `${clock.titleEn} (${clock.dueOn})` };
};

/** What there are several of, told apart by their number. */
const NUMBERED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  agreement: ['协议', 'Agreement'],
  record: ['记载', 'Record'],
  aid: ['援助', 'Aid'],
  proceeding: ['第几次受理：', 'Proceeding'],
  session: ['第几次调解：', 'Session'],
  handoff: ['移交', 'Handoff'],
};

/** What a choice is of this dispute, in words that the caller may know. */
export const labelsOf = (sight: Sight, names: ReadonlyMap<string, string>) => {
  const nameOf = (party: string) => names.get(party) ?? party;
  const special: Readonly<Record<string, (value: Value) => Words | undefined>> = {
    mediator: (value) => same(sight.who.nameOfMediator(String(value)) ?? String(value)),
    clock: (value) => clockWords(sight, value),
    obligation: (value) => {
      const obligation = obligationOf(sight, value);
      return obligation && obligationWords(obligation, nameOf);
    },
  };
  return (field: string, value: Value): Words | undefined => {
    const text = String(value);
    if (PARTY.includes(field)) return same(nameOf(text));
    if (BODY.includes(field)) return same(sight.who.nameOfBody(text) ?? text);
    const numberedAs = NUMBERED[field];
    return numberedAs === undefined ? special[field]?.(value) : numbered(...numberedAs, value);
  };
};
