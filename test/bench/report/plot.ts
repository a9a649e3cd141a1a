import { shown } from '../row';
import { sizeName, sizes, type Results } from './results-file';

interface Panel {
  readonly row: string;
  readonly title: string;
  readonly unit: string;
  readonly target?: number;
}
const PANELS: readonly Panel[] = [
  { row: 'rebuild-cpu', title: 'rebuild, all read models', unit: 'µs an event' },
  { row: 'ingest-batched-cpu', title: 'ingest, 1,000 a commit', unit: 'µs a message' },
  { row: 'figure-p95', title: 'slowest figure, p95', unit: 'ms', target: 25 },
  { row: 'list-p95', title: 'slowest list, p95', unit: 'ms', target: 10 },
  { row: 'second-start', title: 'second start', unit: 's', target: 2 },
  { row: 'serving-memory', title: 'memory, serving', unit: 'MB', target: 200 },
];
const [WIDTH, HEIGHT, COLUMNS, LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT] = [300, 190, 3, 44, 44, 232, 106] as const;

const text = (x: number, y: number, content: string, more = ''): string => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more}>${content}</text>`;

const panel = ({ row, title, unit, target }: Panel, results: Results): string => {
  const points = sizes.flatMap((size) => {
    const result = results[size];
    const value = result?.rows.find(({ id }) => id === row)?.value;
    return result === undefined || value === undefined ? [] : [{ events: result.events, value }];
  });
  const top = Math.max(1e-9, ...points.map(({ value }) => value), target ?? 0) * 1.15;
  const x = (events: number): number => LEFT + (Math.log10(events / sizes[0]) / Math.log10(sizes[3] / sizes[0])) * PLOT_WIDTH;
  const y = (value: number): number => TOP + PLOT_HEIGHT * (1 - value / top);
  return [
    text(LEFT, 18, title, ' class="title"'), text(LEFT, 33, unit, ' class="unit"'),
    ...[0, 0.5, 1].map((share) => `<path class="grid" d="M${LEFT} ${y(share * top).toFixed(1)}h${PLOT_WIDTH}"/>${text(LEFT - 5, y(share * top) + 4, shown(share * top), ' class="tick end"')}`),
    ...sizes.map((size) => text(x(size), TOP + PLOT_HEIGHT + 16, sizeName(size), ' class="tick middle"')),
    ...(target === undefined ? [] : [`<path class="target" d="M${LEFT} ${y(target).toFixed(1)}h${PLOT_WIDTH}"/>${text(LEFT + PLOT_WIDTH, y(target) - 4, `promise at 1 M: ${target}`, ' class="tick end"')}`]),
    `<polyline class="line" points="${points.map((point) => `${x(point.events).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ')}"/>`,
    ...points.map((point) => `<circle cx="${x(point.events).toFixed(1)}" cy="${y(point.value).toFixed(1)}" r="3.5"/>${text(x(point.events), y(point.value) - 8, shown(point.value), ' class="value middle"')}`),
  ].join('\n');
};

const STYLE = `text{font:11px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:13px}.unit,.tick{fill:#666}.tick{font-size:10px}.end{text-anchor:end}.middle{text-anchor:middle}
.grid{stroke:#ddd;fill:none}.target{stroke:#b3261e;stroke-dasharray:4 3;fill:none}.line{stroke:#1f5fa8;stroke-width:2;fill:none}circle{fill:#1f5fa8}.value{font-weight:600}`;

/** Cost against the number of events in the log (logarithmic), one small plot a measure, as SVG. */
export const plot = (results: Results): string => {
  const rows = Math.ceil(PANELS.length / COLUMNS);
  const panels = PANELS.map((each, index) => `<g transform="translate(${(index % COLUMNS) * WIDTH} ${Math.floor(index / COLUMNS) * HEIGHT})">\n${panel(each, results)}\n</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * COLUMNS} ${HEIGHT * rows}" role="img" aria-label="Cost against the number of events in the log">
<style>${STYLE}</style>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
};
