import { StartError } from '@mediation/kernel';
import { toClientString } from '../connection-string';

const refusal = (connectionString: string): string => {
  try {
    return `taken: ${toClientString(connectionString, 'spec')}`;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return error.message;
  }
};

describe('the connection string', () => {
  it.each([
    ['kurrentdb://h:2113?tls=false', 'kurrentdb://h:2113?tls=false&connectionName=spec'],
    ['esdb://h', 'kurrentdb://h?connectionName=spec'],
    ['esdb+discover://u:p%40@db.example:2113/', 'kurrentdb+discover://u:p%40@db.example:2113?connectionName=spec'],
    [
      'kurrentdb://a:1,b:2,c:3?nodePreference=leader',
      'kurrentdb://a:1,b:2,c:3?nodePreference=leader&connectionName=spec',
    ],
    ['kurrentdb://h/?connectionName=mine&tls=true', 'kurrentdb://h?connectionName=mine&tls=true'],
    [
      'kurrentdb://h?keep-alive-interval=20000&Tls=true',
      'kurrentdb://h?keep-alive-interval=20000&Tls=true&connectionName=spec',
    ],
    ['kurrentdb://h?throwOnAppendFailure=false', 'kurrentdb://h?connectionName=spec'],
  ])('%s is taken', (given, taken) => expect(toClientString(given, 'spec')).toBe(taken));

  it.each([
    ['kurrentdb://u:secret@h?tsl=false', 'tsl'],
    ['kurrentdb://u:secret@h?tls', 'tls'],
    ['kurrentdb://u:secret@h?tls=', 'tls'],
    ['kurrentdb://u:secret@', undefined],
    ['kurrentdb:///u:secret', undefined],
    ['mongodb://u:secret@h', undefined],
    ['kurrentdb://u:secret@h ?tls=false', undefined],
  ])('%s is refused without being shown', (given, named) => {
    const message = refusal(given);
    expect(message).toContain('bad connection string of KurrentDB');
    expect(message).not.toContain('secret');
    if (named !== undefined) expect(message).toContain(`parameter ${named} is unknown or has no value`);
  });
});
