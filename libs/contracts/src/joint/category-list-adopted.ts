import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, CategoryLabel, Code, Title, about, day, oneOf, openDay } from '../core/shapes';

export const CategoryListAdopted = eventContract({
  type: 'CategoryListAdopted',
  role: 'joint',
  label: { id: 'Daftar kategori ditetapkan', en: 'Category list adopted' },
  meaning: "An agency's own list of categories, mapped to our codes.",
  wire: Type.Object(
    {
      listId: about(Code, 'Id of the list'),
      agency: about(AgencyId, 'Agency whose list it is'),
      adoptedOn: day('Day of the adoption'),
      validFrom: day('First day it holds'),
      validUntil: openDay('Last day it holds; null: until replaced'),
      entries: Type.Array(
        Type.Object(
          {
            code: about(Code, 'Code of the category'),
            label: CategoryLabel,
            class: oneOf(['ethics', 'discipline', 'unknown'], 'What a breach of it mostly is'),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200, description: "The agency's labels, each with our code" },
      ),
      basis: about(Title, 'Where the list stands'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['validFrom', 'validUntil']],
});
