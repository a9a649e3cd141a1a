import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, CategoryLabel, Code, IsoDate, Title, oneOf } from '../core/shapes';

/** An agency's own list of categories, mapped to our codes. */
export const CategoryListAdopted = eventContract({
  type: 'CategoryListAdopted',
  role: 'joint',
  label: { id: 'Daftar kategori ditetapkan', en: 'Category list adopted' },
  wire: Type.Object(
    {
      listId: Code,
      agency: AgencyId,
      adoptedOn: IsoDate,
      validFrom: IsoDate,
      validUntil: Type.Union([IsoDate, Type.Null()]),
      entries: Type.Array(
        Type.Object(
          { code: Code, label: CategoryLabel, class: oneOf(['ethics', 'discipline', 'unknown']) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200 },
      ),
      basis: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['validFrom', 'validUntil']],
});
