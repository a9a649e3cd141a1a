/** One line, area or row of columns over time. `null` is no value. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: 'accent' | 'calm' | 'soft' | 'ink' | 'none';
  readonly as: 'line' | 'area' | 'bar';
  /** Areas of one stack stand upon one another. */
  readonly stack?: string;
}
export interface ChartText {
  readonly day: (iso: string) => string;
  readonly axisDay: (iso: string) => string;
  readonly number: (value: number) => string;
}
export type Colours = Readonly<Record<string, string>>;

/** What the chart library draws: nothing but lines, a quiet grid and a reading at the pointer. */
export const optionOf = (days: readonly string[], series: readonly Series[], text: ChartText, colours: Colours, font: string): Record<string, unknown> => {
  const axis = { axisLabel: { color: colours['muted'], fontFamily: font, fontSize: 12 }, axisLine: { lineStyle: { color: colours['line'] } }, axisTick: { show: false } };
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', backgroundColor: colours['surface'], borderColor: colours['line'], padding: 12,
      textStyle: { color: colours['ink'], fontFamily: font, fontSize: 13 }, axisPointer: { lineStyle: { color: colours['muted'] } },
      formatter: (points: readonly { dataIndex: number; seriesName: string; value: number | null }[]) =>
        [text.day(days[points[0]?.dataIndex ?? 0] ?? ''), ...points.filter(({ seriesName }) => seriesName !== '').map(({ seriesName, value }) => `${seriesName}  ${value === null ? '' : text.number(value)}`)].join('\n'),
    },
    xAxis: { type: 'category', data: days, boundaryGap: series.some(({ as }) => as === 'bar'), ...axis, axisLabel: { ...axis.axisLabel, formatter: text.axisDay, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, ...axis, axisLine: { show: false }, axisLabel: { ...axis.axisLabel, formatter: text.number }, splitLine: { lineStyle: { color: colours['line'] } } },
    series: series.map(({ name, values, colour, as, stack }) => ({
      name, data: values, type: as === 'bar' ? 'bar' : 'line', symbol: 'none', stack, silent: true,
      itemStyle: { color: colours[colour] }, barCategoryGap: '35%',
      lineStyle: { color: colours[colour], width: as === 'line' ? 2 : 0, opacity: colour === 'none' ? 0 : 1 },
      ...(as === 'area' ? { areaStyle: { color: colours[colour], opacity: colour === 'none' ? 0 : 0.85 } } : {}),
    })),
  };
};
