import type { FigureKind, Season } from './api/types';
import type { Label } from './words/language';

/** What hardly ever changes and every part of the page needs: figures with their definitions, seasons, who asks. Filled by the frame. */
class Catalogue {
  figures = $state.raw<readonly FigureKind[]>([]);
  seasons = $state.raw<readonly Season[]>([]);
  caller = $state<string>('public');

  figure(id: string): FigureKind | undefined {
    return this.figures.find(({ figure }) => figure === id);
  }

  unitLabel(unit: string): Label {
    for (const { units } of this.figures) for (const each of units) if (each.unit === unit) return each.label;
    return { id: unit, en: unit };
  }
}

export const catalogue = new Catalogue();
