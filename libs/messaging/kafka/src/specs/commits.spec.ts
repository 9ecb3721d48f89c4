import type { Offsets } from 'kafkajs';
import { Commits } from '../commits';

const place = (partition: number, topic = 't') => ({ topic, partition });

describe('commits', () => {
  it('go one at a time, and what is told meanwhile goes together', async () => {
    const requests: Offsets[] = [];
    const answers: (() => void)[] = [];
    const commits = new Commits((offsets) => {
      requests.push(offsets);
      return new Promise((resolve) => answers.push(resolve));
    });
    const first = commits.tell(place(0), '1');
    await Promise.resolve();
    const others = [commits.tell(place(1), '5'), commits.tell(place(2), '6'), commits.tell(place(0, 'u'), '7')];
    expect(requests).toEqual([{ topics: [{ topic: 't', partitions: [{ partition: 0, offset: '1' }] }] }]);
    answers[0]!();
    await first;
    await Promise.resolve();
    expect(requests.slice(1)).toEqual([
      {
        topics: [
          {
            topic: 't',
            partitions: [
              { partition: 1, offset: '5' },
              { partition: 2, offset: '6' },
            ],
          },
          { topic: 'u', partitions: [{ partition: 0, offset: '7' }] },
        ],
      },
    ]);
    answers[1]!();
    await Promise.all(others);
  });

  it('fail for those who told them, and no others', async () => {
    let isFirst = true;
    const commits = new Commits(() => {
      const answer = isFirst ? Promise.reject(new Error('no')) : Promise.resolve();
      isFirst = false;
      return answer;
    });
    await expect(commits.tell(place(0), '1')).rejects.toThrow('no');
    await commits.tell(place(0), '1');
  });
});
