/** How each figure is counted, told with the figures (the denominators are what such tables are disputed over). */
export const COUNTING_RULES = {
  mediated:
    '首次受理日期在期内的纠纷件数,一案一件 · disputes whose first acceptance for mediation falls in the period, each once',
  succeeded:
    '其中至期末有全部或部分协议生效的 · of these, with a full or partial agreement in effect by the end of the period',
  byChannel:
    '按期末前最近一次受理的渠道,合计等于 mediated · by the latest acceptance up to the end; adds up to mediated',
  byTier: '按期末前最近一次受理机构的层级,合计等于 mediated · likewise, by the tier of that body',
  byType: '按纠纷类型,合计等于 mediated · by type of dispute; adds up to mediated',
  medical: 'mediated 中医疗纠纷 · of mediated, those of type medical',
  massIncidents: '期内处置完毕的群体性事件起数与人数 · emergencies concluded in the period, and the people in them',
  civilToCriminalPrevented: '期内防止民转刑的次数 · times a turn from civil to criminal was averted in the period',
  petitionsAvoided:
    '期内避免上访(含群体上访)的次数 · times a petition, mass petitions included, was averted in the period',
  openHandoffs: '期末(不晚于今天)尚未答复的移交 · handoffs unanswered at the end of the period, today at the latest',
  overdue: '其中已过答复期限的 · of these, past their reply date',
  org: '受理按受理机构、事件按记录机构、移交按任一方所属区划筛选 · filters by the accepting body, the recording body, either side of a handoff',
} as const;
