import type { QuarantinedEvent, QuarantinedMessage, Reason, Settlement } from '@mediation/recording/recorder';
import { eventOf, type ComparedField } from './compare';
import { ageOf, table } from './table';

/** What a command answers: lines for a person, and the same for a program. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
  readonly json: unknown;
}

const REASONS: Readonly<Record<Reason, string>> = {
  gap: '缺号 gap',
  fork: '分叉 fork',
  'broken-chain': '断链 broken-chain',
  'foreign-source': '他处来源 foreign-source',
};

const STATES: Readonly<Record<QuarantinedEvent['state'], string>> = {
  held: '等待 held',
  quarantined: '隔离 quarantined',
  released: '已放行 released',
  resolved: '已处理 resolved',
};

const countsOf = (rows: readonly QuarantinedEvent[]): string => {
  const reasons = Object.keys(REASONS) as Reason[];
  const counts = reasons.map((reason) => [reason, rows.filter((row) => row.reason === reason).length] as const);
  return counts
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${REASONS[reason]}: ${count}`)
    .join(' · ');
};

export const listed = (rows: readonly QuarantinedEvent[], now: number): Answer => {
  const heading = ['编号 id', '状态 state', '原因 reason', '来源 source', '流 stream', '序号 revision', '已有 age'];
  const cells = rows.map((row) => [
    row.id,
    STATES[row.state],
    REASONS[row.reason],
    row.source,
    row.stream,
    String(row.revision),
    ageOf(now - Date.parse(row.receivedAt)),
  ]);
  const text =
    rows.length === 0
      ? '没有隔离的事件 · nothing is in quarantine'
      : `${table([heading, ...cells])}\n\n共 ${rows.length} 条 rows · ${countsOf(rows)}`;
  return { ok: true, text, json: rows };
};

export const shown = ({ message, ...row }: QuarantinedMessage, reveal: boolean): Answer => {
  const event = eventOf({ message, ...row });
  const { resolution, ...rest } = row;
  const fields = { ...rest, eventId: event.id, type: event.type, position: event.position, ...resolution };
  const contents = reveal ? { data: event.data, metadata: event.metadata } : undefined;
  const lines = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  const text = contents === undefined ? table(lines) : `${table(lines)}\n${JSON.stringify(contents, undefined, 2)}`;
  return {
    ok: true,
    text,
    json: { ...row, eventId: event.id, type: event.type, position: event.position, ...contents },
  };
};

export const compared = (row: QuarantinedEvent, fields: readonly ComparedField[], hasJournal: boolean): Answer => {
  const columns = ['事件库 store', '隔离 quarantined', ...(hasJournal ? ['日志 journal'] : [])];
  const cells = fields.map(({ field, differs, values }) => [
    differs ? '≠' : '',
    field,
    ...values.map((value) => value ?? '—'),
  ]);
  const differing = fields.filter(({ differs }) => differs).length;
  const text = [
    `${row.stream} @ ${row.revision} · ${REASONS[row.reason]}`,
    table([['', '项 field', ...columns], ...cells]),
    '字母相同即内容相同 the same letter, the same content · — 没有 absent',
    `${differing} 项不同 · ${differing} fields differ`,
  ].join('\n');
  return { ok: true, text, json: { id: row.id, stream: row.stream, revision: row.revision, columns, fields } };
};

const NOT_FOLLOWING: Readonly<Record<Reason, string>> = {
  gap: '前面的事件还没有到 events before it are still missing',
  fork: '事件库在此处已有另一事件 the event store holds another event at its place',
  'broken-chain': '哈希接不上事件库的链 its hash does not follow from the store’s chain',
  'foreign-source': '来自另一日志 it comes from another journal',
};

const settlementText = (id: string, settlement: Settlement): string => {
  switch (settlement.kind) {
    case 'resolved':
      return `${id} 已处理,随后放行 ${settlement.released} 条 · settled; ${settlement.released} more were released`;
    case 'unknown':
      return unknownText(id);
    case 'settled-before':
      return `${id} 先前已处理 · was settled before`;
    case 'not-following':
      return `${id} 不能接受:${NOT_FOLLOWING[settlement.reason]} · cannot be accepted; nothing was changed`;
  }
};

const unknownText = (id: string): string => `没有编号 ${id} · there is no such row`;

export const settled = (id: string, settlement: Settlement): Answer => ({
  ok: settlement.kind === 'resolved',
  text: settlementText(id, settlement),
  json: { id, ...settlement },
});

export const unknown = (id: string): Answer => ({ ok: false, text: unknownText(id), json: { id, kind: 'unknown' } });
