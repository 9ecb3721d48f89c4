/** How each figure is counted, told with the figures. */
export const FUNNEL_RULES = [
  {
    figure: 'registered',
    zh: '期内登记的纠纷件数,一案一件,计入登记机构所在区划;以后转到哪里都不改变',
    en: 'Disputes registered in the period, each once, counted where the registering body is, wherever they go later',
  },
  {
    figure: 'sum',
    zh: '登记 = 村级化解 + 镇级化解 + 区级化解 + 未解决 + 自行和解 + 撤回 + 不予受理 + 在办',
    en: 'registered = settled in village + township + district + unresolved + settled by themselves + withdrawn + not accepted + open',
  },
  {
    figure: 'settled',
    zh: '至期末月底有协议(全部或部分)生效的,按最近一次受理机构的层级和渠道;生效后履行中仍计为化解,因不履行结案或恢复处理的不再计',
    en: 'With an agreement, full or partial, in effect by the end, by tier and channel of the latest acceptance; one closed as breached, or reopened, no longer counts',
  },
  {
    figure: 'settledByStep',
    zh: '首次调解、同一机构再次调解、上报后、交办后、移交或对接后,按把纠纷带到化解机构的最近一步',
    en: 'By the first mediation, another one at the same body, or after escalation, directive, transfer or link: the last step that brought it there',
  },
  {
    figure: 'unresolved',
    zh: '至期末离开调解而未解决:调解不成、当事人拒绝、不履行、失联等已结案的,或已退回法院、由有权机关受理的;去向优先取实际发生的,否则取告知的途径',
    en: 'Left mediation without a result by the end: closed as failed, refused, breached and the like, returned to the court, or taken up by an authority; where it went is what was done, else the routes that were told',
  },
  {
    figure: 'open',
    zh: '至期末尚未结束的,包括调解已终结但尚未结案或尚未移交的;同一份数据以后各期重算时,恢复处理的以最近一次结果为准',
    en: 'Not ended by the end, including mediation that has ended but is neither closed nor handed on; of a dispute reopened later only its latest result counts',
  },
  {
    figure: 'wentUp',
    zh: '至期末曾由上一级(或上两级)接手的件数,一案一件,取第一次上行的路线和原因;仅提出而未被接收的不计',
    en: 'Taken over by a higher tier by the end, each once, with route and reason of the first time; an offer not accepted does not count',
  },
  {
    figure: 'cameBack',
    zh: '至期末曾被上级退回、逾期未接,或上行后又交回下级的件数,一案一件,取第一次',
    en: 'Returned or left unanswered by a higher tier, or sent down again after going up, by the end; each once, the first time',
  },
  {
    figure: 'rates',
    zh: '小事不出村 = 村级化解 ÷ 化解;大事不出镇 = (村级 + 镇级化解) ÷ 化解;矛盾不上交 = 化解 ÷ (化解 + 未解决)。分母不含自行和解、撤回、不予受理和在办;不是法定指标',
    en: 'In village = settled in village ÷ settled; in township = settled in village or township ÷ settled; within the network = settled ÷ (settled + unresolved). The others are in no denominator. No rule of law defines these',
  },
  {
    figure: 'comparison',
    zh: '上期为紧接之前等长的各月,同期为上年相同的各月,各以其自身期末为准;本期未结束时,期末为今天,与完整的一期不可直接相比',
    en: 'Compared with as many months right before, and the same months a year earlier, each as of its own end; a period still running ends today and is not comparable with a whole one',
  },
] as const;
