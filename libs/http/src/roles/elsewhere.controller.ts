import { All, Controller, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../access/allow.decorator';
import { Problem } from '../problem/problem';

const INTAKE = 'This process only answers. Hand events over on your agency’s topic (docs/kafka.md), or with POST /v1/events at the ingestor’s address.';

/** What another role serves, where only answers are given: says where it is. */
@ApiExcludeController()
@Allow('public')
@Controller('v1')
export class ElsewhereController {
  @Post('events')
  handOver(): never {
    throw new Problem('method-not-allowed', INTAKE, { headers: { Allow: 'GET, HEAD' } });
  }

  @All(['dead-letters', 'dead-letters/*rest'])
  deadLetters(): never {
    throw new Problem('not-found', 'This process only answers. Messages set aside are at the ingestor’s address.');
  }

  @All(['templates', 'templates/*rest', 'spreadsheets'])
  spreadsheets(): never {
    throw new Problem('not-found', 'This process only answers. Spreadsheets are handed over at the ingestor’s address.');
  }

  @All('rebuilds')
  rebuilds(): never {
    throw new Problem('not-found', 'This process only answers. A rebuild is begun at the projector that folds (docs/explanation/roles.md).');
  }
}
