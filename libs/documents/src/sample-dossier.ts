import { type DossierData } from './dossier-data';
import { samplePapers } from './sample-papers';
import { maskedName } from './wording/masked-name';

/** Nobody: what little a file may know, so that every line is there to be filled by hand. */
export const minimalDossier: DossierData = {
  title: '王建国与李秀英相邻通行纠纷',
  body: { name: '永安镇人民调解委员会' },
  parties: [],
  mediators: [],
  sessions: [],
};

const MINOR = maskedName('李小雨');

/** Invented people and places; everything a file may know is known, and every list has something in it. */
export const fullDossier: DossierData = {
  title: '王建国与李秀英等相邻通行、损害赔偿纠纷',
  number: '(2026)永安人调字第17号',
  body: { code: '370402102-committee', name: '永安镇人民调解委员会' },
  sealName: '永安镇人民调解委员会',
  disputeType: '邻里纠纷',
  source: '法院委托调解',
  sourceKind: 'entrusted',
  registeredOn: '2026-09-07',
  registrar: '赵晓梅',
  application: { on: '2026-09-07' },
  acceptedOn: '2026-09-08',
  parties: [
    {
      id: 'p1',
      role: 'applicant',
      name: '王建国',
      gender: '男',
      ethnicity: '汉族',
      age: 52,
      occupation: '务农',
      identityNumber: '370402197403150010',
      phone: '13800000001',
      address: '枣庄市市中区永安镇永安村二组12号',
      agent: {
        name: '孙立新',
        relation: '律师',
        identityNumber: '370402198501010018',
        phone: '13800000005',
        address: '枣庄市市中区光明路街道文化路8号',
        powers: 'special',
        matters: '代为承认、放弃、变更调解请求，代为达成调解协议，代为签收有关文书。',
        until: '2026-12-31',
        authorisedOn: '2026-09-09',
      },
      identityPapers: { kind: '居民身份证', copies: 1, checkedOn: '2026-09-08' },
    },
    {
      id: 'p2',
      role: 'respondent',
      name: '李秀英',
      gender: '女',
      ethnicity: '汉族',
      age: 47,
      occupation: '个体经营',
      identityNumber: '370402197907220023',
      phone: '13800000002',
      address: '枣庄市市中区永安镇永安村二组13号',
      identityPapers: { kind: '居民身份证', copies: 1, checkedOn: '2026-09-08' },
    },
    {
      id: 'p3',
      role: 'respondent',
      name: MINOR,
      minor: true,
      guardian: { name: '李秀英', relation: '母亲', phone: '13800000002' },
      identityPapers: { kind: '户口簿', copies: 1, checkedOn: '2026-09-08' },
    },
    {
      id: 'p4',
      role: 'respondent',
      name: '永安镇丰源建材经营部',
      identityNumber: '92370402MA00000000',
      address: '枣庄市市中区永安镇永安街3号',
      representative: { name: '周大海', relation: '负责人', phone: '13800000004' },
      identityPapers: { kind: '营业执照', copies: 1, checkedOn: '2026-09-09' },
    },
  ],
  mediators: [{ name: '张和平' }, { name: '陈桂兰' }],
  recorder: '赵晓梅',
  ...samplePapers(MINOR),
};
