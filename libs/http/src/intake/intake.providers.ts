import { spreadsheetControllers, spreadsheetProviders } from '../spreadsheets/spreadsheets.providers';
import { DeadLettersController } from './dead-letters.controller';
import { IntakeController } from './intake.controller';
import { IntakeService } from './intake.service';

/** For the module of the HTTP side; it also needs `INGEST`, `CONFIG`, `WriteGate` and `DeadLetters`. */
export const intakeControllers = [IntakeController, DeadLettersController, ...spreadsheetControllers];
export const intakeProviders = [IntakeService, ...spreadsheetProviders];
