import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelOf, peopleAt, type LocalBody, type Person } from './people';

const STYLE = readFileSync(join(__dirname, '..', 'assets', 'sign-in.css'), 'utf8');
const SUBMIT = 'document.forms[0].submit()';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Forms end at the console, which in a network of processes is at another origin than the issuer. */
const policy = (consoles: readonly string[], script: string) =>
  [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${script === '' ? "'none'" : hashOf(script)}`,
    `form-action 'self' ${consoles.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

interface Page {
  readonly title: string;
  readonly body: string;
  readonly status?: number;
  readonly script?: string;
  readonly consoles?: readonly string[];
}

const page = ({ title, body, status = 200, script = '', consoles = [] }: Page): PageAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(consoles, script),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  },
  body: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><main>${body}</main>${script && `<script>${script}</script>`}</body>
</html>`,
});

const choice = (person: Person): string => {
  const { role, en } = labelOf(person);
  return `<li><button name="person" value="${escaped(person.id)}"><strong>${role}</strong> <small lang="en">${en}</small><br>${escaped(person.bodyName)}</button></li>`;
};

const choices = (people: readonly Person[]): string =>
  `<form method="post"><ul class="people">${people.map(choice).join('')}</ul></form>`;

const TIERS = [
  ['village', '村居企', 'Village'],
  ['township', '乡镇街道', 'Township'],
  ['district', '区', 'District'],
] as const;

const byTier = (people: readonly Person[]): string =>
  TIERS.map(([tier, zh, en]) => {
    const here = people.filter((person) => labelOf(person).tier === tier);
    return here.length === 0 ? '' : `<h2>${zh} <small lang="en">${en}</small></h2>${choices(here)}`;
  }).join('');

const foundSection = (q: string, found: readonly LocalBody[]): string => {
  if (q === '') return '';
  if (found.length === 0)
    return `<p role="status">没有名称含“${escaped(q)}”的机构。<span lang="en">No such body.</span></p>`;
  const each = found.map(
    (body) => `<h3>${escaped(body.nameZh)} <small>${body.code}</small></h3>${choices(peopleAt(body))}`,
  );
  return `<section aria-label="查到的机构">${each.join('')}</section>`;
};

export interface Picker {
  readonly people: readonly Person[];
  readonly q: string;
  readonly found: readonly LocalBody[];
  readonly consoles: readonly string[];
}

export const pickerPage = ({ people, q, found, consoles }: Picker): PageAnswer =>
  page({
    title: '选择身份 · Choose who you are',
    consoles,
    body: `<h1>选择身份 <small lang="en">Choose who you are</small></h1>
<p class="warning">这是本机试用的登录页：不用口令，谁都可以选任何身份，所以只在本机上开放。正式使用请配置单位的统一身份认证。
<span lang="en">For trying the system on your own machine: no password, anyone may be anyone. In earnest, people sign in at your own OpenID Connect issuer.</span></p>
<form method="get" role="search"><label for="q">查找机构 <span lang="en">Find a body</span></label>
<div class="search"><input id="q" name="q" type="search" maxlength="60" value="${escaped(q)}" placeholder="名称或代码，如 派出所、370402102"><button>查找</button></div></form>
${foundSection(q, found)}${byTier(people)}`,
  });

/** @param known whether the console said whom it signs out; anyone else has to be asked first */
export const signOutPage = (form: string, known: boolean, consoles: readonly string[]): PageAnswer => {
  const yes = form.replace(
    '</form>',
    '<input type="hidden" name="logout" value="yes"><button>退出 <span lang="en">Sign out</span></button></form>',
  );
  return page({ title: '退出 · Sign out', consoles, script: known ? SUBMIT : '', body: `<h1>退出登录？</h1>${yes}` });
};

export const signedOutPage = (): PageAnswer =>
  page({ title: '已退出 · Signed out', body: '<h1>已退出 <small lang="en">Signed out</small></h1>' });

export const wentWrongPage = (code: string): PageAnswer =>
  page({
    status: 400,
    title: '登录未完成 · Sign-in not completed',
    body: `<h1>登录未完成</h1><p>请回到控制台重新登录。<span lang="en">Go back to the console and sign in again.</span> <code>${escaped(code)}</code></p>`,
  });

export const elsewherePage = (): PageAnswer =>
  page({
    status: 403,
    title: '仅限本机 · This machine only',
    body: '<h1>仅限本机</h1><p>本机试用的登录只对本机开放。<span lang="en">This sign-in answers this machine only.</span></p>',
  });
