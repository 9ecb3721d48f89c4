import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers that are the same in every run. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The most common family names about as often as they are, the first one in fourteen people. */
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅志国建文永春林海燕鑫鹏宇浩欣怡子轩梓涵一诺若曦晨思远博雅',
];

const pick = <T>(random: () => number, from: readonly T[], skew = 1): T =>
  from[Math.floor(random() ** skew * from.length)]!;

/** Of two or three characters; nobody is meant by any. */
export const someName = (random: () => number): string => {
  const name = pick(random, SURNAMES, 1.6) + pick(random, GIVEN);
  return random() < 0.75 ? name + pick(random, GIVEN) : name;
};

/** Running Chinese text to take pieces of: the laws the rules are made of. */
export const corpusOf = (root: string): string => {
  const folder = join(root, 'docs', 'laws');
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('')
    .replaceAll(/[^\p{Script=Han}，。；、]/gu, '');
};

/** Some sentences, with common words and rare ones as running text has them. */
export const someText = (random: () => number, corpus: string): string =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const at = Math.floor(random() * (corpus.length - 60));
    return corpus.slice(at, at + 15 + Math.floor(random() * 45));
  }).join('；');
