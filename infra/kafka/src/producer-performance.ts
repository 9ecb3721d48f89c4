import { locateProgram, runTool } from './program';

export interface PerformanceRun {
  readonly brokers: string;
  /** Must exist. */
  readonly topic: string;
  readonly records: number;
  /** Bytes of each. */
  readonly recordSize: number;
  readonly acks: 'all' | '1' | '0';
  /** Producer settings by Kafka's names, on top of the tool's defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Performance {
  readonly recordsPerSecond: number;
  /** Milliseconds. */
  readonly averageLatencyMs: number;
}

const OUTPUT_SHOWN = 500;

/** The tool's last line: "… records sent, … records/sec (… MB/sec), … ms avg latency, …". */
const SUMMARY =
  /^(?<records>\d+) records sent, (?<rate>[\d.]+) records\/sec \([\d.]+ MB\/sec\), (?<latency>[\d.]+) ms avg latency/gm;

const argumentsFor = ({ brokers, topic, records, recordSize, acks, settings = {} }: PerformanceRun): string[] => {
  const properties = Object.entries({ 'bootstrap.servers': brokers, acks, ...settings });
  const numbers = ['--num-records', String(records), '--record-size', String(recordSize), '--throughput', '-1'];
  return ['--topic', topic, ...numbers, '--command-property', ...properties.map(([name, value]) => `${name}=${value}`)];
};

/** What Apache Kafka's own producer reaches, measured by its own tool: the yardstick for ours. */
export const producerPerformance = async (wanted: PerformanceRun): Promise<Performance> => {
  const tool = ['org.apache.kafka.tools.ProducerPerformance', ...argumentsFor(wanted)];
  const output = await runTool(await locateProgram(), ['-Xmx256m'], tool);
  const { records, rate, latency } = [...output.matchAll(SUMMARY)].at(-1)?.groups ?? {};
  // A record that was refused is not sent, and the tool ends well all the same.
  if (Number(records) !== wanted.records) {
    throw new Error(`not all of ${wanted.records} records were sent: ${output.trim().slice(0, OUTPUT_SHOWN)}`);
  }
  return { recordsPerSecond: Number(rate), averageLatencyMs: Number(latency) };
};
