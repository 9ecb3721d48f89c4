const LEVELS: Readonly<Record<number, string>> = {
  20: '调试 debug',
  30: '',
  40: '警告 warn ',
  50: '错误 error ',
  60: '致命 fatal ',
};

interface Entry {
  readonly level: number;
  readonly time: string;
  readonly msg: string;
}

const entryOf = (line: string): (Entry & Readonly<Record<string, unknown>>) | undefined => {
  try {
    const value = JSON.parse(line) as Partial<Entry> | null;
    return typeof value?.level === 'number' && typeof value.time === 'string'
      ? ({ msg: '', ...value } as Entry & Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

const clockTime = (time: string): string => new Date(time).toLocaleTimeString('zh-CN', { hour12: false });

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A line of a service's log as people read it, behind the service's name; what is no JSON entry stays as it is. */
export const readableLine = (name: string, line: string): string => {
  const prefix = `${name.padEnd(8)} │`;
  const entry = entryOf(line);
  if (entry === undefined) return `${prefix} ${line}`;
  const { level, time, msg, context, ...fields } = entry;
  const rest = Object.entries(fields).map(([key, value]) => `${key}=${shown(value)}`);
  const where = typeof context === 'string' && context !== '' ? `${context}: ` : '';
  return [prefix, clockTime(time), `${LEVELS[level] ?? ''}${where}${msg}`, ...rest].join(' ');
};
