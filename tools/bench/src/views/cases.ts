import type { Role } from '@mediation/access';

export interface BenchCaller {
  readonly what: string;
  readonly org: string;
  readonly role: Role;
}

export const CALLERS: readonly BenchCaller[] = [
  { what: '区中心 district centre', org: '370402-center', role: 'center-officer' },
  { what: '镇中心 township centre', org: '370402102-center', role: 'center-officer' },
  { what: '村调委会 village committee', org: '370402102200-committee', role: 'mediator' },
];

export interface Case {
  readonly what: string;
  readonly path: string;
  readonly targetMs: number;
}

const LISTS: readonly (readonly [what: string, path: (org: string) => string])[] = [
  ['看板矩阵 handoff matrix', () => 'handoffs/matrix'],
  ['移交列表,最新 handoffs, newest', () => 'handoffs'],
  ['待答复,按期限 open handoffs, due first', () => 'handoffs?state=open&order=due'],
  ['待办 worklist', (org) => `worklists/${org}`],
  ['纠纷列表 disputes', () => 'disputes'],
  ['未结纠纷 open disputes', () => 'disputes?phase=open'],
  ['一年的漏斗 funnel of a year', () => 'funnel?from=2025-01-01&to=2025-12-31'],
];

/** Frequent and rare as the generated texts have them. */
const SEARCHES: readonly (readonly [what: string, q: string, others?: string])[] = [
  ['一字,常用 one character, frequent', '墙'],
  ['一字,罕见 one character, rare', '驴'],
  ['二字,常用 two characters, frequent', '调解'],
  ['二字,罕见 two characters, rare', '码头'],
  ['四字,常用 four characters, frequent', '人民调解'],
  ['四字,罕见 four characters, rare', '院墙滴水'],
  ['四字,没有 four characters, in no text', '乒乓球拍'],
  ['姓名,常用 name, frequent', '王伟'],
  ['姓名,罕见 name, rare', '吕博雅'],
  ['姓 family name', '王'],
  ['两个词 two words', '院墙 诉讼'],
  ['常用词与地点 frequent, with place', '调解', 'place=370402102200'],
  ['常用词与类型 frequent, with type', '诉讼', 'type=medical'],
];

const LIST_MS = 200;
const SEARCH_MS = 100;

/** What the people of a body ask for. */
export const casesOf = ({ what: who, org }: BenchCaller): readonly Case[] => [
  ...LISTS.map(([what, path]) => ({ what: `${who}: ${what}`, path: path(org), targetMs: LIST_MS })),
  ...SEARCHES.map(([what, q, others]) => ({
    what: `${who}: 检索 search ${what} ${q}`,
    path: `disputes?${others === undefined ? '' : `${others}&`}q=${encodeURIComponent(q)}`,
    targetMs: SEARCH_MS,
  })),
];
