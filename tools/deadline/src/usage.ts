import { StartError } from '@mediation/kernel';

export const USAGE = `用法 usage:
  npm run -s deadline -- --rule <规则 id> --on <日期 date> [--jurisdiction 370402]
                         [--pause <停算之日>..<续算之日>] [--extend [n]] [--tag <标签>]
  npm run -s deadline -- --list [--on <日期 date>] [--jurisdiction 370402]

  --rule          期限规则，见 --list 或 docs/rules a rule, see --list or docs/rules
  --on            起算之事发生之日（按时、分计的，可写时刻） the day of what starts it; of hours and minutes, a moment
  --jurisdiction  cn（默认），或二、四、六、九、十二位区划代码 cn, the default, or a division's code
  --pause         从停算之日到恢复之日，恢复之日计入；可重复 from the day it stopped to the day it went on, which counts; may be repeated
  --extend        延长次数，默认一次 how many times it is extended, once if not said
  --tag           另外的情形，如 matter:complex-case；可重复 what else is so; may be repeated
  --list          列出规则：全部，或某地某日有效的 the rules: all, or those of a place on a day

  以 JSON 输出 prints JSON · 退出码 exit codes: 0 · 2 用法或取值有误 wrong usage or value`;

/** What was asked cannot be answered, and which option is to be put right. */
export class UsageError extends StartError {
  constructor(
    readonly option: string,
    zh: string,
    en: string,
  ) {
    super(`${option}: ${zh}`, `${option}: ${en}`);
  }
}
