import type { Words } from './words';

export const PART_WORDS: Words = {
  clocks: '期限 clock',
  gates: '禁止与条件 gate',
  materials: '卷宗材料 material',
  listed: '名录 list',
  subsidies: '以案定补 case subsidy',
  holidays: '法定节假日 holiday',
  bounce: '退回上限 bounce limit',
};

export const CERTAINTY_WORDS: Words = {
  statute: '据条文 statute',
  'local-policy': '当地选定 local policy',
  unsure: '待核 unsure',
};

export const MATERIAL_WORDS: Words = {
  application: '申请书或者受理登记表 application',
  'rights-notice': '权利义务告知书 rights notice',
  'identity-papers': '身份证明 identity papers',
  authorisation: '授权委托书 authorisation',
  'investigation-record': '调查记录 investigation record',
  evidence: '证据材料 evidence',
  'session-record': '调解记录 session record',
  agreement: '调解协议书 agreement',
  'performance-proof': '履行凭证 performance proof',
  'follow-up-record': '回访记录 follow-up record',
  'confirmation-papers': '司法确认材料 confirmation papers',
  'file-note': '卷宗情况说明 file note',
  'back-cover': '封底 back cover',
};

export const PRESENCE_WORDS: Words = { must: '必备 must', 'if-any': '有则入卷 if any' };

export const SIGNER_WORDS: Words = {
  applicant: '申请人 applicant',
  parties: '各方当事人 parties',
  mediator: '调解员 mediator',
  seal: '盖章 seal',
};

export const LIST_WORDS: Words = {
  'aid-no-hardship-check': '法律援助：免予核查经济困难 no hardship check',
  'aid-no-hardship-condition': '法律援助：不受经济困难条件限制 no hardship condition',
  'agency-catalogue': '行政调解目录 agency catalogue',
  retention: '保管期限 retention',
};

export const CASE_KIND_WORDS: Words = {
  ordinary: '一般 ordinary',
  'national-day': '国庆 National Day',
  'spring-festival': '春节 Spring Festival',
  'make-up-day': '调休上班 make-up day',
  'month-end': '月末 month end',
  'leap-day': '闰日 leap day',
  pause: '停算 pause',
  extension: '延长 extension',
  'pack-boundary': '新旧规则之交 boundary of packs',
  'unpublished-year': '未公布放假安排之年 unpublished year',
};

const PLACE_WORDS: Words = {
  cn: '全国 nationwide',
  'cn-37': '山东省 Shandong',
  'cn-3704': '枣庄市 Zaozhuang',
  'cn-370402': '枣庄市市中区 Shizhong, Zaozhuang',
  'cn-4403': '深圳市 Shenzhen',
  'cn-3302': '宁波市 Ningbo',
};

/** A place that has no name here is shown by its code: adding one needs no change of a program. */
export const placeWord = (jurisdiction: string): string => {
  const name = PLACE_WORDS[jurisdiction];
  return name === undefined ? jurisdiction : `${name} (${jurisdiction})`;
};

const WEEKDAYS = ['日 Sun', '一 Mon', '二 Tue', '三 Wed', '四 Thu', '五 Fri', '六 Sat'];

/** `2026-09-25 周五 Fri`, as who checks a reckoning by a calendar wants it. */
export const dayWithWeekday = (date: string): string =>
  `${date} 周${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}`;
