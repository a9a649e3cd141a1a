import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dimensions, figures, registers, units, type Figure } from '@netral/figures';
import { readNothing } from '../question/read-nothing';
import type { Answered } from '../viewer';

/** Every figure with its definition, units and dimensions. */
export class ListFigures extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListFigures)
export class ListFiguresHandler implements IQueryHandler<ListFigures> {
  async execute({ search }: ListFigures): Promise<Answered<object>> {
    readNothing(search);
    return { body: { figures: figures.map(described) }, pinned: false };
  }
}

const described = (figure: Figure) => ({
  figure: figure.id,
  label: figure.label,
  definition: figure.definition,
  units: figure.units.map((unit) => ({ unit, label: units[unit] })),
  dimensions: figure.dimensions.map((dimension) => ({
    dimension, label: dimensions[dimension].label, register: figure.bawasluOnly?.includes(dimension) === true ? 'bawaslu' : null,
  })),
  registers: figure.registers === true ? registers : [],
  of: 'bases' in figure ? figure.bases : [],
  flow: figure.flow === true,
  percentage: figure.counts === 'rate' || figure.counts === 'share',
  href: `/v1/figures/${figure.id}`,
});
