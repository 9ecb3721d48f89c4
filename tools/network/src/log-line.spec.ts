import { readableLine } from './log-line';

it('shows an entry as time, severity, message and fields, behind the name', () => {
  const line = JSON.stringify({
    level: 40,
    time: '2026-03-01T01:02:03.000Z',
    context: 'relay',
    msg: '落后 behind',
    lag: 12,
  });
  expect(readableLine('village', line)).toMatch(/^village {2}│ \d\d:\d\d:\d\d 警告 warn relay: 落后 behind lag=12$/);
});

it.each(['plain text', '{"half', '{"msg":"no level"}', '3', 'null'])('leaves %j as it is', (line) => {
  expect(readableLine('recorder', line)).toBe(`recorder │ ${line}`);
});
