import { type DossierData } from './dossier-data';
import { sampleProcedures } from './sample-procedures';

const FACTS =
  '王建国与李秀英两家相邻，共用宅前一条宽2.6米的通道。2026年8月20日，李秀英在通道东侧堆放建材并砌筑花池，通道剩余宽度不足1.5米，王建国家的农用三轮车无法通行。\n' +
  `8月26日双方为此争吵，李某推倒王建国家的院门，院门门扇变形；建材系永安镇丰源建材经营部送货时堆放。`;

const TERMS =
  '一、李秀英于2026年10月5日前拆除花池，清运建材，恢复通道原宽2.6米；此后任何一方不得在通道内堆放物品。\n' +
  '二、李秀英（李某的法定代理人）赔偿王建国院门修理费人民币壹仟贰佰元整，于2026年10月5日前付清。\n' +
  '三、永安镇丰源建材经营部于2026年10月5日前自行承担费用协助清运建材。\n' +
  '四、双方就本次纠纷再无其他争议。';

/** What is written as mediation goes on. */
export const samplePapers = (minor: string): Omit<DossierData, 'title' | 'body' | 'parties' | 'mediators'> => ({
  facts: FACTS,
  issues: '一、通道应否恢复原宽及由谁负担费用；\n二、院门损坏的赔偿数额。',
  requests: '一、请求恢复通道原状；\n二、请求赔偿院门修理费1200元。',
  rightsNotifiedOn: '2026-09-09',
  identityCheckedBy: '赵晓梅',
  investigations: [
    {
      on: '2026-09-09',
      place: '永安村二组纠纷现场',
      investigators: ['张和平', '陈桂兰'],
      recorder: '赵晓梅',
      person: { name: '刘长顺', gender: '男', phone: '13800000006', address: '永安村二组9号' },
      others: ['永安村村民委员会主任 马青山'],
      about: '通道原有宽度及建材堆放经过',
      record:
        '问：您在这里住了多久？通道原来有多宽？\n答：我住了三十多年，通道一直能过三轮车，2019年村里铺路时量过，是2.6米。\n' +
        '问：建材是什么时候堆的？\n答：8月20日上午建材店的车送来的，当天下午就卸在通道东边。',
    },
  ],
  evidence: [
    {
      name: '现场照片',
      form: '打印件',
      pages: 3,
      from: '王建国',
      proves: '通道被占用的情况',
      receivedOn: '2026-09-08',
    },
    { name: '院门修理报价单', form: '原件', pages: 1, from: '王建国', proves: '修理费用', receivedOn: '2026-09-08' },
    {
      name: '2019年村内道路铺设验收单',
      form: '复印件',
      pages: 2,
      from: '永安村村民委员会',
      proves: '通道原宽2.6米',
      receivedOn: '2026-09-09',
    },
  ],
  sessions: [
    {
      n: 1,
      heldOn: '2026-09-10',
      place: '永安镇人民调解委员会调解室',
      attended: ['王建国', '李秀英', '周大海'],
      invited: ['永安村村民委员会主任 马青山'],
      manner: 'closed',
      record:
        '调解员核对当事人身份，宣读权利义务告知书，各方均表示清楚，不申请更换调解员。\n' +
        '王建国陈述：通道多年来一直通行，要求恢复原状，赔偿院门修理费。\n' +
        '李秀英陈述：花池可以拆，但是清运建材的费用应由建材店承担。\n周大海陈述：愿意出车协助清运。',
      result: 'continued',
    },
    {
      n: 2,
      heldOn: '2026-09-25',
      place: '永安镇人民调解委员会调解室',
      attended: ['王建国', '李秀英', '周大海'],
      manner: 'closed',
      record:
        '经鉴定，院门损坏与推倒行为有因果关系。调解员提出恢复通道、赔偿修理费的方案，各方当场同意，签订调解协议。',
      result: 'agreed',
    },
  ],
  appraisals: [
    {
      about: '院门损坏原因及修复费用',
      by: '枣庄市价格认证中心',
      stoppedOn: '2026-09-14',
      resumedOn: '2026-09-21',
      days: 7,
      dueBefore: '2026-09-16',
      dueAfter: '2026-09-23',
      basis: '《人民法院在线调解规则》第二十六条',
    },
  ],
  agreement: {
    n: 1,
    form: 'written',
    number: '(2026)永安人调字第17号',
    terms: TERMS,
    obligations: [
      { debtor: '李秀英', act: '拆除花池、清运建材，恢复通道原宽', dueOn: '2026-10-05', manner: '自行完成' },
      { debtor: '李秀英', creditor: '王建国', amountFen: 120_000, dueOn: '2026-10-05', manner: '一次付清' },
      { debtor: '永安镇丰源建材经营部', act: '协助清运建材', dueOn: '2026-10-05', manner: '自行完成' },
    ],
    reachedOn: '2026-09-25',
    effectiveOn: '2026-09-26',
    signedBy: [
      { party: 'p1', name: '王建国', on: '2026-09-25' },
      { party: 'p2', name: '李秀英', on: '2026-09-25' },
      { party: 'p3', name: minor, on: '2026-09-25' },
      { party: 'p4', name: '永安镇丰源建材经营部', on: '2026-09-26' },
    ],
    mediatorSignedOn: '2026-09-25',
    sealedOn: '2026-09-26',
    copies: 5,
  },
  ...sampleProcedures,
});
