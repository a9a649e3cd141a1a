import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { vocabularies } from '@netral/contracts';
import { notFound } from '../query.error';
import { readNothing } from '../question/read-nothing';
import type { Answered } from '../viewer';

/** The names of the vocabularies. */
export class ListVocabularies extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

/** One vocabulary whole: codes, labels, days of validity. */
export class GetVocabulary extends Query<Answered<object>> {
  constructor(readonly name: string, readonly search: string) {
    super();
  }
}

@QueryHandler(ListVocabularies)
export class ListVocabulariesHandler implements IQueryHandler<ListVocabularies> {
  async execute({ search }: ListVocabularies): Promise<Answered<object>> {
    readNothing(search);
    const list = [...vocabularies.values()].map(({ name, closed, entries }) => ({ name, closed, entries: entries.length, href: `/v1/vocabularies/${name}` }));
    return { body: { vocabularies: list }, pinned: false };
  }
}

@QueryHandler(GetVocabulary)
export class GetVocabularyHandler implements IQueryHandler<GetVocabulary> {
  async execute({ name, search }: GetVocabulary): Promise<Answered<object>> {
    const vocabulary = vocabularies.get(name);
    if (vocabulary === undefined) throw notFound('vocabulary');
    readNothing(search);
    const entries = vocabulary.entries.map(({ code, label, validFrom, validUntil, note }) =>
      ({ code, label, validFrom: validFrom ?? null, validUntil: validUntil ?? null, ...(note === undefined ? {} : { note }) }));
    return { body: { name, closed: vocabulary.closed, entries }, pinned: false };
  }
}
