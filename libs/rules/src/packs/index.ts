import cn20220501Handoffs from './cn/2022-05-01/handoffs.json';

/** A layer as it lies in the folders: its place in law and time, and a file for each topic. */
export interface LayerFiles {
  readonly jurisdiction: string;
  readonly effectiveOn: string;
  readonly revision?: number;
  readonly extends?: string;
  readonly topics: readonly object[];
}

export const LAYER_FILES: readonly LayerFiles[] = [
  { jurisdiction: 'cn', effectiveOn: '2022-05-01', topics: [cn20220501Handoffs] },
];
