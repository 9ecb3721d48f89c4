import { DEAD_LETTER_HEADERS, defaultDeadLetterTopic } from '@mediation/messaging/port';
import { z } from 'zod';
import type { Channel } from './channel';
import { jsonSchemaOf } from './json-schema';

const { reason, topic, partition, offset } = DEAD_LETTER_HEADERS;

/** The message's own headers stay beside these. */
const deadLetterHeaders = z.looseObject({
  [reason]: z.string().meta({ description: '缘由,不引用内容 why; it quotes nothing of the message' }),
  [topic]: z.string().meta({ description: '原主题 the topic it came from' }),
  [partition]: z.string().meta({ description: '原分区 its partition there' }),
  [offset]: z.string().meta({ description: '原位置 its offset there' }),
});

/** Whatever could not be read or taken in of a topic, byte for byte. */
export const deadLetterChannel = (of: string, example: string): Channel => {
  const name = defaultDeadLetterTopic(of);
  const why = { [reason]: example, [topic]: of, [partition]: '3', [offset]: '41' };
  return {
    topic: name,
    action: 'send',
    title: `${of} 的死信 Dead letters`,
    description: `${of} 中读不懂或无法受理的消息,原样保存并附缘由。What could not be read or taken in, byte for byte, with the reason.`,
    messages: {
      [name]: {
        name,
        title: '死信 Dead letter',
        summary: '原消息,多了说明缘由的头 The message as it came, with headers that say why it is here',
        contentType: 'application/octet-stream',
        headers: jsonSchemaOf(deadLetterHeaders, 'draft-7'),
        payload: { description: '原样,任何字节 as it came: any bytes', 'x-personal-data': true },
        'x-personal-data': true,
        bindings: { kafka: { key: { type: 'string', description: '原键 the key it had' }, bindingVersion: '0.5.0' } },
        examples: [{ name: 'unreadable', headers: why, payload: '%' }],
      },
    },
  };
};
