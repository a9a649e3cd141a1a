import { eventsParameters, ListEvents } from '@netral/application/queries/events/list-events';
import { EXIT, type Command } from '../command';
import { parseArguments, renderUsage } from '../options';
import { optionsFor, searchOf } from '../questions/parameters';
import { reading } from '../session/reading';
import { renderTable } from '../table';
import { say, words } from '../words';

interface EventsPage {
  readonly items: readonly {
    readonly position: string; readonly recordedAt: string; readonly type: string; readonly stream: string; readonly revision: number;
    readonly agency: string; readonly messageId: string; readonly data: unknown;
  }[];
  readonly next: string | null;
}
const options = optionsFor(eventsParameters);

/** `netral events`: the log as it stands, oldest first. */
export const events: Command = {
  name: 'events',
  summary: words('isi catatan, dari yang terlama', 'what the log holds, oldest first'),
  usage: renderUsage({
    synopsis: ['events [--stream STREAM] [--type TYPE] [--after POSITION] [--limit N]'],
    about: [
      words('Orang tampil dengan nama samaran (subjectId); NIP dan nama tidak ada di catatan. --json memberi isi tiap peristiwa.', 'Persons stand under a pseudonym (subjectId); no NIP and no name is in the log. --json gives the content of each event.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values } = parseArguments(args, options, 0);
    const answer = (await reading(context, ({ ask }) => ask(new ListEvents(searchOf(eventsParameters, values))))) as EventsPage;
    const { json, print } = context;
    if (json) print.out(JSON.stringify(answer));
    else {
      print.out(renderTable(
        [say('tempat', 'position'), say('tercatat', 'recorded'), say('peristiwa', 'event'), say('aliran', 'stream'), say('lembaga', 'agency'), say('pesan', 'message')],
        answer.items.map(({ position, recordedAt, type, stream, revision, agency, messageId }) => [position, recordedAt, type, `${stream}@${revision}`, agency, messageId]),
      ));
      if (answer.next !== null) print.out(`${say('selanjutnya', 'next')}: --after ${answer.next}`);
    }
    return EXIT.ok;
  },
};
